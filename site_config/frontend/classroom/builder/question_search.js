import { flatten, make, makeButton } from "../../shared/dom.js";
import { builderWords as words } from "../../shared/strings/index.js";
import { questionLabel } from "./labels.js";
import { fieldOf } from "./assignment_form.js";

/** @import { BankEntry, Builder } from "../types.d.ts" */

const PAGE = 12;
const COUNT = 5;
const LISTS = ["codes", "objectives", "quizzes", "kinds", "difficulty"];

/** Searches questions to add them one by one or to draw some. */
export class QuestionSearch {
  #builder;
  #results;
  /** @type {BankEntry[]} */ #found = [];
  #shown = PAGE;
  #asked = 0;

  /** @param {Builder} builder */
  constructor(builder) {
    const { form } = this.#builder = builder;
    this.#results = /** @type {HTMLElement} */ (form.querySelector(".rc-found"));
    for (const name of LISTS) fieldOf(form, name).addEventListener("change", () => this.find(true));
    fieldOf(form, "words").addEventListener("input", () => this.find(true));
  }

  /** @param {number} count */
  #draw(count) {
    const of = (/** @type {string} */ name) => [this.#value(name)].filter(Boolean);
    const [codes, objectives, quizzes, kinds, levels] = LISTS.map(of);
    return { count, codes, objectives, quizzes, difficulty: levels.map(Number), kinds };
  }

  /** @param {string} name */
  #value(name) {
    return fieldOf(this.#builder.form, name).value;
  }

  get #words() {
    return this.#value("words").trim().toLowerCase();
  }

  /** @param {boolean} announces Whether to announce how many match. */
  async find(announces) {
    const asked = ++this.#asked;
    try {
      const entries = await this.#builder.catalog.fitting(this.#draw(1));
      if (asked !== this.#asked) return;
      this.#found = entries.filter(({ title, opening }) =>
        `${title} ${opening}`.toLowerCase().includes(this.#words)
      );
      this.#shown = PAGE;
      this.update();
      if (announces) this.#builder.announce(words.found({ found: this.#found.length }));
    } catch {
      this.#results.replaceChildren(make("p", words.notLoaded));
      this.#builder.announce(words.notLoaded);
    }
  }

  update() {
    const rows = this.#found.slice(0, this.#shown).map((entry) => this.#row(entry));
    const left = this.#found.length - this.#shown;
    const more = () => {
      const from = this.#shown;
      this.#shown += PAGE;
      this.update();
      /** @type {HTMLElement | null} */ (
        this.#results.querySelector(`ul > li:nth-child(${from + 1}) button`)
      )?.focus();
    };
    const list = make("ul.rc-questions", { "aria-label": words.foundList }, rows);
    this.#results.replaceChildren(
      make("p.rc-count", words.found({ found: this.#found.length })),
      ...flatten([
        rows.length && this.#drawing(),
        rows.length && list,
        left > 0 && makeButton(words.more({ count: Math.min(PAGE, left) }), more, "rc-more-found"),
      ]),
    );
  }

  /** @param {BankEntry} entry */
  #row(entry) {
    const { id, title } = entry;
    const has = this.#builder.has(id);
    const button = makeButton(has ? words.chosenAlready : words.add, () => {
      if (!this.#builder.has(id)) this.#builder.add(entry);
    });
    button.ariaDisabled = String(has);
    button.ariaLabel = has ? `${words.chosenAlready}: ${title}` : words.addOne({ title });
    button.dataset.item = id;
    const { preview, labels } = this.#builder;
    return make(
      "li",
      questionLabel(entry, labels),
      make("span.rc-acts", button, preview.button(entry, "found")),
      preview.nodeOf(id, "found"),
    );
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
      this.#builder.draw(this.#draw(wanted));
    };
    const label = make("label.rc-field.rc-field--short", make("span", words.howMany), count);
    return make("div.rc-row.rc-drawing", label, makeButton(words.draw, draw, "rc-draw"));
  }
}
