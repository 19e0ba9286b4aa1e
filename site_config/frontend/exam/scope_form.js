import { copyText } from "../shared/copy_text.js";
import { field, listOf, make, makeButton } from "../shared/dom.js";
import { readNames } from "../shared/page_names.js";
import { examScopeWords as words, examWords } from "../shared/strings/index.js";
import { drawForm, expected, mostIn } from "./balanced_draw.js";
import { rolesOf } from "./scope_text.js";
import { boundedMinutes, inScope, LENGTHS, LEVELS, minutesFor, scopeQuery } from "./scope.js";

/** @import { ExamEntry, ExamScope } from "./scope.js" */
/** @import { ScopedEntry } from "./balanced_draw.js" */
/** @import { Screen } from "./types.d.ts" */

/** @typedef {ExamScope & {length: number, minutes: number}} ExamChoice `minutes` 0: no limit. */
/** @typedef {(seed: number) => ScopedEntry[]} Draw */
/**
 * @typedef {object} ScopeHost What the form is given, since its script is one of its own.
 * @property {(role: string) => Promise<ExamEntry[]>} load
 * @property {(choice: ExamChoice, draw: Draw) => unknown} start
 */

const FULL = Math.max(...LENGTHS);
/** @type {[string, string]} */ const ALL_LEVELS = ["0", examWords.allLevels];

/** What is asked, how much of it and how long; says before the start what there is. */
export class ScopeForm {
  #screen;
  #host;
  #names;
  /** @type {ExamEntry[]} */ #pool = [];
  #role;
  #length;
  #level;
  #topics = make("fieldset.rc-scope__topics");
  #fold = make("details.rc-others", make("summary", words.topics), this.#topics);
  #minutes;
  #noLimit = make("input", { type: "checkbox" });
  #summary = make("div.rc-scope");

