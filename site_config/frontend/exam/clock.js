import { make, makeButton } from "../shared/dom.js";
import { examWords as words } from "../shared/strings/index.js";
import { timeLeft } from "./state.js";

/** @import { Exam } from "./types.d.ts" */

const TICK_MS = 250;
const WARN_AT_MINUTES = [1, 2, 5];
const MINUTE_MS = 60_000;

/** @param {number} milliseconds As minutes and seconds; a started second counts whole. */
export function minutesAndSeconds(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * The warning that is due, in minutes left, or null; of several at once the last one.
 *
 * @param {number} before Milliseconds left at the last tick.
 * @param {number} now Milliseconds left.
 */
export const timeWarning = (before, now) =>
  WARN_AT_MINUTES.find((minutes) =>
    before > minutes * MINUTE_MS && now <= minutes * MINUTE_MS && now > 0
  ) ?? null;

/**
 * @typedef {object} ClockActions
 * @property {(minutes: number) => void} onWarning
 * @property {() => void} onTimeUp
 * @property {() => void} [addTime] Offers more time.
 * @property {() => void} onTick While there is a limit.
 */

/** Shows the time left. It reads the time at each tick, so a sleeping page is never late. */
export class Clock {
  stopped = false;
  /** @type {Exam | null} */ #attempt = null;
  #before = Infinity;
  #time = make("span.rc-clock__time", { role: "timer" });
  #addTime;
  #now;
  #actions;
  #timer;

  /** @param {() => number} now @param {ClockActions} actions */
  constructor(now, actions) {
    this.#now = now;
    this.#actions = actions;
    this.#addTime = actions.addTime && makeButton(words.more, actions.addTime, "rc-more-time");
    const label = make("span.rc-clock__label", words.timeLeft);
    this.node = make("div.rc-clock", label, " ", this.#time, this.#addTime);
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  /** @param {Exam} attempt */
  update(attempt) {
    this.#attempt = attempt;
    if (this.#addTime) this.#addTime.hidden = attempt.deadline === null;
    this.#tick();
  }

  stop() {
    this.stopped = true;
    clearInterval(this.#timer);
  }

  #tick() {
    if (this.stopped || !this.#attempt) return;
    const left = timeLeft(this.#attempt, this.#now());
    const text = left === null ? words.unlimited : minutesAndSeconds(left);
    if (this.#time.textContent !== text) this.#time.textContent = text;
    if (left === null) return;
    const minutes = timeWarning(this.#before, left);
    if (minutes) this.#actions.onWarning(minutes);
    this.node.toggleAttribute("data-short", left <= 2 * MINUTE_MS);
    this.#before = left;
    if (left === 0) this.#actions.onTimeUp();
    else this.#actions.onTick();
  }
}
