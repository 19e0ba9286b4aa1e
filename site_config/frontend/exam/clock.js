import { make, makeButton } from "../shared/dom.js";
import { words } from "../shared/strings/exam/index.js";
import { timeLeft } from "./state.js";

/** @import { Exam } from "../shared/store/exam_record.js" */

const TICK = 250;
const WARN_AT_MINUTES = [1, 2, 5];
const MINUTE = 60_000;

/** @param {number} milliseconds As minutes and seconds, begun seconds counted whole. */
export function minutesAndSeconds(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * The warning that the passing of time calls for, in minutes left; null where none does. Of several passed at once, the last.
 *
 * @param {number} before Milliseconds left at the last look.
 * @param {number} now Milliseconds left.
 */
export const timeWarning = (before, now) =>
  WARN_AT_MINUTES.find((minutes) =>
    before > minutes * MINUTE && now <= minutes * MINUTE && now > 0
  ) ?? null;

/** Shows the time left. It reads the clock anew each time, so a sleeping page is never late. */
export class ExamClock {
  stopped = false;
  #exam = /** @type {Exam | null} */ (null);
  #before = Infinity;
  #time = make("span.rc-clock__time");
  #more;
  #now;
  #acts;
  #timer;

  /** @param {() => Date} now @param {{announce: (text: string) => void, more: () => void, timeUp: () => void}} acts */
  constructor(now, acts) {
    this.#now = now;
    this.#acts = acts;
    this.#time.setAttribute("role", "timer");
    this.#more = makeButton(words.more, acts.more, "rc-more-time");
    const label = make("span.rc-clock__label", words.timeLeft);
    this.node = make("div.rc-clock", label, " ", this.#time, this.#more);
    this.#timer = setInterval(() => this.#tick(), TICK);
  }

  /** @param {Exam} exam */
  update(exam) {
    this.#exam = exam;
    this.#more.hidden = exam.deadline === null;
    this.#tick();
  }

  stop() {
    this.stopped = true;
    clearInterval(this.#timer);
  }

  #tick() {
    if (this.stopped || !this.#exam) return;
    const rest = timeLeft(this.#exam, this.#now().getTime());
    if (rest === null) return this.#say(words.unlimited);
    this.#say(minutesAndSeconds(rest));
    const warned = timeWarning(this.#before, rest);
    if (warned) this.#acts.announce(words.left(warned));
    this.node.toggleAttribute("data-short", rest <= 2 * MINUTE);
    this.#before = rest;
    if (rest === 0) this.#acts.timeUp();
  }

  /** @param {string} text */
  #say(text) {
    if (this.#time.textContent !== text) this.#time.textContent = text;
  }
}
