import { make } from "../../shared/dom.js";
import { minutesAndSeconds, timeWarning } from "../../exam/clock.js";
import { timeLeft } from "../../exam/state.js";
import { words as said } from "../../shared/strings/exam/index.js";
import { words } from "../../shared/strings/assignment/index.js";

const TICK = 250;
const SHORT = 120_000;

/** Shows the time left of an attempt, and says when it is short. It reads the clock anew each time. */
export class Countdown {
  #time = make("span.rc-clock__time");
  #before = Infinity;
  #timer;

  /** @param {{deadline: number | null}} run @param {() => number} now @param {{announce: (text: string) => void, timeUp: () => void}} acts */
  constructor(run, now, { announce, timeUp }) {
    this.#time.setAttribute("role", "timer");
    const label = make("span.rc-clock__label", said.timeLeft);
    this.node = make("div.rc-clock", { hidden: run.deadline === null }, label, " ", this.#time);
    const tick = () => {
      const rest = timeLeft(/** @type {any} */ (run), now());
      if (rest === null) return;
      const text = minutesAndSeconds(rest);
      if (this.#time.textContent !== text) this.#time.textContent = text;
      const warned = timeWarning(this.#before, rest);
      if (warned) announce(words.left(warned));
      this.node.toggleAttribute("data-short", rest <= SHORT);
      this.#before = rest;
      if (rest === 0) timeUp();
    };
    this.#timer = setInterval(tick, TICK);
    queueMicrotask(tick);
  }

  stop() {
    clearInterval(this.#timer);
  }
}
