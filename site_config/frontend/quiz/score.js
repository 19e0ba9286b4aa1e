/** @import { Confusion, Entry } from "../shared/types.d.ts" */

/** @param {Entry} entry */
const isAnswered = ({ attempts }) => attempts.length > 0;

/** The last answer counts. @param {Entry} entry */
export const isRight = ({ attempts }) => attempts.at(-1)?.right ?? false;

/** Wrong as a whole, but right in part. @param {Entry} entry */
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
 * The score of each objective, in the order of the questions, without open ones.
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
 * The confusions of this round with their counts, the most frequent first. What was not answered
 * mixes up nothing.
 *
 * @param {Entry[]} entries
 * @returns {(Confusion & {times: number})[]}
 */
export function countConfusions(entries) {
  const all = entries.flatMap(({ question, kind, attempts }) =>
    attempts.flatMap(({ chosen }) => (chosen.length ? kind.confusions(question, chosen) : []))
  );
  const groups = Map.groupBy(all, ({ chosen, right }) => JSON.stringify([chosen, right]));
  return [...groups.values()].map((group) => ({ ...group[0], times: group.length }))
    .sort((a, b) => b.times - a.times);
}
