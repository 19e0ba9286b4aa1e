import { confirmButton } from "../shared/confirm_button.js";
import { make, makeButton } from "../shared/dom.js";
import { examWords as words, practiceWords as common } from "../shared/strings/index.js";
import { Clock } from "./clock.js";
import { addMinutes, addViewTime, endExam, moveTo, noteTime, timeIn, toggleFlag } from "./state.js";

/** @import { Exam, Screen } from "./types.d.ts" */
/** @import { Message } from "../shared/strings/messages.js" */

const EXTRA_MINUTES = 5;
/** How much of the time a page that is killed may forget, where the clock is set back besides. */
const NOTE_EVERY_MS = 5000;

/**
 * @template {Exam} T
 * @typedef {{id: string, section: HTMLElement, show: (attempt: T) => void}} QuestionView
 */

/**
 * @template {Exam} T
 * @typedef {object} AttemptOptions
 * @property {Screen} screen
 * @property {string} key Where the attempt is stored.
 * @property {QuestionView<T>[]} views
 * @property {() => Promise<T | null>} load The stored attempt; null if it is gone.
 * @property {(attempt: T, step: (attempt: T) => T) => unknown} save Applies `step` in the store,
 *   where another tab may have changed it.
 * @property {(message: string) => void} onEnd
 * @property {{handedIn: string, timeUp: string, goOn: string, left: Message}} texts
 * @property {boolean} [canExtend]
 * @property {boolean} [pauseWhenHidden] Whether time on another page is not added to a question.
 */

