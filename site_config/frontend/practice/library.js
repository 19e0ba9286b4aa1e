import { loadKinds } from "../quiz/kinds/registry.js";
import { hash, shuffled } from "../shared/shuffle.js";
import { hasItem, loadItem, loadShard, loadTopic } from "./question_bank.js";

/** @import { BankEntry } from "./types.d.ts" */

/** Finds questions with as few files as possible. */
export class Library {
  /** @param {number} shards */
  constructor(shards) {
    this.shards = shards;
  }

  /** The entries of questions by id, without those no longer in the bank. @param {string[]} ids */
  async entries(ids) {
    const wanted = new Set(ids);
    const lists = await Promise.all(
      this.#shardsOf(ids).map((shard) => loadShard(shard).catch(() => [])),
    );
    return new Map(
      lists.flat().filter(({ id }) => wanted.has(id)).map((entry) => [entry.id, entry]),
    );
  }

  /**
   * A sample of at least `count` questions if there are that many; shards are random by the hash of
   * the id.
   *
   * @param {number} count
   * @param {number} seed
   * @param {(kind: string) => boolean} plays Whether the page knows the kind.
   */
  async sample(count, seed, plays) {
    const order = shuffled(Array.from({ length: this.shards }, (_, shard) => String(shard)), seed);
    /** @type {BankEntry[]} */ const found = [];
    for (const shard of order) {
      if (found.length >= count) break;
      found.push(
        ...(await loadShard(Number(shard))).filter(({ kind, ownQuizOnly }) =>
          plays(kind) && !ownQuizOnly
        ),
      );
    }
    return found;
  }

  /**
   * Ids on a topic: all of a short list, one page of a long one.
   *
   * @param {string[]} topics
   * @param {number} seed
   */
  async onTopics(topics, seed) {
    const lists = await Promise.all(topics.map((topic) => onTopic(topic, seed)));
    return [...new Set(lists.flat())];
  }

  /**
   * Whether one of them is not in the bank. Rejected if that cannot be loaded.
   *
   * @param {string[]} ids
   */
  async lacks(ids) {
    const open = ids.filter((id) => !hasItem(id));
    const lists = await Promise.all(this.#shardsOf(open).map(loadShard));
    const known = new Set(lists.flat().map(({ id }) => id));
    return !open.every((id) => known.has(id));
  }

  /** @param {string[]} ids */
  #shardsOf = (ids) => [...new Set(ids.map((id) => hash(id, 0) % this.shards))];

  /** With what its kind needs. @param {string} id */
  async item(id) {
    const item = await loadItem(id);
    await loadKinds([item.kind]);
    return item;
  }

  /** @param {string[]} ids */
  items = (ids) => Promise.all(ids.map((id) => this.item(id)));
}

/** @param {string} topic @param {number} seed */
async function onTopic(topic, seed) {
  try {
    const first = await loadTopic(topic, 0);
    const page = seed % first.pages;
    return page ? (await loadTopic(topic, page)).ids : first.ids;
  } catch {
    return [];
  }
}
