/** @import { Confusion, Entry } from "../shared/types.js" */

/** @param {Entry} entry */
export const isAnswered = ({ attempts }) => attempts.length > 0;

/** The last answer counts. @param {Entry} entry */
export const isRight = ({ attempts }) => attempts.at(-1)?.right ?? false;

/** Not right as a whole, but not all wrong either. @param {Entry} entry */
export const isPartlyRight = ({ question, kind, attempts }) => {
  const last = attempts.at(-1);
  return Boolean(last && !last.right && (kind.score?.(question, last.chosen) ?? 0) > 0);
};

/** @param {Entry} entry */
export const isMissed = (entry) => isAnswered(entry) && !isRight(entry);

/** @param {Entry[]} entries */
export const tally = (entries) => ({
  total: entries.length,
  answered: entries.filter(isAnswered).length,
  right: entries.filter(isRight).length,
  firstRight: entries.filter(({ attempts }) => attempts[0]?.right).length,
  missed: entries.filter(isMissed).length,
});

/**
 * How each objective stands, in the order the questions name them; open questions are left out.
 *
 * @param {Entry[]} entries
 */
export function byObjective(entries) {
  const answered = entries.filter(isAnswered);
  const ids = [...new Set(answered.flatMap(({ question }) => question.objectives))];
  return ids.map((id) => {
    const { right, total } = tally(
      answered.filter(({ question }) => question.objectives.includes(id)),
    );
    return { id, right, total };
  });
}

/**
 * What was taken for what and how often in this round, the most frequent first.
 *
 * @param {Entry[]} entries
 * @returns {(Confusion & {times: number})[]}
 */
export function countConfusions(entries) {
  const all = entries.flatMap(({ question, kind, attempts }) =>
    attempts.flatMap(({ chosen }) => kind.confusions(question, chosen))
  );
  const groups = Map.groupBy(all, ({ chosen, right }) => JSON.stringify([chosen, right]));
  return [...groups.values()].map((group) => ({ ...group[0], times: group.length }))
    .sort((a, b) => b.times - a.times);
}