  /** @param {Screen} screen @param {ExamChoice} choice @param {ScopeHost} host */
  constructor(screen, choice, host) {
    const { role, length, level, minutes } = choice;
    this.#screen = screen;
    this.#host = host;
    this.#names = readNames(screen.root);
    this.#role = select("rc-exam-role", rolesOf(screen), role);
    this.#length = select("rc-exam-size", LENGTHS.map(lengthOption), `${length}`);
    const levels = [ALL_LEVELS, ...LEVELS.map(levelOption)];
    this.#level = select("rc-exam-level", levels, `${level}`);
    this.#minutes = minutesField(minutes || minutesFor(length));
    this.#noLimit.checked = this.#minutes.disabled = minutes === 0;
    const fields = make(
      "div.rc-form",
      field(words.role, this.#role),
      field(words.howMany, this.#length),
      field(words.level, this.#level),
      field(words.minutes, this.#minutes),
      make("label.rc-tick", this.#noLimit, ` ${words.noLimit}`),
    );
    this.node = make("div.rc-scope-form", fields, this.#fold, this.#summary);
    this.#listen();
  }

  #listen() {
    this.#role.addEventListener("change", () =>
      this.#screen.attempt(async () => {
        await this.load(this.#areas);
        this.#announce();
      }));
    this.#length.addEventListener("change", () => {
      this.#minutes.value = `${minutesFor(Number(this.#length.value))}`;
    });
    this.#noLimit.addEventListener(
      "change",
      () => (this.#minutes.disabled = this.#noLimit.checked),
    );
    for (const part of [this.#length, this.#level, this.#topics]) {
      part.addEventListener("change", () => {
        this.#show();
        this.#announce();
      });
    }
  }

  /** The questions of the role, with the areas checked that it has. @param {string[]} areas */
  async load(areas) {
    this.#pool = await this.#host.load(this.#role.value);
    const known = [...expected(inScope(this.#pool, { level: 0, areas: [] }), 1, [areaOf]).keys()];
    this.#fold.hidden = known.length < 2;
    this.#fold.open ||= areas.length > 0;
    this.#topics.replaceChildren(
      make("legend.rc-hidden", words.topics),
      ...known.map((value) => {
        const box = make("input", { type: "checkbox", value, checked: areas.includes(value) });
        return make("label.rc-tick", box, ` ${this.#names("areas", value)}`);
      }),
      make("p.rc-scope__note", words.topicsNote),
    );
    this.#show();
  }

  get #areas() {
    return [...this.#topics.querySelectorAll("input:checked")].map((box) =>
      /** @type {HTMLInputElement} */ (box).value
    );
  }

  get #scope() {
    return { role: this.#role.value, level: Number(this.#level.value), areas: this.#areas };
  }

  /** @returns {ExamChoice} */
  get #choice() {
    const minutes = this.#noLimit.checked ? 0 : boundedMinutes(Number(this.#minutes.value));
    return { ...this.#scope, length: Number(this.#length.value), minutes };
  }

  #announce() {
    this.#screen.announce(this.#summary.querySelector("p")?.textContent ?? "");
  }

  #show() {
    const entries = inScope(this.#pool, this.#scope), most = mostIn(entries);
    const wanted = Number(this.#length.value), count = Math.min(wanted, most);
    const isEnough = count === wanted;
    const text = isEnough || !count
      ? words.available({ count: entries.length })
      : words.tooFew({ count, wanted });
    this.#summary.replaceChildren(
      make("p", { className: isEnough ? "" : "rc-scope__few" }, text),
      ...(isEnough ? [] : [this.#widening()]),
      ...(count ? [...this.#shares(entries, count), this.#buttons(entries, count, isEnough)] : []),
    );
  }

  /** @param {ScopedEntry[]} entries @param {number} count */
  #shares(entries, count) {
    const list = (/** @type {(entry: ScopedEntry) => string} */ cell) =>
      listOf(
        "ul.rc-scope__shares",
        [...expected(entries, count, [cell])].map(([name, share]) => shareText(name, share, count)),
      );
    return [
      make("h2", words.asks({ count })),
      list((entry) => this.#names("areas", entry.area)),
      make(
        "details.rc-others",
        make("summary", words.byCodes),
        list(({ family }) => this.#names("families", family) || words.noFamily),
      ),
    ];
  }

  /** Where the choice has too few questions: another one with more of them. */
  #widening() {
    const widen = () => {
      this.#level.value = "0";
      void this.load([]);
      this.#level.focus();
      this.#announce();
    };
    const { level, areas } = this.#scope;
    return level || areas.length ? make("p", makeButton(words.widen, widen, "rc-widen")) : "";
  }

  /** @param {ScopedEntry[]} entries @param {number} count @param {boolean} isEnough */
  #buttons(entries, count, isEnough) {
    const start = () => {
      const { minutes, ...choice } = this.#choice;
      const isUsual = !isEnough && minutes === minutesFor(choice.length);
      const time = isUsual ? minutesFor(count) : minutes;
      return this.#host.start(
        { ...choice, length: count, minutes: time },
        (seed) => drawForm(entries, count, seed),
      );
    };
    const text = isEnough ? words.start : words.takeAll({ count });
    return make(
      "div.rc-scope__buttons",
      makeButton(text, start, "rc-button--primary rc-start"),
      makeButton(words.copyLink, () => this.#copy(), "rc-copy-exam"),
    );
  }

  async #copy() {
    const link = `${location.href.replace(/[?#].*/, "")}${scopeQuery(this.#choice)}`;
    const isCopied = await copyText(link);
    this.#screen.announce(isCopied ? words.linkCopied : words.linkHere);
    const input = make("input.rc-exam-link", { readOnly: true, value: link, id: "rc-exam-link" });
    const shown = field(isCopied ? words.linkCopied : words.linkHere, input);
    this.#summary.querySelector(".rc-exam-link")?.parentElement?.remove();
    this.#summary.append(shown);
    if (!isCopied) input.select();
  }
}

/** @param {number} count @returns {[string, string]} */
const lengthOption = (count) => [
  `${count}`,
  count === FULL ? words.fullLength({ count }) : `${count}`,
];

/** @param {number} level @returns {[string, string]} */
const levelOption = (level) => [`${level}`, examWords.levelName({ level })];

const areaOf = (/** @type {ScopedEntry} */ { area }) => area;

/** @param {string} id @param {[string, string][]} options @param {string} value */
function select(id, options, value) {
  const node = make("select", { id }, options.map(([name, text]) => new Option(text, name)));
  node.value = options.some(([name]) => name === value) ? value : options[0]?.[0] ?? "";
  return node;
}

/** @param {number} value */
const minutesField = (value) =>
  make("input", {
    id: "rc-exam-minutes",
    type: "number",
    min: "1",
    max: "600",
    step: "1",
    value: `${value}`,
    inputMode: "numeric",
  });

/** @param {string} name @param {number} share @param {number} of */
function shareText(name, share, of) {
  const count = Math.round(share), percent = Math.round(100 * share / of);
  return count ? words.about({ name, count, percent }) : words.less({ name, percent });
}
