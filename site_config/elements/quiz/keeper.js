/** @typedef {import("./item.js").Item} Item */
/** @typedef {import("../types.js").Round} Round */

/** Between one quiz and the store: what was answered in this round, and in which order options stand. */
export class Keeper {
  #quiz;
  #tools;

  /** @param {string} quiz @param {import("../types.js").Tools} tools */
  constructor(quiz, tools) {
    this.#quiz = quiz;
    this.#tools = tools;
  }

  /** @param {Item[]} items */
  async open(items) {
    const { seed } = await this.#tools.store.round(this.#quiz);
    for (const item of items) item.reopen(seed);
    await this.restore(items);
  }

  /** Shows the answers of this round that the store has. @param {Item[]} items */
  async restore(items) {
    const { since } = await this.#tools.store.round(this.#quiz);
    await Promise.all(items.map(async (item) => {
      const { id, version } = item.question;
      const attempts = await this.#tools.store.attempts({ item: id, version });
      item.restore(attempts.filter(({ at }) => at >= since));
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