/** @template {Exam} T A running attempt: one question at a time, every change stored at once. */
export class AttemptScreen {
  #options;
  #attempt;
  #sheet;
  #clock;
  #since;
  #ended = false;
  #paused = false;
  #position = make("strong.rc-bar__place");
  #slot = make("div.rc-slot");
  #previous = makeButton(
    words.previous,
    () => this.#goTo(this.#attempt.position - 1),
    "rc-previous",
  );
  #next = makeButton(words.next, () => this.#goTo(this.#attempt.position + 1), "rc-next");
  #flag = makeButton(words.flag, () => this.#toggleFlag(), "rc-flag");
  #submit;

  /** @param {T} attempt @param {AttemptOptions<T>} options */
  constructor(attempt, options) {
    const { screen, key, texts, canExtend, pauseWhenHidden } = options;
    this.#options = options;
    this.#attempt = attempt;
    screen.clock.raise(timeIn(attempt));
    this.#since = this.#now;
    this.#sheet = new AnswerSheet(attempt.items.length, (position) => this.#goTo(position));
    this.#submit = confirmButton("div.rc-handing-in", {
      first: [words.handIn, "rc-hand-in"],
      confirm: [words.handInNow, "rc-button--primary rc-hand-in-now"],
      cancel: texts.goOn,
      question: () => words.sureToHandIn({ open: this.#open() }),
      act: () => this.#end(texts.handedIn),
    });
    this.#clock = new Clock(() => this.#now, {
      onWarning: (minutes) => screen.announce(texts.left({ minutes })),
      onTimeUp: () => this.#end(texts.timeUp),
      onTick: () => this.#noteTime(NOTE_EVERY_MS),
      addTime: canExtend ? () => this.#extend() : undefined,
    });
    this.#clock.node.hidden = !canExtend && attempt.deadline === null;
    screen.store.onChange(({ key: changed, deleted }) =>
      (deleted || changed === key) && this.#follow(deleted)
    );
    addEventListener("pagehide", () => this.#noteTime(1));
    if (!pauseWhenHidden) return;
    this.#paused = document.hidden;
    document.addEventListener("visibilitychange", () => this.#pause());
  }

  /** @param {string} [message] */
  open(message) {
    const { screen } = this.#options;
    screen.play(
      make("div.rc-bar.rc-exam-bar", this.#position, this.#clock.node),
      make("h2.rc-hidden", common.questions),
      this.#slot,
      make("div.rc-pager.rc-exam-acts", this.#previous, this.#flag, this.#next),
      this.#sheet.node,
      this.#submit.node,
    );
    this.#show();
    this.#focus();
    if (message) screen.announce(message);
    this.#since = this.#now;
  }

  /**
   * Changes the attempt here and in the store, adding the time that the question was shown.
   *
   * @param {(attempt: T) => T} [change]
   */
  apply(change = (attempt) => attempt) {
    const [{ id }, since, now, paused] = [this.#view, this.#since, this.#now, this.#paused];
    const step = (/** @type {T} */ attempt) =>
      attempt.ended === null
        ? change(paused ? attempt : addViewTime(attempt, id, since, now))
        : attempt;
    this.#since = now;
    this.#attempt = step(this.#attempt);
    this.#show();
    return this.#options.save(this.#attempt, step);
  }

  get #now() {
    return this.#options.screen.now;
  }

  /** Stores the time, if `after` milliseconds went by since that was done. @param {number} after */
  #noteTime(after) {
    const now = this.#now;
    if (this.#ended || now - timeIn(this.#attempt) < after) return;
    const step = (/** @type {T} */ attempt) =>
      attempt.ended === null ? noteTime(attempt, now) : attempt;
    this.#attempt = step(this.#attempt);
    this.#options.save(this.#attempt, step);
  }

  get #view() {
    return this.#options.views[this.#attempt.position];
  }

  #pause() {
    if (this.#ended) return;
    if (document.hidden) this.apply();
    this.#paused = document.hidden;
    this.#since = this.#now;
  }

  /** @param {boolean} deleted Else a value that is not there could not be read. */
  async #follow(deleted) {
    const stored = await this.#options.load();
    if (this.#ended || (!stored && !deleted)) return;
    if (stored?.id !== this.#attempt.id || stored.ended !== null) return this.#leave("");
    const before = shownPart(this.#attempt);
    this.#options.screen.clock.raise(timeIn(stored));
    this.#attempt = { ...stored, position: this.#attempt.position };
    if (shownPart(stored) !== before) this.#show();
  }

  #show() {
    const { position, items, flags } = this.#attempt;
    for (const view of this.#options.views) view.show(this.#attempt);
    const { id, section } = this.#view;
    const flagged = flags.includes(id);
    if (this.#slot.firstElementChild !== section) this.#slot.replaceChildren(section);
    this.#position.textContent = words.place({ place: position + 1, total: items.length });
    this.#previous.disabled = position === 0;
    this.#next.disabled = position === items.length - 1;
    this.#flag.textContent = flagged ? words.unflag : words.flag;
    this.#flag.ariaPressed = String(flagged);
    this.#sheet.update(this.#attempt);
    this.#clock.update(this.#attempt);
  }

  /** @param {number} position */
  #goTo(position) {
    this.apply((attempt) => moveTo(attempt, position));
    this.#focus();
    const { position: index, items } = this.#attempt;
    this.#options.screen.announce(words.place({ place: index + 1, total: items.length }));
  }

  #focus() {
    /** @type {HTMLElement | null} */ (this.#slot.querySelector(".rc-item__title"))?.focus();
  }

  #toggleFlag() {
    const { id } = this.#view;
    this.apply((attempt) => toggleFlag(attempt, id));
    const flagged = this.#attempt.flags.includes(id);
    this.#options.screen.announce(flagged ? words.flagged : words.unflagged);
  }

  #extend() {
    const now = this.#now;
    this.apply((attempt) => addMinutes(attempt, EXTRA_MINUTES, now));
    this.#options.screen.announce(words.added);
  }

  #open() {
    return this.#attempt.items.filter((id) => !this.#attempt.answers[id]).length;
  }

  /** @param {string} message */
  async #end(message) {
    if (this.#ended) return;
    this.#ended = true;
    const now = this.#now;
    await this.apply((attempt) => endExam(attempt, now));
    this.#leave(message);
  }

  /** @param {string} message */
  #leave(message) {
    if (this.#clock.stopped) return;
    this.#ended = true;
    this.#clock.stop();
    this.#options.onEnd(message);
  }
}

/**
 * What another tab's change is seen by; what is half typed here stays where only time went by.
 *
 * @param {Exam} attempt
 */
const shownPart = (attempt) =>
  JSON.stringify({ ...attempt, position: 0, changed: 0, latest: 0, seen: null });

/** A button per question, with its state. */
class AnswerSheet {
  #buttons;

  /** @param {number} count @param {(index: number) => void} goTo */
  constructor(count, goTo) {
    this.#buttons = Array.from(
      { length: count },
      (_, index) => makeButton(String(index + 1), () => goTo(index), "rc-sheet__entry"),
    );
    const list = make("ol.rc-sheet__list", this.#buttons.map((button) => make("li", button)));
    const title = make("h3.rc-sheet__title", { id: "rc-sheet" }, words.sheet);
    this.node = make("nav.rc-sheet", { "aria-labelledby": "rc-sheet" }, title, list);
  }

  /** @param {Exam} exam */
  update({ items, answers, flags, position }) {
    items.forEach((id, index) => {
      const button = this.#buttons[index];
      const [answered, flagged] = [Boolean(answers[id]), flags.includes(id)];
      button.toggleAttribute("data-answered", answered);
      button.toggleAttribute("data-flagged", flagged);
      button.ariaLabel = words.sheetEntry({ place: index + 1, answered, flagged });
      button.ariaCurrent = index === position ? "true" : null;
    });
  }
}
