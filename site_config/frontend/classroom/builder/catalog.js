/** The questions to choose from, loaded as needed. */
import { fits } from "../format/question_draw.js";
import { loadShard, loadTopic } from "../../practice/question_bank.js";
import { Library } from "../../practice/library.js";

/** @import { BankEntry, Draw } from "../types.d.ts" */

export class Catalog extends Library {
  /** @type {Map<string, BankEntry>} */ known = new Map();

  /** Every question that matches a draw, by title. @param {Draw} draw */
  async fitting(draw) {
    const topics = topicsOf(draw);
    const entries = topics ? await this.named(await onTopics(topics)) : await this.#all();
    return entries.filter((entry) => fits(draw, entry))
      .sort((one, other) => (one.title < other.title ? -1 : 1));
  }

  /** Those that there are. @param {string[]} ids */
  async named(ids) {
    const found = await this.entries(ids.filter((id) => !this.known.has(id)));
    found.forEach((entry, id) => this.known.set(id, entry));
    return ids.flatMap((id) => this.known.get(id) ?? []);
  }

  async #all() {
    const shards = Array.from({ length: this.shards }, (_, shard) => loadShard(shard));
    const entries = (await Promise.all(shards)).flat();
    entries.forEach((entry) => this.known.set(entry.id, entry));
    return entries;
  }
}

/** @param {Draw} draw */
function topicsOf({ quizzes, codes, objectives }) {
  if (quizzes.length) return quizzes.map((name) => `quiz-${name}`);
  if (codes.length) return codes.map((name) => `code-${name}`);
  return objectives.length ? objectives.map((name) => `objective-${name}`) : null;
}

/** @param {string[]} topics */
async function onTopics(topics) {
  const lists = await Promise.all(topics.map(async (topic) => {
    const first = await loadTopic(topic, 0);
    const rest = Array.from({ length: first.pages - 1 }, (_, page) => loadTopic(topic, page + 1));
    return [first, ...await Promise.all(rest)].flatMap(({ ids }) => ids);
  }));
  return [...new Set(lists.flat())];
}
