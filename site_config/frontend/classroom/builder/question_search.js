import { make, makeButton } from "../../shared/dom.js";
import { builderWords as words } from "../../shared/strings/index.js";
import { questionLabel } from "./labels.js";
import { fieldOf } from "./assignment_form.js";

/** @import { BankEntry, Catalog, Draw, Labels } from "../types.d.ts" */

const PAGE = 12;
const COUNT = 5;
const LISTS = ["codes", "objectives", "quizzes", "kinds", "difficulty"];

/**
 * @typedef {object} SearchHost
 * @property {Catalog} catalog
 * @property {Labels} labels
 * @property {(text: string) => void} announce
 * @property {(id: string) => boolean} has
 * @property {(entry: BankEntry) => void} add
 * @property {(draw: Draw) => void} draw
 */

/** Searches questions to add them one by one or to draw some. */
export class QuestionSearch {
  #form;
  #host;
  #results;
  /** @type {BankEntry[]} */ #found = [];
  #shown = PAGE;
  #asked = 0;

  /** @param {HTMLFormElement} form @param {SearchHost} host */
  constructor(form, host) {
    this.#form = form;
    this.#host = host;
    this.#results = /** @type {HTMLElement} */ (form.querySelector(".rc-found"));
    for (const name of LISTS) fieldOf(form, name).addEventListener("change", () => this.find(true));
    fieldOf(form, "words").addEventListener("input", () => this.find(true));
  }

  /** The selected lists as a draw. @param {number} count @returns {Draw} */
  #draw(count) {
    const of = (/** @type {string} */ name) => [fieldOf(this.#form, name).value].filter(Boolean);
    const [codes, objectives, quizzes, kinds] = LISTS.map(of);
    return { count, codes, objectives, quizzes, difficulty: of("difficulty").map(Number), kinds };
  }

  get #words() {
    return fieldOf(this.#form, "words").value.trim().toLowerCase();
  }

  /** @param {boolean} tell Whether to announce how many match. */
  async find(tell) {
    const asked = ++this.#asked;
    try {
      const entries = await this.#host.catalog.fitting(this.#draw(1));
      if (asked !== this.#asked) return;
      this.#found = entries.filter(({ title }) => title.toLowerCase().includes(this.#words));
      this.#shown = PAGE;
      this.update();
      if (tell) this.#host.announce(words.found({ found: this.#found.length }));
    } catch {
      this.#results.replaceChildren(make("p", words.notLoaded));
      this.#host.announce(words.notLoaded);
    }
  }

  update() {
    const rows = this.#found.slice(0, this.#shown).map((entry) => this.#row(entry));
    const left = this.#found.length - this.#shown;
    const more = () => {
      const from = this.#shown;
      this.#shown += PAGE;
      this.update();
      /** @type {HTMLElement | null} */ (this.#results.querySelectorAll("li button")[from])
        ?.focus();
    };
    const list = make("ul.rc-questions", { "aria-label": words.foundList }, rows);
    this.#results.replaceChildren(
      make("p.rc-count", words.found({ found: this.#found.length })),
      ...(rows.length ? [list] : []),
      ...(left > 0
        ? [makeButton(words.more({ count: Math.min(PAGE, left) }), more, "rc-more-found")]
        : []),
      ...(this.#found.length ? [this.#drawing()] : []),
    );
  }

  /** @param {BankEntry} entry */
  #row(entry) {
    const has = this.#host.has(entry.id);
    const button = makeButton(has ? words.chosenAlready : words.add, () => {
      if (this.#host.has(entry.id)) return;
      this.#host.add(entry);
    });
    button.setAttribute("aria-disabled", String(has));
    button.setAttribute(
      "aria-label",
      has ? `${words.chosenAlready}: ${entry.title}` : words.addOne({ title: entry.title }),
    );
    button.dataset.item = entry.id;
    return make("li", questionLabel(entry, this.#host.labels), button);
  }

  #drawing() {
    if (this.#words) return make("p", words.drawNoWords);
    const count = make("input", {
      type: "number",
      min: "1",
      max: String(Math.min(200, this.#found.length)),
      value: String(Math.min(COUNT, this.#found.length)),
      "aria-label": words.howMany,
    });
    const draw = () => {
      const wanted = Math.max(1, Math.min(200, Math.round(Number(count.value)) || 1));
      this.#host.draw(this.#draw(wanted));
    };
    const label = make("label.rc-field.rc-field--short", make("span", words.howMany), count);
    return make("div.rc-row.rc-drawing", label, makeButton(words.draw, draw, "rc-draw"));
  }
}
