/** What a class's answers say about the questions, worked out from sums. */
import { MANY_LEARNERS } from "../../shared/result_limits.js";
import { notices, warnings } from "./analysis_notes.js";
import { notesByHand } from "./disputes.js";
import { folded } from "./flags.js";
import { isFilledIn, rightPicks } from "./scoring.js";
import { alpha, groupOf, itemRest, median, standardError, variance, wilson } from "./statistics.js";

/** @import { Analysis, ItemStats, Marking, OptionStats } from "../../shared/schema_types.d.ts" */
/** @import { AnswerSums, Marked, Row } from "./types.d.ts" */
/** @typedef {{answers: Marked[], total: number, whole: number}} Person */
/** @typedef {AnswerSums["items"][number]} ItemSums */

const MOST_NAMES = 12;

/** @param {number} value To four digits. */
const round = (value) => Number(value.toFixed(4)) + 0;

/** @param {number | null} value */
const rounded = (value) => (value === null ? null : round(value));

/** @param {number[]} values */
const sum = (values) => values.reduce((one, other) => one + other, 0);

/** @param {number[]} values */
const squares = (values) => sum(values.map((value) => value * value));

/** @param {string} a @param {string} b */
const byName = (a, b) => Number(a > b) - Number(a < b);

/** @param {[number, number][]} counts @returns {[number, number][]} */
const counted = (counts) =>
  [...Map.groupBy(counts, ([value]) => value)]
    .map(([value, same]) => /** @type {[number, number]} */ ([value, sum(same.map(([, n]) => n))]))
    .sort(([one], [other]) => one - other);

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
    const key = JSON.stringify([folded(name), id ?? ""]);
    if (!first.has(key)) first.set(key, row);
  }
  return [...first.values()].map(({ marked }) => {
    const answers = marked.filter(isCounted);
    const total = sum(answers.map(({ score }) => score?.points ?? 0));
    return { answers, total, whole: answers.filter(({ score }) => score?.right).length };
  });
}

/**
 * Equals stay together.
 *
 * @param {Person[]} persons
 * @param {number} groups
 * @returns {Map<Person, number>}
 */
function groupsOf(persons, groups) {
  const level = (/** @type {Person} */ { total }) => Number(total.toFixed(9));
  const levels = [...Map.groupBy(persons, level)].sort(([one], [other]) => one - other);
  const found = new Map();
  for (const [, same] of levels) {
    const group = groupOf(found.size, same.length, persons.length, groups);
    for (const person of same) found.set(person, group);
  }
  return found;
}

/** @param {Person[]} persons @returns {AnswerSums} */
function sumsOf(persons) {
  const sizes = Array(persons.length >= MANY_LEARNERS ? 5 : 3).fill(0);
  const groups = groupsOf(persons, sizes.length);
  for (const group of groups.values()) sizes[group]++;
  const given = persons.flatMap((person) => person.answers.map((entry) => ({ person, ...entry })));
  const totals = persons.map(({ total }) => total), wholes = persons.map(({ whole }) => whole);
  return {
    persons: persons.length,
    groups: sizes,
    totals: [sum(totals), squares(totals), sum(wholes), squares(wholes)],
    spread: wholes.map((whole) => [whole, 1]),
    items: [...Map.groupBy(given, ({ answer }) => answer.item)].map(([item, same]) => {
      const points = same.map(({ score }) => score?.points ?? 0);
      const products = same.map(({ person }, place) => points[place] * person.total);
      const right = same.filter(({ score }) => score?.right).length;
      return [item, same.length, sum(points), squares(points), sum(products), right];
    }),
    seconds: given.map(({ answer }) => [answer.item, Math.floor(answer.ms / 1000), 1]),
    picks: given.flatMap(({ person, answer, score }) =>
      (score?.picks ?? []).map((pick) => /** @type {AnswerSums["picks"][number]} */ (
        [answer.item, pick, Number(groups.get(person)), 1]
      ))
    ),
    exchanges: given.flatMap(({ score }) => (score?.exchange ? [[...score.exchange, 1]] : [])),
  };
}

/**
 * By assignment.
 *
 * @param {Row[]} rows
 * @param {Map<string, Marking>} keys
 * @returns {{title: string, rows: Row[], analysis: Analysis | null}[]}
 */
export const analyzes = (rows, keys) =>
  [...Map.groupBy(rows, ({ submission }) => submission.result.assignment.id).values()]
    .map((own) => ({ title: own[0].title, rows: own, analysis: analyze(own, keys) }));

/**
 * @param {Row[]} rows Of one assignment.
 * @param {Map<string, Marking>} keys
 */
export function analyze(rows, keys) {
  const asked = [...new Set(rows.flatMap(({ set }) => set))];
  const changed = new Set(
    rows.flatMap(({ marked }) => marked).filter(({ flag }) => flag?.name === "key-changed")
      .map(({ answer }) => answer.item),
  );
  return analysisOf(sumsOf(personsOf(rows)), keys, asked, changed, notesByHand(rows));
}

/**
 * @param {AnswerSums} sums
 * @param {Map<string, Marking>} keys
 * @param {string[]} asked
 * @param {Set<string>} [changed] Items whose key is new since.
 * @param {Map<string, import("./types.d.ts").Note[]>} [byHand] By item, what people say of it.
 * @returns {Analysis | null} Null where nobody took part.
 */
