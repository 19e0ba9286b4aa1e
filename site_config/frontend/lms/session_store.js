import { MemoryBackend } from "../shared/store/memory_backend.js";
import { LearnerStore } from "../shared/store/learner_store.js";
import { SILENT } from "../shared/store/tab_channel.js";

/** @import { Attempt, Round } from "../shared/types.d.ts" */

/** The answers of one session: in memory here, stored by the LMS. No other tab learns of them. */
export class SessionStore extends LearnerStore {
  #onAnswer;
  #onRound;

  /**
   * @param
   *   {{newSeed: () => number, onAnswer: (attempt: Attempt) => void, onRound: (round: Round) =>
   * void}}
   *   options
   */
  constructor({ newSeed, onAnswer, onRound }) {
    super({ openBackend: () => Promise.resolve(new MemoryBackend()), channel: SILENT, newSeed });
    this.#onAnswer = onAnswer;
    this.#onRound = onRound;
  }

  /** @override @param {Attempt} attempt */
  async record(attempt) {
    await super.record(attempt);
    this.#onAnswer(attempt);
  }

  /** @override @param {string} quiz @param {Round} round */
  async saveRound(quiz, round) {
    await super.saveRound(quiz, round);
    this.#onRound(round);
  }
}
