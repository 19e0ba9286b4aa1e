import { watchViewTime } from "./view_timer.js";
import { countedAttempt, progressOf } from "./score.js";
import { readState, writeState } from "./saved_state.js";
import { SessionStore } from "./session_store.js";

/** @import { PackageQuestion, Progress, Runtime } from "./types.d.ts" */
/** @import { Attempt, Environment, Round } from "../shared/types.d.ts" */

/** Connects the player and the LMS: earlier answers go in, every new answer goes out. */
export class Session {
  /** Whether the saved state belongs to other questions. */
  isForeign = false;
  /** @type {Attempt[]} */ #log = [];
  /** @type {Round} */ #round;
  #questions;
  #sections;
  #runtime;
  #rules;
  #onProgress;
  #secondsOf;

  /**
   * @param {{questions: PackageQuestion[], sections: HTMLElement[]}} page
   * @param {Runtime} runtime
   * @param {{mark: number | null, tries: number}} rules
   * @param {Omit<Environment, "store">} environment
   * @param {(progress: Progress) => void} onProgress
   */
  constructor({ questions, sections }, runtime, rules, environment, onProgress) {
    this.#questions = questions;
    this.#sections = sections;
    this.#runtime = runtime;
    this.#rules = rules;
    this.#onProgress = onProgress;
    this.#round = { seed: environment.newSeed(), since: new Date(0).toISOString() };
    this.#secondsOf = watchViewTime(sections, () => environment.now().getTime() / 1000);
    const store = new SessionStore({
      newSeed: environment.newSeed,
      onAnswer: (attempt) => this.#report(attempt),
      onRound: (round) => this.#saveRound(round),
    });
    this.environment = { ...environment, store };
  }

  get progress() {
    return progressOf(this.#questions, this.#log, this.#rules);
  }

  /** Restores the saved state. @param {string} quiz */
  async resume(quiz) {
    const { store } = this.environment;
    const saved = readState(this.#questions, this.#runtime.state);
    this.isForeign = Boolean(this.#runtime.state) && !saved;
    this.#log = saved?.log ?? [];
    this.#round = saved?.round ?? this.#round;
    await store.merge(this.#log);
    await store.updateValue(`quiz/${quiz}`, () => this.#round);
    this.#onProgress(this.progress);
  }

  /** @param {Attempt} attempt */
  #report(attempt) {
    const index = this.#questions.findIndex(({ question }) => question.id === attempt.item);
    const seconds = this.#secondsOf(this.#sections[index]);
    this.#log.push(attempt);
    const attempts = this.#log.filter(({ item }) => item === attempt.item);
    const counts = countedAttempt(attempts, this.#rules.tries) === attempt;
    const answer = { asked: this.#questions[index], attempt, seconds, counts };
    if (this.#runtime.records) this.#runtime.answered(answer, this.progress, this.#state);
    this.#onProgress(this.progress);
  }

  /** @param {Round} round */
  #saveRound(round) {
    this.#round = round;
    if (this.#runtime.records) this.#runtime.save(this.#state);
  }

  get #state() {
    const { tries } = this.#rules;
    return writeState(this.#questions, this.#log, this.#round, {
      tries,
      capacity: this.#runtime.capacity,
    });
  }
}
