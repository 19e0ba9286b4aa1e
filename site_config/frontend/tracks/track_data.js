/**
 * What the build says of a track; generator/pages/tracks.py writes it.
 *
 * @typedef {{id: string, version: number, digest: string, objectives: string[]}} PoolItem
 * @typedef {{count: number, items: PoolItem[]}} Pool A sitting asks `count` of them: the first so many, the next sitting the next.
 * @typedef {{id: string, title: string, passMark: number, practice: string[], pools: Pool[]}} Module
 * @typedef {{id: string, title: string, asOf: string, edition: string, modules: Module[]}} Track
 */

/** How many questions a check asks. @param {Module} module */
export const questionCount = ({ pools }) => pools.reduce((sum, { count }) => sum + count, 0);

/** How many right answers pass. @param {Module} module */
export const passingCount = (module) => Math.ceil((questionCount(module) * module.passMark) / 100);

/** The questions of a try. @param {Module} module @param {number} tried Tries before it. @returns {PoolItem[]} */
export const drawQuestions = ({ pools }, tried) =>
  pools.flatMap(({ count, items }) =>
    Array.from({ length: count }, (_, place) => items[(tried * count + place) % items.length])
  );

/** Every question that a check may ask, by id. @param {Module} module */
export const poolItems = ({ pools }) =>
  new Map(pools.flatMap(({ items }) => items).map((item) => [item.id, item]));
