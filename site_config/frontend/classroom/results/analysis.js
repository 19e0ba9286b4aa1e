/** What a class's answers say about the questions; as generator/results/analysis.py has it. */
import { MANY_LEARNERS } from "../../shared/result_limits.js";
import { notices, warnings } from "./analysis_notes.js";
import { isFilledIn, rightPicks } from "./scoring.js";
import { alpha, groupOf, itemRest, median, standardError, variance, wilson } from "./statistics.js";

/** @import { Analysis, ItemStats, Marking, OptionStats } from "../../shared/schema_types.d.ts" */
/** @import { Marked, Row } from "./types.d.ts" */
/** @typedef {{answers: Marked[], total: number, whole: number, group: number}} Person */

/** @param {number} value @returns {number} */
const round = (value) => Math.round(value * 1e4) / 1e4 + 0;

/** @param {number | null} value */
const rounded = (value) => (value === null ? null : round(value));

/** @param {number[]} values */
const sum = (values) => values.reduce((one, other) => one + other, 0);

/** @param {Marked} entry */
const isCounted = ({ score, flag }) => Boolean(score) || flag?.name === "not-offered";

/**
 * Of each learner the first attempt that stands: a second is no independent one.
 *
 * @param {Row[]} rows
 * @returns {Person[]}
 */
function personsOf(rows) {
  /** @type {Map<string, Row>} */ const first = new Map();
  for (const row of rows.filter(({ stands }) => stands)) {
    const { name, id } = row.submission.result.learner;
    const key = JSON.stringify([name.toLowerCase(), id ?? ""]);
    if (!first.has(key)) first.set(key, row);
  }
  const persons = [...first.values()].map(({ marked }) => {
    const answers = marked.filter(isCounted);
    const total = sum(answers.map(({ score }) => score?.points ?? 0));
    return { answers, total, whole: answers.filter(({ score }) => score?.right).length, group: 0 };
  });
  return grouped(persons, persons.length >= MANY_LEARNERS ? 5 : 3);
}

/** @param {Person[]} persons @param {number} groups */
function grouped(persons, groups) {
  const level = (/** @type {Person} */ { total }) => total.toFixed(9);
  const sizes = [...Map.groupBy(persons, level)].sort(([one], [other]) =>
    Number(one) - Number(other)
  );
  let below = 0;
  for (const [, same] of sizes) {
    for (const person of same) person.group = groupOf(below, same.length, persons.length, groups);
    below += same.length;
  }
  return persons;
}

/**
 * @param {Row[]} rows Of one assignment.
 * @param {Map<string, Marking>} keys
 * @returns {Analysis | null} Null where nobody took part.
 */
export function analyse(rows, keys) {
  const persons = personsOf(rows), count = persons.length;
  if (!count) return null;
  const asked = [...new Set(rows.flatMap(({ set }) => set))].filter((id) => keys.has(id));
  const totals = persons.map(({ total }) => total), wholes = persons.map(({ whole }) => whole);
  const [t, tt] = [sum(totals), sum(totals.map((one) => one * one))];
  const groups = Array.from(
    { length: count >= MANY_LEARNERS ? 5 : 3 },
    (_, place) => persons.filter(({ group }) => group === place).length,
  );
  const found = asked.map((id) =>
    statsOf(/** @type {Marking} */ (keys.get(id)), persons, groups, t, tt)
  );
  const usual = median(
    found.flatMap(({ stats }) => (stats.seconds === null ? [] : [stats.seconds])),
  );
  const changed = new Set(
    rows.flatMap(({ flags }) => flags).filter(({ name }) => name === "key-changed").map((
      { about },
    ) => about),
  );
  for (const { stats } of found) {
    const marking = /** @type {Marking} */ (keys.get(stats.id));
    stats.notices = notices(stats, marking, count, usual, changed.has(stats.id));
  }
  const spread = variance(t, tt, count);
  const reliable = alpha(found.map(({ spread }) => spread), spread);
  const w = sum(wholes), ww = sum(wholes.map((one) => one * one));
  return {
    persons: count,
    items: found.map(({ stats }) => stats),
    mean: round(t / count),
    deviation: round(Math.sqrt(spread)),
    alpha: rounded(reliable),
    kr20: rounded(alpha(found.map(({ wholeSpread }) => wholeSpread), variance(w, ww, count))),
    error: rounded(standardError(spread, reliable)),
    spread: counted(wholes),
    groups,
    exchanges: exchangesOf(persons),
    warnings: warnings(count, asked.length),
  };
}

