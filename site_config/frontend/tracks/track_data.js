/**
 * A track, as generator/pages/tracks.py writes it.
 *
 * @typedef {{id: string, version: number, digest: string, objectives: string[]}} PoolItem
 * @typedef {{count: number, items: PoolItem[]}} Pool A check asks `count` of them, the next try the
 *   next ones.
 * @typedef {{id: string, title: string, passMark: number, practice: string[], pools: Pool[]}}
 *   Module
 * @typedef {{id: string, title: string, asOf: string, edition: string, modules: Module[]}} Track
 */

/** How many questions a check asks. @param {Module} module */
export const questionCount = ({ pools }) => pools.reduce((sum, { count }) => sum + count, 0);

/** How many right answers pass. @param {Module} module */
export const passingCount = (module) => Math.ceil((questionCount(module) * module.passMark) / 100);

/** The questions of a try. @param {Module} module @param {number} tries Tries before it. */
export const drawQuestions = ({ pools }, tries) =>
  pools.flatMap(({ count, items }) =>
    Array.from({ length: count }, (_, index) => items[(tries * count + index) % items.length])
  );

/** Every question that a check may ask, by id. @param {Module} module */
export const poolItems = ({ pools }) =>
  new Map(pools.flatMap(({ items }) => items).map((item) => [item.id, item]));
