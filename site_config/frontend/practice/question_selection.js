import { shuffled } from "../shared/shuffle.js";
import { withoutCards } from "./card_log.js";

/** @import { Attempt, Screen } from "./types.d.ts" */

/**
 * Questions by need: never answered, then missed last time, then the others, the
 * oldest answer first. The seed orders the first two groups.
 *
 * @param {string[]} ids
 * @param {Map<string, Attempt[]>} log Answers by item, oldest first.
 * @param {number} count
 * @param {number} seed
 */
export function prioritized(ids, log, count, seed) {
  const last = (/** @type {string} */ id) => log.get(id)?.at(-1);
  const order = shuffled(ids, seed);
  const fresh = order.filter((id) => !last(id));
  const missed = order.filter((id) => last(id)?.right === false);
  const known = order.filter((id) => last(id)?.right).sort((a, b) =>
    (last(a)?.at ?? "") < (last(b)?.at ?? "") ? -1 : 1
  );
  return [...fresh, ...missed, ...known].slice(0, count);
}

/**
 * The same questions, ordered so that neighbors differ in their objective if possible.
 *
 * @template {{id: string, objectives: string[]}} T
 * @param {T[]} entries
 */
export function interleaved(entries) {
  const groups = [...Map.groupBy(entries, ({ objectives }) => objectives[0]).values()].map((
    group,
  ) => [...group]);
  /** @type {T[]} */ const order = [];
  /** @type {T[] | undefined} */ let before;
  while (order.length < entries.length) {
    const open = groups.filter((group) => group.length && group !== before);
    before = open.sort((a, b) => b.length - a.length)[0] ?? before;
    order.push(/** @type {T} */ (before?.shift()));
  }
  return order;
}

/** Answers by item, oldest first. @param {Attempt[]} attempts */
export const byItem = (attempts) => Map.groupBy(attempts, ({ item }) => item);

/** The learner's answers, also by item, and their questions. @param {Screen} screen */
export async function loadAnswers({ store, library }) {
  const attempts = withoutCards(await store.all());
  const log = byItem(attempts);
  return { attempts, log, entries: await library.entries([...log.keys()]) };
}