export function analysisOf(sums, keys, asked, changed = new Set(), byHand = new Map()) {
  const { persons, totals: [t, tt, w, ww] } = sums;
  if (!persons) return null;
  const markings = asked.flatMap((id) => keys.get(id) ?? []);
  const ofItem = new Map(sums.items.map((one) => [one[0], one]));
  const itemSums = markings.map(({ id }) => ofItem.get(id) ?? nothing(id));
  const seconds = Map.groupBy(sums.seconds, ([item]) => item);
  const picks = Map.groupBy(sums.picks, ([item]) => item);
  const items = markings.map((marking, place) => ({
    ...figuresOf(marking, itemSums[place], sums),
    seconds: median((seconds.get(marking.id) ?? []).map(([, second, times]) => [second, times])),
    pulls: pullsOf(marking, picks.get(marking.id) ?? [], sums.groups),
  }));
  const usual = median(items.flatMap(({ seconds }) => (seconds === null ? [] : [[seconds, 1]])));
  const spread = variance(t, tt, persons);
  const reliable = alpha(itemSums.map(([, , x, xx]) => variance(x, xx, persons)), spread);
  const rights = itemSums.map(([, , , , , right]) => variance(right, right, persons));
  return {
    persons,
    items: items.map((item, place) => ({
      ...item,
      notices: [
        ...byHand.get(item.id) ?? [],
        ...notices(item, markings[place], persons, usual, changed.has(item.id)),
      ],
    })),
    mean: round(t / persons),
    deviation: round(Math.sqrt(spread)),
    alpha: rounded(reliable),
    kr20: rounded(alpha(rights, variance(w, ww, persons))),
    error: rounded(standardError(spread, reliable)),
    spread: counted(sums.spread),
    groups: sums.groups,
    exchanges: exchangesOf(sums),
    warnings: warnings(persons, markings.length),
  };
}

/** @param {string} id @returns {ItemSums} */
const nothing = (id) => [id, 0, 0, 0, 0, 0];

/** @param {Marking} marking @param {ItemSums} sums @param {AnswerSums} all */
function figuresOf({ id, title, kind }, [, answers, x, xx, xt, right], { persons, totals }) {
  const [low, high] = wilson(right, persons);
  return {
    id,
    title,
    kind,
    answers,
    omitted: persons - answers,
    facility: round(x / persons),
    right: round(right / persons),
    interval: /** @type {ItemStats["interval"]} */ ([round(low), round(high)]),
    discrimination: rounded(itemRest(persons, x, xx, xt, totals[0], totals[1])),
  };
}

/**
 * In the order of the options; for what is filled in, the most frequent first.
 *
 * @param {Marking} marking
 * @param {AnswerSums["picks"]} picks
 * @param {number[]} groups
 * @returns {OptionStats[]}
 */
function pullsOf(marking, picks, groups) {
  const right = rightPicks(marking), filled = isFilledIn(marking);
  const names = new Map(marking.options.map(({ id, name }) => [id, name]));
  const takers = Map.groupBy(picks, ([, pick]) => pick);
  const found = [...(filled ? takers : names).keys()].map((id) => {
    const own = takers.get(id) ?? [];
    const by_group = groups.map((size, place) => {
      const times = sum(own.filter(([, , group]) => group === place).map(([, , , n]) => n));
      return size ? round(times / size) : 0;
    });
    const count = sum(own.map(([, , , times]) => times));
    return { id, name: names.get(id) ?? id, right: right.has(id), count, by_group };
  });
  return filled ? found.sort((a, b) => b.count - a.count || byName(a.id, b.id)) : found;
}

/** @param {AnswerSums} sums @returns {AnswerSums["exchanges"]} */
const exchangesOf = ({ exchanges }) =>
  [...Map.groupBy(exchanges, ([meant, chosen]) => JSON.stringify([meant, chosen])).values()]
    .map((same) => /** @type {AnswerSums["exchanges"][number]} */ (
      [same[0][0], same[0][1], sum(same.map(([, , times]) => times))]
    ))
    .sort((a, b) => byName(a[0], b[0]) || byName(a[1], b[1]));

/**
 * The answers that were most often taken for one another: by right answer, how often each was
 * chosen and how hot that is.
 *
 * @param {Analysis} found
 * @returns {{names: string[], rows: [string, [number, string][]][]} | null} Null where nothing was.
 */
export function confusionMatrix({ exchanges }) {
  const wrong = exchanges.filter(([meant, chosen]) => meant !== chosen);
  if (!wrong.length) return null;
  const involved = Map.groupBy(
    wrong.flatMap(([meant, chosen, times]) => [{ name: meant, times }, { name: chosen, times }]),
    ({ name }) => name,
  );
  const names = [...involved].map(([name, all]) => ({ name, times: sum(all.map((a) => a.times)) }))
    .sort((a, b) => b.times - a.times || byName(a.name, b.name)).slice(0, MOST_NAMES)
    .map(({ name }) => name).sort();
  const most = Math.max(...wrong.map(([, , times]) => times));
  const counts = new Map(exchanges.map(([meant, chosen, times]) => [`${meant} ${chosen}`, times]));
  return {
    names,
    rows: names.map((meant) => [
      meant,
      names.map((chosen) => {
        const times = counts.get(`${meant} ${chosen}`) ?? 0;
        const heat = meant === chosen ? "right" : String(Math.max(1, Math.ceil(3 * times / most)));
        return [times, times ? heat : "none"];
      }),
    ]),
  };
}
