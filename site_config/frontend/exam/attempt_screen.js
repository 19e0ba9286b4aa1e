import { make, makeButton } from "../shared/dom.js";
import { kinds } from "../quiz/kinds/index.js";
import { EXAM, readExam } from "../shared/store/exam_record.js";
import { words } from "../shared/strings/exam/index.js";
import { words as common } from "../shared/strings/practice/index.js";
import { questionSection } from "../practice/question_section.js";
import { ConfidenceField } from "../practice/confidence.js";
import { ExamClock } from "./clock.js";
import { SubmitButton } from "./submit_button.js";
import { AnswerSheet } from "./answer_sheet.js";
import * as exam from "./state.js";

/** @import { BankItem } from "../practice/question_bank.js" */
/** @import { Screen } from "../practice/screen.js" */
/** @import { Exam } from "../shared/store/exam_record.js" */
/** @import { Kind } from "../shared/types.js" */

/** @typedef {{section: HTMLElement, kind: Kind, sureness: ConfidenceField, id: string}} QuestionView */

const MINUTES_MORE = 5;

/** A running exam: one question at a time, its answer kept at once, no word on whether it is right. */
export class AttemptScreen {
  #screen;
  #exam;
  #papers;
  #over;
  #key;
  #ending = false;
  #since = 0;
  #clock;
  #sheet;
  #place = make("strong.rc-bar__place");
  #slot = make("div.rc-slot");
  #previous = makeButton(words.previous, () => this.#move(-1), "rc-previous");
  #next = makeButton(words.next, () => this.#move(1), "rc-next");
  #flag = makeButton(words.flag, () => this.#toggleFlag(), "rc-flag");
  #handIn = new SubmitButton(() => this.#open(), () => this.#end(words.handedIn));

  /** @param {Screen} screen @param {Exam} kept @param {BankItem[]} items @param {() => void} over @param {string} [key] Where it is kept. */
  constructor(screen, kept, items, over, key = EXAM) {
    this.#key = key;
    this.#screen = screen;
    this.#exam = kept;
    this.#over = over;
    this.#papers = items.map((item, place) => this.#paper(item, place));
    this.#sheet = new AnswerSheet(items.length, (place) => this.#goTo(place));
    this.#clock = new ExamClock(screen.env.now, {
      announce: screen.announce,
      more: () => this.#more(),
      timeUp: () => this.#end(words.timeUp),
    });
    screen.store.onChange(({ key }) => key === this.#key && this.#follow());
  }

  /** @param {string} [said] */
  open(said) {
    const bar = make("div.rc-bar.rc-exam-bar", this.#place, this.#clock.node);
    const acts = make("div.rc-pager.rc-exam-acts", this.#previous, this.#flag, this.#next);
    const heading = make("h2.rc-hidden", common.questions);
    this.#screen.play(bar, heading, this.#slot, acts, this.#sheet.node, this.#handIn.node);
    this.#show();
    this.#focus();
    if (said) this.#screen.announce(said);
    this.#since = this.#now;
  }

  get #now() {
    return this.#screen.env.now().getTime();
  }

  /** Without the answer: it enters the page only when the exam is over. @param {BankItem} item @param {number} place @returns {QuestionView} */
  #paper(item, place) {
    const section = questionSection(item, place + 1);
    const kind = kinds.get(item.kind);
    if (!kind) throw new Error(`no way to show ${item.id}`);
    section.querySelector(".rc-answer")?.remove();
    section.querySelector(".rc-item__title")?.setAttribute("tabindex", "-1");
    const sureness = new ConfidenceField(
      item.id,
      (sure) => this.#apply((kept) => exam.setConfidence(kept, item.id, sure)),
    );
    (section.querySelector(".rc-options") ?? section.lastElementChild)?.after(sureness.node);
    section.addEventListener("change", ({ target }) => {
      if (target instanceof Node && sureness.node.contains(target)) return;
      this.#apply((kept) => exam.setAnswer(kept, item.id, kind.read(section), this.#now));
      this.#see();
    });
    kind.arrange(section, this.#exam.seed);
    return { section, kind, sureness, id: item.id };
  }

  /** Changes the exam here and in the store, where another tab may have changed it too. @param {(kept: Exam) => Exam} change */
  #apply(change) {
    const step = (/** @type {Exam} */ kept) => ({ ...change(kept), changed: this.#now });
    this.#exam = step(this.#exam);
    this.#show();
    const { id } = this.#exam;
    return this.#screen.store.updateValue(this.#key, (value) => {
      const kept = readExam(value);
      return kept && kept.id === id ? step(kept) : this.#exam;
    });
  }

  /** Books the time since the last look on the question that is shown. */
  #see() {
    const [{ id }, since, now] = [this.#papers[this.#exam.position], this.#since, this.#now];
    this.#since = now;
    this.#apply((kept) => exam.addViewTime(kept, id, since, now));
  }

  async #follow() {
    const kept = readExam(await this.#screen.store.value(this.#key));
    if (!kept || kept.id !== this.#exam.id || kept.ended !== null) return this.#leave();
    this.#exam = { ...kept, position: this.#exam.position };
    this.#show();
  }

  /** Shows what the exam says; answers given in another tab too. */
  #show() {
    const { position, items, answers, sure, flags } = this.#exam;
    const paper = this.#papers[position];
    for (const { kind, section, sureness, id } of this.#papers) {
      if (!isSame(kind.read(section), answers[id] ?? [])) kind.fill(section, answers[id] ?? []);
      sureness.value = sure[id];
    }
    if (this.#slot.firstElementChild !== paper.section) this.#slot.replaceChildren(paper.section);
    this.#place.textContent = words.place(position + 1, items.length);
    this.#previous.disabled = position === 0;
    this.#next.disabled = position === items.length - 1;
    this.#flag.textContent = flags.includes(paper.id) ? words.unflag : words.flag;
    this.#flag.setAttribute("aria-pressed", String(flags.includes(paper.id)));
    this.#sheet.update(this.#exam);
    this.#clock.update(this.#exam);
  }

  /** @param {number} step */
  #move(step) {
    this.#goTo(this.#exam.position + step);
  }

  /** @param {number} place */
  #goTo(place) {
    this.#see();
    this.#apply((kept) => exam.moveTo(kept, place));
    this.#focus();
    this.#screen.announce(words.place(this.#exam.position + 1, this.#exam.items.length));
  }

  #focus() {
    /** @type {HTMLElement | null} */ (this.#slot.querySelector(".rc-item__title"))?.focus();
  }

  #toggleFlag() {
    const { id } = this.#papers[this.#exam.position];
    this.#apply((kept) => exam.toggleFlag(kept, id));
    this.#screen.announce(this.#exam.flags.includes(id) ? words.flagged : words.unflagged);
  }

  #more() {
    this.#apply((kept) => exam.addMinutes(kept, MINUTES_MORE, this.#now));
    this.#screen.announce(words.added);
  }

  #open() {
    return this.#exam.items.filter((id) => !this.#exam.answers[id]).length;
  }

  /** @param {string} said */
  async #end(said) {
    if (this.#ending) return;
    this.#ending = true;
    this.#see();
    const now = this.#now;
    await this.#apply((kept) => exam.endExam(kept, now));
    this.#leave();
    this.#screen.announce(said);
  }

  #leave() {
    if (this.#clock.stopped) return;
    this.#clock.stop();
    this.#over();
  }
}

/** What is half typed reads as no answer: filling it in again would take it away. @param {string[]} one @param {string[]} other */
const isSame = (one, other) => one.length === other.length && one.every((id) => other.includes(id));
