import { watchViewTime } from "./view_timer.js";
import { countedAttempt, progressOf } from "./score.js";
import { readState, writeState } from "./saved_state.js";
import { SessionStore } from "./session_store.js";

/** @import { Attempt, Round } from "../shared/types.js" */
/** @import { PackageQuestion, Progress, Runtime } from "./types.js" */

/** Between the player and the LMS: what was answered before goes in, every answer goes out. */
export class Session {
  /** @type {Attempt[]} */ #log = [];
  /** @type {Round} */ #round;
  #asked;
  #sections;
  #runtime;
  #rules;
  #told;
  #secondsOf;
  /** Whether what was kept belongs to other questions. */
  strange = false;

  /**
   * @param {{asked: PackageQuestion[], sections: HTMLElement[]}} page
   * @param {Runtime} runtime
   * @param {{mark: number | null, tries: number}} rules
   * @param {{now: () => Date, newSeed: () => number, newId: () => string}} outside
   * @param {(standing: Progress) => void} told
   */
  constructor({ asked, sections }, runtime, rules, outside, told) {
    this.#asked = asked;
    this.#sections = sections;
    this.#runtime = runtime;
    this.#rules = rules;
    this.#told = told;
    this.#round = { seed: outside.newSeed(), since: new Date(0).toISOString() };
    this.#secondsOf = watchViewTime(sections, () => outside.now().getTime() / 1000);
    const answered = (/** @type {Attempt} */ attempt) => this.#answered(attempt);
    const began = (/** @type {Round} */ round) => this.#began(round);
    const store = new SessionStore({ ...outside, answered, began });
    this.tools = { ...outside, store };
  }

  get standing() {
    return progressOf(this.#asked, this.#log, this.#rules);
  }

  /** Brings back what was kept. @param {string} quiz */
  async resume(quiz) {
    const { store } = this.tools;
    const found = readState(this.#asked, this.#runtime.state);
    this.strange = Boolean(this.#runtime.state) && !found;
    this.#log = found?.log ?? [];
    this.#round = found?.round ?? this.#round;
    await store.merge(this.#log);
    await store.updateValue(`quiz/${quiz}`, () => this.#round);
    this.#told(this.standing);
  }

  /** @param {Attempt} attempt */
  #answered(attempt) {
    const place = this.#asked.findIndex(({ question }) => question.id === attempt.item);
    const seconds = this.#secondsOf(this.#sections[place]);
    this.#log.push(attempt);
    const own = this.#log.filter(({ item }) => item === attempt.item);
    const counts = countedAttempt(own, this.#rules.tries) === attempt;
    const told = { asked: this.#asked[place], attempt, seconds, counts };
    if (this.#runtime.records) this.#runtime.answered(told, this.standing, this.#state);
    this.#told(this.standing);
  }

  /** @param {Round} round */
  #began(round) {
    this.#round = round;
    if (this.#runtime.records) this.#runtime.keep(this.#state);
  }

  get #state() {
    const { tries } = this.#rules;
    return writeState(this.#asked, this.#log, this.#round, { tries, room: this.#runtime.room });
  }
}
