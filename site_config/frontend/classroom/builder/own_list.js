/** The instructor's own questions on this device, to add to the assignment. */
import { confirmButton } from "../../shared/confirm_button.js";
import { make, makeButton } from "../../shared/dom.js";
import { openEnvironment } from "../../shared/store/environment.js";
import { builderWords as words } from "../../shared/strings/index.js";
import { addOwnQuestions } from "../own/own_bank.js";
import { ownEntry } from "../own/own_entry.js";
import { forgetQuestion, mergeShared, ownOf, ownQuestions } from "../own/own_store.js";
import { questionLabel } from "./labels.js";

/** @import { Builder, OwnQuestion } from "../types.d.ts" */

export class OwnList {
  #builder;
  #node;
  /** @type {OwnQuestion[]} */ #questions = [];

  /** @param {Builder} builder */
  constructor(builder) {
    this.#builder = builder;
    this.#node = builder.form.querySelector(".rc-own");
  }

  async read() {
    await this.#take(await ownQuestions(openEnvironment().store));
  }

  /** Those that a link brought. @param {OwnQuestion[]} questions */
  async keep(questions) {
    await mergeShared(openEnvironment().store, questions);
    await this.read();
  }

  /** What a draft carries of them; nothing where it names none. @param {string[]} items */
  carried(items) {
    const own = ownOf(this.#questions, items);
    return own.length ? { own } : {};
  }

  update() {
    const rows = this.#questions.map((question) => this.#row(question));
    this.#node?.replaceChildren(
      ...(rows.length
        ? [make("ul.rc-questions", { "aria-label": words.ownList }, rows)]
        : [make("p", words.ownNone)]),
    );
  }

  /** @param {OwnQuestion[]} questions */
  async #take(questions) {
    this.#questions = questions;
    await addOwnQuestions(questions).catch((problem) => console.info(problem)); // no preview then
    const { known } = this.#builder.catalog;
    for (const question of questions) known.set(question.id, ownEntry(question));
  }

  /** @param {OwnQuestion} question */
  #row(question) {
    const { id, title } = question;
    const builder = this.#builder;
    const entry = ownEntry(question);
    const has = builder.has(id);
    const add = makeButton(has ? words.chosenAlready : words.add, () => builder.add(entry));
    add.ariaDisabled = String(has);
    add.ariaLabel = has ? `${words.chosenAlready}: ${title}` : words.addOne({ title });
    add.dataset.item = id;
    const props = { href: `${this.#node?.getAttribute("data-write")}#q=${id}` };
    const edit = make("a.rc-button", { ...props, "aria-label": words.editOne({ title }) });
    edit.textContent = words.edit;
    const removal = confirmButton("span", {
      first: [words.forget, "rc-forget"],
      confirm: [words.forgetNow, "rc-forget-now"],
      cancel: words.keepIt,
      question: () => words.sureToForget({ title }),
      act: () => this.#forget(question),
      isDangerous: true,
    });
    return make(
      "li",
      questionLabel(entry, builder.labels, words.ownSource),
      make("span.rc-acts", add, builder.preview.button(entry, "own"), edit, removal.node),
      builder.preview.nodeOf(id, "own"),
    );
  }

  /** @param {OwnQuestion} question */
  async #forget({ id, title }) {
    this.#builder.catalog.known.delete(id);
    await this.#take(await forgetQuestion(openEnvironment().store, id));
    await this.#builder.drop(id, words.forgotten({ title }));
  }
}