/** @param {number[]} values @returns {[number, number][]} */
const counted = (values) =>
  [...Map.groupBy(values, (value) => value)].map((
    [value, same],
  ) => /** @type {[number, number]} */ ([value, same.length])).sort(([one], [other]) =>
    one - other
  );

/**
 * @param {Marking} marking
 * @param {Person[]} persons
 * @param {number[]} groups
 * @param {number} t
 * @param {number} tt
 */
function statsOf(marking, persons, groups, t, tt) {
  const count = persons.length;
  const given = persons.flatMap((person) =>
    person.answers.filter(({ answer }) => answer.item === marking.id).map((entry) => ({
      person,
      entry,
    }))
  );
  const points = given.map(({ entry }) => entry.score?.points ?? 0);
  const [x, xx] = [sum(points), sum(points.map((one) => one * one))];
  const xt = sum(given.map(({ person }, place) => points[place] * person.total));
  const right = given.filter(({ entry }) => entry.score?.right).length;
  const [low, high] = wilson(right, count);
  /** @type {ItemStats} */ const stats = {
    id: marking.id,
    title: marking.title,
    kind: marking.kind,
    answers: given.length,
    omitted: count - given.length,
    facility: round(x / count),
    right: round(right / count),
    interval: [round(low), round(high)],
    discrimination: rounded(itemRest(count, x, xx, xt, t, tt)),
    seconds: median(given.map(({ entry }) => Math.floor(entry.answer.ms / 1000))),
    pulls: pullsOf(
      marking,
      given.map(({ person, entry }) => ({ group: person.group, picks: entry.score?.picks ?? [] })),
      groups,
    ),
    notices: [],
  };
  return { stats, spread: variance(x, xx, count), wholeSpread: variance(right, right, count) };
}

/**
 * In the order of the options; for what is filled in, the most frequent first.
 *
 * @param {Marking} marking @param {{group: number, picks: string[]}[]} given @param {number[]}
 *   groups
 * @returns {OptionStats[]}
 */
function pullsOf(marking, given, groups) {
  const right = rightPicks(marking), filled = isFilledIn(marking);
  const names = new Map(marking.options.map(({ id, name }) => [id, name]));
  const ids = filled ? [...new Set(given.flatMap(({ picks }) => picks))] : [...names.keys()];
  const found = ids.map((id) => {
    const takers = given.flatMap(({ group, picks }) =>
      picks.filter((pick) => pick === id).map(() => group)
    );
    const by_group = groups.map((size, place) =>
      size ? round(takers.filter((group) => group === place).length / size) : 0
    );
    return { id, name: names.get(id) ?? id, right: right.has(id), count: takers.length, by_group };
  });
  return filled ? found.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)) : found;
}

/** @param {Person[]} persons @returns {[string, string, number][]} */
function exchangesOf(persons) {
  const found = persons.flatMap(({ answers }) =>
    answers.flatMap(({ score }) => (score?.exchange ? [score.exchange] : []))
  );
  return [...Map.groupBy(found, (pair) => JSON.stringify(pair)).values()]
    .map((same) => /** @type {[string, string, number]} */ ([...same[0], same.length]))
    .sort((a, b) => (a[0] === b[0] ? (a[1] < b[1] ? -1 : 1) : a[0] < b[0] ? -1 : 1));
}
