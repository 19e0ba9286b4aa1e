/** A question with its key, before it is added: as it is shown without script, answer open. */
import { loadItem } from "../../practice/question_bank.js";
import { make, makeButton } from "../../shared/dom.js";
import { builderWords as words } from "../../shared/strings/index.js";
import { loadQuestionTools } from "./question_tools.js";

/** @import { BankEntry, Builder } from "../types.d.ts" */
/** @typedef {"found" | "chosen" | "own"} Place Of the three lists. */

/** One question at a time: its names are the page's, and stand on it once. */
export class Preview {
  #builder;
  #open = "";
  #shown = make("div.rc-player");
  #node = make("div.rc-preview", { "data-code-names": "" }, this.#shown);

  /** @param {Builder} builder */
  constructor(builder) {
    this.#builder = builder;
  }

  /** @param {BankEntry} entry @param {Place} place */
  button(entry, place) {
    const name = `${place} ${entry.id}`;
    const isOpen = this.#open === name;
    const button = makeButton(isOpen ? words.hide : words.preview, () => this.#toggle(entry, name));
    button.ariaExpanded = String(isOpen);
    button.ariaLabel = (isOpen ? words.hideOne : words.previewOne)({ title: entry.title });
    button.dataset.act = `preview ${name}`;
    return button;
  }

  /** The question below its row. @param {string} id @param {Place} place */
  nodeOf(id, place) {
    return this.#open === `${place} ${id}` && this.#node;
  }

  /** @param {BankEntry} entry @param {string} name */
  async #toggle(entry, name) {
    this.#open = this.#open === name ? "" : name;
    this.#shown.replaceChildren();
    if (this.#open) await this.#load(entry, name);
    const message = this.#open ? words.previewed({ title: entry.title }) : "";
    await this.#builder.change({}, message, `preview ${name}`);
  }

  /** @param {BankEntry} entry @param {string} name */
  async #load({ id }, name) {
    const parts = await Promise.all([loadItem(id), loadQuestionTools()]).then(
      ([item, { shownWithKey }]) => shownWithKey(item),
    ).catch(() => [make("p.rc-flaw", words.notLoaded)]);
    if (this.#open === name) this.#shown.replaceChildren(...parts);
  }
}
