import { make, makeButton } from "../../shared/dom.js";
import { SubmitButton } from "../../exam/submit_button.js";
import { AnswerSheet } from "../../exam/answer_sheet.js";
import * as exam from "../../exam/state.js";
import { words as said } from "../../shared/strings/exam/index.js";
import { words as practice } from "../../shared/strings/practice/index.js";
import { words } from "../../shared/strings/assignment/index.js";
import { Countdown } from "./countdown.js";
import { blindQuestion, checkableQuestion } from "./question_view.js";
import { addViewTime, checkAnswer, setAnswer } from "./attempt.js";

/** @import { AssignmentRecord } from "./assignment_record.js" */
/** @import { AssignmentAttempt } from "./attempt.js" */
/** @import { BankItem } from "../../practice/question_bank.js" */
/** @import { QuestionHost } from "./question_view.js" */

/** A running attempt: one question at a time, everything kept at once. */
export class AttemptScreen {
  #case;
  #run;
  #papers;
  #over;
  #sheet;
  #clock;
  #since;
  #left = false;
  #place = make("strong.rc-bar__place");
  #slot = make("div.rc-slot");
  #previous = makeButton(said.previous, () => this.#goTo(this.#run.position - 1), "rc-previous");
  #next = makeButton(said.next, () => this.#goTo(this.#run.position + 1), "rc-next");
  #flag = makeButton(said.flag, () => this.#toggleFlag(), "rc-flag");
  #handIn = new SubmitButton(() => this.#open(), () => this.#end(words.handedIn), words.goOn);

  /** @param {AssignmentRecord} of @param {AssignmentAttempt} run @param {BankItem[]} items @param {(said: string) => void} over */
  constructor(of, run, items, over) {
    this.#case = of;
    this.#run = run;
    this.#over = over;
    this.#since = of.now;
    const paper = of.assignment.feedback === "at-once" ? checkableQuestion : blindQuestion;
    this.#papers = items.map((item, place) => paper(item, place, this.#paperHost));
    this.#sheet = new AnswerSheet(items.length, (place) => this.#goTo(place));
    this.#clock = new Countdown(run, () => of.now, {
      announce: of.screen.announce,
      timeUp: () => this.#end(words.timeUp),
    });
    of.screen.store.onChange(({ key }) => key === of.key && this.#follow());
    document.addEventListener("visibilitychange", () => this.#look());
  }

  /** @param {string} [said] */
  open(said) {
    const bar = make("div.rc-bar.rc-exam-bar", this.#place, this.#clock.node);
    const acts = make("div.rc-pager.rc-exam-acts", this.#previous, this.#flag, this.#next);
    const heading = make("h2.rc-hidden", practice.questions);
    this.#case.screen.play(bar, heading, this.#slot, acts, this.#sheet.node, this.#handIn.node);
    this.#show();
    this.#focus();
    if (said) this.#case.screen.announce(said);
  }

  /** @returns {QuestionHost} */
  get #paperHost() {
    const { screen } = this.#case;
    return {
      seed: this.#run.seed,
      now: screen.env.now,
      newId: screen.env.newId,
      announce: screen.announce,
      changed: (id, chosen) => this.#apply((run) => setAnswer(run, id, chosen, this.#case.now)),
      checked: (id, chosen) => this.#apply((run) => checkAnswer(run, id, chosen, this.#case.now)),
    };
  }

  /** @param {(run: AssignmentAttempt) => AssignmentAttempt} change */
  #apply(change) {
    const [now, since] = [this.#case.now, this.#since];
    const { id } = this.#papers[this.#run.position];
    const hidden = document.hidden;
    const whole = (/** @type {AssignmentAttempt} */ run) =>
      change(hidden ? run : addViewTime(run, id, since, now));
    this.#since = now;
    this.#run = whole(this.#run);
    this.#show();
    return this.#case.save(this.#run, whole);
  }

  /** The time away from the page is not time spent on a question. */
  #look() {
    if (this.#left) return;
    if (!document.hidden) return void (this.#since = this.#case.now);
    const [now, since] = [this.#case.now, this.#since];
    const { id } = this.#papers[this.#run.position];
    this.#run = addViewTime(this.#run, id, since, now);
    this.#case.save(this.#run, (run) => addViewTime(run, id, since, now));
  }

  async #follow() {
    if (this.#left) return;
    await this.#case.read();
    const kept = this.#case.kept.runs.find(({ id }) => id === this.#run.id);
    if (!kept || kept.ended !== null) return this.#leave("");
    this.#run = { ...kept, position: this.#run.position };
    this.#show();
  }

  #show() {
    const { position, items, flags } = this.#run;
    for (const paper of this.#papers) paper.show(this.#run);
    const paper = this.#papers[position];
    if (this.#slot.firstElementChild !== paper.section) this.#slot.replaceChildren(paper.section);
    this.#place.textContent = said.place(position + 1, items.length);
    this.#previous.disabled = position === 0;
    this.#next.disabled = position === items.length - 1;
    this.#flag.textContent = flags.includes(paper.id) ? said.unflag : said.flag;
    this.#flag.setAttribute("aria-pressed", String(flags.includes(paper.id)));
    this.#sheet.update(this.#run);
  }

  /** @param {number} place */
  #goTo(place) {
    this.#apply((run) => /** @type {AssignmentAttempt} */ (exam.moveTo(run, place)));
    this.#focus();
    this.#case.screen.announce(said.place(this.#run.position + 1, this.#run.items.length));
  }

  #focus() {
    /** @type {HTMLElement | null} */ (this.#slot.querySelector(".rc-item__title"))?.focus();
  }

  #toggleFlag() {
    const { id } = this.#papers[this.#run.position];
    this.#apply((run) => /** @type {AssignmentAttempt} */ (exam.toggleFlag(run, id)));
    this.#case.screen.announce(this.#run.flags.includes(id) ? said.flagged : said.unflagged);
  }

  #open() {
    return this.#run.items.filter((id) => !this.#run.answers[id]).length;
  }

  /** @param {string} said */
  async #end(said) {
    if (this.#left) return;
    this.#left = true;
    const now = this.#case.now;
    await this.#apply((run) => /** @type {AssignmentAttempt} */ (exam.endExam(run, now)));
    this.#left = false;
    this.#leave(said);
  }

  /** @param {string} said */
  #leave(said) {
    if (this.#left) return;
    this.#left = true;
    this.#clock.stop();
    this.#over(said);
  }
}
