/** @import { Item } from "./item.js" */
/** @import { Environment, Round } from "../shared/types.d.ts" */

/** One quiz's part of the store: the answers of this round, and the order of the options. */
export class ProgressStore {
  #quiz;
  #env;

  /** @param {string} quiz @param {Environment} env */
  constructor(quiz, env) {
    this.#quiz = quiz;
    this.#env = env;
  }

  /**
   * Everything is read first and shown at once, so that nothing moves in between.
   *
   * @param {Item[]} items
   */
  async open(items) {
    const { seed, since } = await this.#env.store.round(this.#quiz);
    const answers = await this.#answers(items, since);
    for (const item of items) item.reopen(seed);
    items.forEach((item, index) => item.restore(answers[index]));
  }

  /** @param {Item[]} items */
  async restore(items) {
    const { since } = await this.#env.store.round(this.#quiz);
    const answers = await this.#answers(items, since);
    items.forEach((item, index) => item.restore(answers[index]));
  }

  /** @param {Item[]} items @param {string} since */
  #answers(items, since) {
    return Promise.all(items.map(async ({ question: { id, version } }) => {
      const attempts = await this.#env.store.attempts({ item: id, version });
      return attempts.filter(({ at }) => at >= since);
    }));
  }

  /** Opens the items again in a new order; earlier answers still count. @param {Item[]} items */
  async reopen(items) {
    const { seed } = await this.#change({});
    for (const item of items) item.reopen(seed);
  }

  /**
   * A new round: earlier answers stay in the store and no longer count here.
   *
   * @param {Item[]} items
   */
  async startAgain(items) {
    const { seed } = await this.#change({ since: this.#env.now().toISOString() });
    for (const item of items) item.forget(seed);
  }

  /** @param {Partial<Round>} change @returns {Promise<Round>} */
  async #change(change) {
    const { store, newSeed } = this.#env;
    const round = { ...await store.round(this.#quiz), ...change, seed: newSeed() };
    await store.saveRound(this.#quiz, round);
    return round;
  }
}
