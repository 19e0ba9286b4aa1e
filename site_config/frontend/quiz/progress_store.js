/** @import { Item } from "./item.js" */
/** @import { Environment, Round } from "../shared/types.js" */

/** Between one quiz and the store: what was answered in this round, and in which order options stand. */
export class ProgressStore {
  #quiz;
  #tools;

  /** @param {string} quiz @param {Environment} tools */
  constructor(quiz, tools) {
    this.#quiz = quiz;
    this.#tools = tools;
  }

  /** Everything is read first and shown at once, so that nothing moves in between. @param {Item[]} items */
  async open(items) {
    const { seed, since } = await this.#tools.store.round(this.#quiz);
    const answers = await this.#answers(items, since);
    for (const item of items) item.reopen(seed);
    items.forEach((item, place) => item.restore(answers[place]));
  }

  /** Shows the answers of this round that the store has. @param {Item[]} items */
  async restore(items) {
    const { since } = await this.#tools.store.round(this.#quiz);
    const answers = await this.#answers(items, since);
    items.forEach((item, place) => item.restore(answers[place]));
  }

  /** @param {Item[]} items @param {string} since */
  #answers(items, since) {
    return Promise.all(items.map(async ({ question: { id, version } }) => {
      const attempts = await this.#tools.store.attempts({ item: id, version });
      return attempts.filter(({ at }) => at >= since);
    }));
  }

  /** Opens the items again in a new order; what was answered before still counts. @param {Item[]} items */
  async reopen(items) {
    const { seed } = await this.#change({});
    for (const item of items) item.reopen(seed);
  }

  /** A new round: what was answered before stays in the store and counts no longer here. @param {Item[]} items */
  async startAgain(items) {
    const { seed } = await this.#change({ since: this.#tools.now().toISOString() });
    for (const item of items) item.forget(seed);
  }

  /** @param {Partial<Round>} change @returns {Promise<Round>} */
  async #change(change) {
    const { store, newSeed } = this.#tools;
    const round = { ...await store.round(this.#quiz), ...change, seed: newSeed() };
    await store.saveRound(this.#quiz, round);
    return round;
  }
}
