import { make, makeButton } from "../shared/dom.js";
import { playerWords as words, quizWords as strings } from "../shared/strings/index.js";

/** @import { View } from "../shared/types.d.ts" */

/**
 * @typedef {object} BarState
 * @property {View} view
 * @property {boolean} retry
 * @property {number} number Of the question shown, from 1.
 * @property {number} total Questions in this round.
 * @property {number} answered
 * @property {number} right
 */

/** Above the questions: how far the learner is, and how the questions are shown. */
export class ProgressBar {
  #position = make("strong.rc-bar__place");
  #tally = make("span.rc-bar__tally");
  #progress = make("progress.rc-bar__progress", { "aria-label": strings.progress });
  #view;
  #missed;
  #all;

  /** @param {{toggleView: () => void, retryMissed: () => void, showAll: () => void}} actions */
  constructor({ toggleView, retryMissed, showAll }) {
    this.#view = makeButton("", toggleView, "rc-view");
    this.#missed = makeButton("", retryMissed, "rc-back-to-missed");
    this.#all = makeButton(words.allQuestions, showAll, "rc-all-questions");
    this.node = make(
      "div.rc-bar",
      make("p.rc-bar__words", this.#position, " ", this.#tally),
      make("div.rc-bar__buttons", this.#missed, this.#all, this.#view),
      this.#progress,
    );
    this.offerMissed(0);
  }

  /**
   * Not while questions are answered: a row that comes and goes would move them.
   *
   * @param {number} count
   */
  offerMissed(count) {
    this.#missed.hidden = count === 0;
    this.#missed.textContent = words.backToMissed({ count });
  }

  /** @param {BarState} state */
  update({ view, retry, number, total, answered, right }) {
    const single = view === "one";
    this.#position.textContent = number > total
      ? strings.result
      : (single ? words.place({ place: number, total, retry }) : words.listed({ total, retry }));
    this.#tally.textContent = strings.tally({ answered, right });
    this.#progress.max = total;
    this.#progress.value = answered;
    this.#view.textContent = single ? words.showList : words.showOne;
    this.#all.hidden = !retry;
  }
}
