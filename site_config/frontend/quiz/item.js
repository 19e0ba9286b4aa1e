import { day } from "../shared/dates.js";
import { codeNamesButton } from "./code_names.js";
import { afterPaint, make, makeButton } from "../shared/dom.js";
import { isStale } from "../shared/staleness.js";
import { quizWords as strings } from "../shared/strings/index.js";
import { clearMark, markOption } from "./option_marks.js";
import { FeedbackPanel } from "./feedback_panel.js";
import { readQuestion } from "./question.js";

/** @import { Attempt, Store } from "../shared/types.d.ts" */
/** @import { QuestionKind } from "./kinds/question_kind.js" */

/**
 * @typedef {object} ItemHost The quiz that an item belongs to.
 * @property {() => Date} now
 * @property {() => string} newId
 * @property {Store} [store] None where the code names are not the learner's to show.
 * @property {(text: string) => void} announce
 * @property {(attempt: Attempt) => void} onAnswer
 * @property {(item: Item) => void} onReopen
 */

/** One question: choose, check, read why. `data-state` of its section is open, right or wrong. */
export class Item {
  /** @type {Attempt[]} Answers of this round, oldest first. */ attempts = [];
  #host;
  #panel;
  #check;
  #hint = make("p.rc-hint", { hidden: true });
  #past = make("p.rc-past", { hidden: true });

  /** @param {HTMLElement} section @param {QuestionKind} kind @param {ItemHost} host */
  constructor(section, kind, host) {
    this.section = section;
    this.kind = kind;
    this.question = readQuestion(section);
    this.#host = host;
    this.#check = makeButton(strings.check, () => this.check(), "rc-button--primary rc-check");
    this.#check.hidden = true; // until the stored answers are read: what is chosen before is reset
    this.#panel = new FeedbackPanel(
      /** @type {Element} */ (section.querySelector(".rc-answer")),
      () => host.onReopen(this),
    );
    this.#build();
  }

  get isOpen() {
    return this.section.dataset.state === "open";
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.section.querySelector(".rc-item__title"))?.focus();
  }

  check() {
    if (!this.isOpen) return;
    const chosen = this.kind.read(this.section);
    const complaint = this.kind.complaint?.(this.section) ||
      (chosen.length ? "" : strings.chooseFirst);
    if (complaint) return this.#ask(complaint);
    const right = this.kind.isRight(this.question, chosen);
    this.#reveal(chosen, right);
    afterPaint(() => this.#finish(chosen, right));
  }

  /** @param {string[]} chosen @param {boolean} right */
  #finish(chosen, right) {
    const attempt = this.#attempt(chosen, right);
    this.attempts.push(attempt);
    if (!this.isOpen) this.#complete(chosen);
    this.#host.onAnswer(attempt);
    this.#host.announce(strings.verdict({ right, feedback: this.#panel.spoken }));
  }

  /**
   * Shows stored answers, judged again; those without a matching option are left out.
   *
   * @param {Attempt[]} attempts
   */
  restore(attempts) {
    this.attempts = attempts.filter(({ chosen }) => this.#fits(chosen))
      .map((attempt) => ({ ...attempt, right: this.kind.isRight(this.question, attempt.chosen) }));
    const last = this.attempts.at(-1);
    if (!last || !this.isOpen) return;
    if (isStale(last, this.question)) return this.#offerAgain(last);
    this.kind.fill(this.section, last.chosen);
    this.#past.textContent = strings.answeredOn({ at: day(last.at), right: last.right });
    this.#past.hidden = false;
    this.#reveal(last.chosen, last.right);
    this.#complete(last.chosen);
  }

  /** @param {number} seed */
  reopen(seed) {
    this.section.dataset.state = "open";
    this.kind.fill(this.section, []);
    this.kind.lock(this.section, false);
    this.kind.arrange(this.section, seed);
    this.section.querySelectorAll(".rc-option").forEach(clearMark);
    this.kind.conceal?.(this.section);
    this.#panel.hide();
    this.#past.hidden = this.#hint.hidden = true;
    this.#check.hidden = false;
    this.#setChecked(false);
  }

  /** As `reopen`, and as if it had never been answered. @param {number} seed */
  forget(seed) {
    this.attempts = [];
    this.reopen(seed);
  }

  /** A rule changed since: the answer neither counts nor is shown. @param {Attempt} last */
  #offerAgain(last) {
    this.attempts = [];
    this.#past.textContent = strings.ruleChanged({ at: day(last.at), right: last.right });
    this.#past.dataset.changed = "";
    this.#past.hidden = false;
  }

  #build() {
    this.section.querySelector(".rc-item__title")?.setAttribute("tabindex", "-1");
    const options = this.section.querySelector(".rc-options");
    options?.before(this.#past);
    const { store } = this.#host;
    const names = store && codeNamesButton(this.section, store);
    options?.after(make("div.rc-actions", this.#check, this.#hint, names));
    options?.addEventListener("change", () => {
      this.#hint.hidden = true;
      afterPaint(() => this.#prepare());
    });
  }

  #prepare() {
    const chosen = this.isOpen && !this.kind.complaint?.(this.section)
      ? this.kind.read(this.section)
      : [];
    if (chosen.length) this.#fill(chosen, this.kind.isRight(this.question, chosen));
  }

  /** @param {string} text */
  #ask(text) {
    this.#hint.textContent = text;
    this.#hint.hidden = false;
    this.#host.announce(text);
  }

  /** @param {string[]} chosen */
  #fits(chosen) {
    if (this.kind.fits) return this.kind.fits(this.question, chosen);
    return chosen.every((id) => this.question.options.some((option) => option.id === id));
  }

  /** @param {string[]} chosen @param {boolean} right */
  #attempt(chosen, right) {
    const { id: item, version, facts } = this.question;
    const { newId, now } = this.#host;
    return {
      id: newId(),
      item,
      version,
      at: now().toISOString(),
      chosen,
      right,
      ...(facts && { facts }),
    };
  }

  /** @param {string[]} chosen @param {boolean} right */
  #fill(chosen, right) {
    const score = right ? 1 : this.kind.score?.(this.question, chosen) ?? 0;
    this.#panel.fill(
      chosen,
      right,
      (id) => this.#markOf(id, chosen),
      strings.marks[this.kind.words],
      score,
    );
  }

  /** @param {string[]} chosen @param {boolean} right */
  #reveal(chosen, right) {
    this.#fill(chosen, right);
    this.section.dataset.state = right ? "right" : "wrong";
    this.kind.reveal?.(this.section, this.question, chosen);
    this.#panel.show();
    this.#setChecked(true);
  }

  /** @param {string[]} chosen */
  #complete(chosen) {
    const words = strings.marks[this.kind.words];
    this.kind.lock(this.section, true);
    this.section.querySelectorAll(".rc-option").forEach((label) =>
      markOption(label, this.#markOf(label.getAttribute("data-option") ?? "", chosen), words)
    );
    this.#panel.complete();
  }

  /** @param {string} id @param {string[]} chosen */
  #markOf(id, chosen) {
    const option = this.question.options.find((option) => option.id === id);
    if (!option || option.free) return "left";
    return this.kind.marks
      ? this.kind.marks(this.question, chosen)(option)
      : this.kind.mark(option, chosen);
  }

  /** The button stays and is still focused. @param {boolean} checked */
  #setChecked(checked) {
    this.#check.textContent = checked ? strings.checked : strings.check;
    this.#check.setAttribute("aria-disabled", String(checked));
  }
}
