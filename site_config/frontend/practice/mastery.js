import { kinds } from "../quiz/kinds/index.js";

/** @import { Attempt, BankEntry } from "./types.d.ts" */
/** @import { ReviewState } from "./review_queue.js" */

/**
 * How much of a topic is known: how many answered questions were right on the last attempt, and how
 * likely they are still known today. Answers under other facts do not count.
 *
 * @param {ReviewState[]} known
 * @param {(entry: BankEntry) => string[]} topicsOf
 * @returns The weakest first.
 */
export function mastery(known, topicsOf) {
  const rows = known.filter(({ attempts }) => attempts.length).flatMap((one) =>
    topicsOf(one.entry).map((id) => ({ id, one }))
  );
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, group]) => {
    const right = group.filter(({ one }) => one.attempts.at(-1)?.right);
    const strength = right.reduce((sum, { one }) => sum + one.recall, 0) / group.length;
    return { id, right: right.length, total: group.length, strength };
  }).sort((a, b) => a.strength - b.strength || b.total - a.total);
}

/**
 * What was chosen where something else was right; every answer counts, corrected or not.
 *
 * @param {Map<string, BankEntry>} entries
 * @param {Attempt[]} attempts
 * @returns Right answers included; the most
 *   frequent first.
 */
export function confusionCounts(entries, attempts) {
  const cells = attempts.flatMap((attempt) => {
    const entry = entries.get(attempt.item);
    return entry && entry.version === attempt.version && kinds.get(entry.kind)?.exchanges
      ? confusionIn(entry, attempt.chosen)
      : [];
  });
  return [...Map.groupBy(cells, ({ right, chosen }) => `${right} ${chosen}`).values()]
    .map((group) => ({ ...group[0], times: group.length }))
    .sort((a, b) => b.times - a.times || (a.right + a.chosen < b.right + b.chosen ? -1 : 1));
}

/**
 * The confusion in one answer; none if more than one was exchanged, since it is unclear which for
 * which.
 *
 * @param {BankEntry} entry
 * @param {string[]} chosen
 */
function confusionIn({ kind, right }, chosen) {
  const [added, missing] = [
    chosen.filter((id) => !right.includes(id)),
    right.filter((id) => !chosen.includes(id)),
  ];
  if (kinds.get(kind)?.form === "one" && !added.length) {
    return [{ right: chosen[0], chosen: chosen[0] }];
  }
  return added.length === 1 && missing.length === 1 && isAnswer(added[0])
    ? [{ right: missing[0], chosen: added[0] }]
    : [];
}

/** A code, or an answer in place of one; no statement. @param {string} id */
const isAnswer = (id) => /^[A-Z]?\d{4,5}$|^(not-billable|ask-therapist)$/.test(id);

/**
 * The pairs of codes mixed up most often, either way.
 *
 * @param {ReturnType<typeof confusionCounts>} counts
 * @returns `97124-97140`, as the bank names it.
 */
export function confusedPairs(counts) {
  const isCode = (/** @type {string} */ name) => /^[A-Z]?\d{4,5}$/.test(name);
  const wrong = counts.filter(({ right, chosen }) =>
    right !== chosen && isCode(right) && isCode(chosen)
  );
  const groups = Map.groupBy(wrong, ({ right, chosen }) => [right, chosen].sort().join("-"));
  return [...groups].map(([pair, group]) => ({
    pair,
    times: group.reduce((sum, { times }) => sum + times, 0),
  }))
    .sort((a, b) => b.times - a.times || (a.pair < b.pair ? -1 : 1));
}

/**
 * Days with an answer, in local time.
 *
 * @param {Attempt[]} attempts
 * @param {Date} now
 * @returns `row` counts back from today, or from yesterday while
 *   today is still open.
 */
export function practiceDays(attempts, now) {
  const days = new Set(attempts.map(({ at }) => new Date(at).toDateString()));
  const day = new Date(now);
  if (!days.has(day.toDateString())) day.setDate(day.getDate() - 1);
  let row = 0;
  for (; days.has(day.toDateString()); day.setDate(day.getDate() - 1)) row++;
  return { total: days.size, row };
}
