/** A competency sign-off sheet for one of the staff: what certificates show, and room to sign. */
import { calendarDay } from "../shared/dates.js";
import { field, make, makeButton } from "../shared/dom.js";
import { signOffWords as words } from "../shared/strings/index.js";
import { folded } from "./collection.js";
import { scoreOf } from "./certificate_text.js";
import { shortCode } from "./short_code.js";

/** @import { Row } from "./collection.js" */
/** @import { Verdict } from "./verify.js" */

/** More rows than these do not fit on a page beside signatures: then modules stand for them. */
const MOST_ROWS = 16;
const MOST_NAME = 100;

/** Keeps the preceptor's name while certificates are added. */
export class SignOff {
  #rows = /** @type {Row[]} */ ([]);
  #names;
  #who = make("select", { id: "rc-sign-off-who" });
  #preceptor = make("input", {
    id: "rc-sign-off-preceptor",
    type: "text",
    maxLength: MOST_NAME,
    autocomplete: "name",
  });
  #sheets = make("div.rc-sheets-shown");

  /** @param {{title: (track: string) => string, objective: (id: string) => string}} names */
  constructor(names) {
    this.#names = names;
    for (const control of [this.#who, this.#preceptor]) {
      control.addEventListener("input", () => this.#update());
    }
  }

  /** @param {Row[]} rows Of the collection; those that count are evidence. */
  show(rows) {
    this.#rows = rows.filter(({ counts }) => counts);
    const { value } = this.#who;
    this.#who.replaceChildren(
      ...[...this.#people].map(([key, [row]]) =>
        make("option", { value: key }, row.verdict.decoded?.name ?? key)
      ),
    );
    if (this.#people.has(value)) this.#who.value = value;
    this.#update();
    return make(
      "section.rc-sign-offs",
      make("h2", words.title),
      make("p", words.how),
      make(
        "div.rc-form",
        field(words.who, this.#who),
        field(words.preceptor, this.#preceptor, make("p.rc-hint", words.preceptorHint)),
      ),
      make(
        "p.rc-certificate-acts",
        makeButton(words.print, () => printSheets([this.#sheet(this.#who.value)]), "rc-print-one"),
        " ",
        makeButton(words.printAll, () => printSheets(this.#all), "rc-print-all"),
      ),
      this.#sheets,
    );
  }

  /** By name, as it is compared. */
  get #people() {
    return Map.groupBy(this.#rows, ({ verdict }) => folded(verdict.decoded?.name ?? ""));
  }

  get #all() {
    return [...this.#people.keys()].map((key) => this.#sheet(key));
  }

  #update() {
    this.#sheets.replaceChildren(this.#sheet(this.#who.value));
  }

  /** @param {string} key */
  #sheet(key) {
    const rows = this.#people.get(key) ?? [];
    const competencies = rows.flatMap((row) => byObjective(row.verdict, this.#names.objective));
    const isShort = competencies.length <= MOST_ROWS;
    const shown = isShort ? competencies : rows.flatMap(({ verdict }) => byModule(verdict));
    const name = rows[0]?.verdict.decoded?.name ?? "";
    return make(
      "article.rc-sign-off",
      make("h3", words.sheet),
      make("p", `${words.staff}: `, make("strong", make("bdi", name))),
      make(
        "table.rc-table",
        make("caption", words.evidence),
        head(words.evidenceColumns),
        make("tbody", rows.map(({ verdict }) => this.#evidence(verdict))),
      ),
      make(
        "table.rc-table.rc-sign-off__competencies",
        make("caption", words.competencies),
        head([isShort ? words.objective : words.module, ...words.competencyColumns]),
        make("tbody", shown.map(([text, right, total]) => competency(text, right, total))),
      ),
      make("p", words.statement),
      signatures(this.#preceptor.value.trim(), name),
      make("p.rc-sign-off__proof", words.proof),
    );
  }

  /** @param {Verdict} verdict */
  #evidence({ decoded, modules = [] }) {
    if (!decoded) return "";
    const { name, track, date } = decoded;
    const score = scoreOf(modules.flatMap(({ answers }) => answers));
    return make(
      "tr",
      make("th", { scope: "row" }, this.#names.title(track)),
      make("td", calendarDay(date)),
      make("td", words.share(score)),
      make("td", make("code", shortCode({ name, track, date, ...score }))),
    );
  }
}

/** @param {string[]} texts */
const head = (texts) =>
  make("thead", make("tr", texts.map((text) => make("th", { scope: "col" }, text))));

/** @param {string} text @param {number} right @param {number} total */
const competency = (text, right, total) =>
  make(
    "tr",
    make("th", { scope: "row" }, text),
    make("td", words.share({ right, total })),
    make("td"),
    make("td"),
  );

/** @typedef {[text: string, right: number, total: number]} Competency */

/** @param {Verdict} verdict @param {(id: string) => string} nameOf @returns {Competency[]} */
function byObjective({ modules = [] }, nameOf) {
  const answers = modules.flatMap((module) => module.answers);
  const ids = [...new Set(answers.flatMap(({ item }) => item?.objectives ?? []))];
  return ids.map((id) => {
    const { right, total } = scoreOf(answers.filter(({ item }) => item?.objectives.includes(id)));
    return [nameOf(id), right, total];
  });
}

/** @param {Verdict} verdict @returns {Competency[]} */
const byModule = ({ modules = [] }) =>
  modules.map(({ title, answers }) => {
    const { right, total } = scoreOf(answers);
    return [title, right, total];
  });

/** @param {string} preceptor @param {string} staff */
function signatures(preceptor, staff) {
  const line = (/** @type {string} */ role, /** @type {string} */ name) =>
    make(
      "div.rc-sign-off__line",
      make("p", `${role}: `, name ? make("bdi", name) : make("span.rc-sign-off__blank")),
      make("p", `${words.signature} `, make("span.rc-sign-off__blank")),
      make("p", `${words.date} `, make("span.rc-sign-off__blank")),
    );
  return make(
    "div.rc-sign-off__signed",
    line(words.preceptorRole, preceptor),
    line(words.staff, staff),
  );
}

/** Adds them to the page for paper alone, prints, and removes them. @param {Node[]} sheets */
function printSheets(sheets) {
  document.querySelector(".rc-sign-off-paper")?.remove();
  const paper = make("div.rc-sign-off-paper", sheets);
  document.body.append(paper);
  addEventListener("afterprint", () => paper.remove(), { once: true });
  print();
}
