import { MemoryBackend } from "../shared/store/memory_backend.js";
import { LearnerStore } from "../shared/store/learner_store.js";

/** @import { Attempt, Round } from "../shared/types.js" */

/** Nobody else hears of what is answered in a course. */
const SILENT = { post: () => {}, listen: () => {} };

/** The answers of one session: in memory here, kept by the LMS. */
export class SessionStore extends LearnerStore {
  #answered;
  #began;

  /**
   * @param {object} outside
   * @param {() => Date} outside.now
   * @param {() => number} outside.newSeed
   * @param {(attempt: Attempt) => void} outside.answered
   * @param {(round: Round) => void} outside.began
   */
  constructor({ now, newSeed, answered, began }) {
    const reach = () => {
      throw new Error("nothing of the browser's own is read");
    };
    super({
      openDisk: () => Promise.resolve(new MemoryBackend()),
      reach,
      channel: SILENT,
      now,
      newSeed,
    });
    this.#answered = answered;
    this.#began = began;
  }

  /** @override @param {Attempt} attempt */
  async record(attempt) {
    await super.record(attempt);
    this.#answered(attempt);
  }

  /** @override @param {string} quiz @param {Round} round */
  async saveRound(quiz, round) {
    await super.saveRound(quiz, round);
    this.#began(round);
  }
}
