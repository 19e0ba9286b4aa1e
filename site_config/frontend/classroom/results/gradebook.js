/** Submissions to rows: every score worked out anew from the answers and the current keys. */
import { flag, flagsOfCopies, flagsOfTimes, folded } from "./flags.js";
import { contentOf, ownMarking } from "../format/own_question.js";
import { score } from "./scoring.js";

/** @import { Marking, OwnQuestion, ResultAnswer } from "../../shared/schema_types.d.ts" */
/** @import { Decide, Marked, Note, Row, Submission, Terms } from "./types.d.ts" */

/** @param {Submission} one */
const placeOf = ({ result, source }) => [
  result.assignment.id,
  folded(result.learner.name),
  String(result.attempt).padStart(4, "0"),
  result.finished,
  source,
];

/** @param {Submission} one @param {Submission} other */
function inOrder(one, other) {
  const [a, b] = [placeOf(one), placeOf(other)];
  const at = a.findIndex((part, place) => part !== b[place]);
  return at < 0 ? 0 : a[at] < b[at] ? -1 : 1;
}

/** Every question that was set or answered. @param {Submission[]} submissions */
export const itemsOf = (submissions) => [
  ...new Set(
    submissions.flatMap(({ result }) => [
      ...(result.assignment.items ?? []),
      ...result.answers.map(({ item }) => item),
    ]),
  ),
];

/**
 * The markings of instructors' own questions, which the results carry. Where copies differ, most
 * decide: a key that one learner changed marks nobody, and is flagged as another key.
 *
 * @param {Submission[]} submissions
 * @returns {Map<string, Marking>}
 */
export function ownMarkings(submissions) {
  const carried = submissions.flatMap(({ result }) => result.own_questions ?? []);
  const byId = [...Map.groupBy(carried, ({ id }) => id)];
  return new Map(byId.map(([id, questions]) => [id, ownMarking(mostCommon(questions))]));
}

/** Of as many the newest. @param {OwnQuestion[]} questions */
function mostCommon(questions) {
  const groups = [...Map.groupBy(questions, contentOf).values()];
  return groups.toSorted((one, other) =>
    other.length - one.length || other[0].version - one[0].version
  )[0][0];
}

/**
 * A row for each submission, by assignment, learner and attempt.
 *
 * @param {Submission[]} submissions
 * @param {Map<string, Marking>} keys
 * @param {number} now
 * @param {Map<string, Terms>} [terms] By assignment; only the command knows them.
 * @param {boolean} [hasKey] Whether the class has a key, as far as is known without terms.
 * @param {Decide} [decide] What an instructor decided about credits.
 * @returns {Row[]}
 */
export function gradebook(submissions, keys, now, terms, hasKey = false, decide = undecided) {
  const ordered = [...submissions].sort(inOrder);
  const copies = flagsOfCopies(ordered), usual = usualSets(ordered);
  const sealed = new Set(ordered.filter((one) => one.sealed).map(assignmentOf));
  return ordered.map((one, place) => {
    const { id } = one.result.assignment, agreed = terms && (terms.get(id) ?? {});
    const set = setOf(one), expected = joined(agreed?.items) || usual.get(id);
    const other = set && set !== expected ? [flag("other-set")] : [];
    const unsealed = one.sealed === false && (agreed?.sealed ?? (hasKey || sealed.has(id)))
      ? [flag("not-sealed")]
      : [];
    return rowOf(one, keys, [...copies[place], ...other, ...unsealed], now, decide, agreed);
  });
}

/** @type {Decide} */
const undecided = (_, entry) => entry;

/** @param {Submission} one */
const assignmentOf = ({ result }) => result.assignment.id;

/** @param {string[]} [items] */
const joined = (items = []) => items.toSorted().join(" ");

/** @param {Submission} one */
const setOf = ({ result }) => joined(result.assignment.items);

/**
 * By assignment the list of questions that most results have: one that lists others was changed, or
 * is older.
 *
 * @param {Submission[]} ordered
 */
function usualSets(ordered) {
  const groups = Map.groupBy(ordered, assignmentOf);
  return new Map(
    [...groups].map(([id, own]) => {
      const sets = [...Map.groupBy(own, setOf)].map(([set, same]) => ({ set, times: same.length }));
      return [
        id,
        sets.reduce((a, b) => (b.times > a.times || (b.times === a.times && b.set > a.set) ? b : a))
          .set,
      ];
    }),
  );
}

/**
 * @param {Submission} one
 * @param {Map<string, Marking>} keys
 * @param {Note[]} copies
 * @param {number} now
 * @param {Decide} decide
 * @param {Terms} [terms]
 * @returns {Row}
 */
function rowOf(one, keys, copies, now, decide, terms) {
  const { result } = one;
  const answers = [...new Map(result.answers.map((answer) => [answer.item, answer])).values()];
  const all = answers.map((answer) => decide(result, markedOf(answer, keys.get(answer.item))));
  const asked = [terms?.items, result.assignment.items].find((items) => items?.length) ??
    answers.map(({ item }) => item);
  const lost = new Set(
    all.filter(({ score, flag }) => !score && flag?.name !== "not-offered").map(({ answer }) =>
      answer.item
    ),
  );
  const marked = all.filter(({ answer }) => asked.includes(answer.item));
  const counted = asked.filter((id) => keys.has(id) && !lost.has(id)).length;
  const scores = marked.flatMap(({ score }) => (score ? [score] : []));
  const right = scores.filter((found) => found.right).length;
  const percent = counted ? Math.round(1000 * right / counted) / 10 : null;
  const mark = terms?.pass_mark ?? null;
  return {
    submission: one,
    title: terms?.title ?? result.assignment.title ?? result.assignment.id,
    marked,
    set: asked,
    counted,
    flags: [
      ...copies,
      ...flagsOfTimes(result, now, terms),
      ...flagsOfAnswers(all, marked, asked, keys),
    ],
    stands: !copies.some(({ name }) => name === "copy" || name === "copied"),
    right,
    points: Math.round(scores.reduce((sum, { points }) => sum + points, 0) * 1e6) / 1e6,
    percent,
    ...(terms ? { passed: mark === null || percent === null ? null : percent >= mark } : {}),
    minutes: Math.round((Date.parse(result.finished) - Date.parse(result.started)) / 6000) / 10,
  };
}

/**
 * @param {Marked[]} all
 * @param {Marked[]} marked
 * @param {string[]} asked
 * @param {Map<string, Marking>} keys
 */
function flagsOfAnswers(all, marked, asked, keys) {
  const answered = new Set(marked.map(({ answer }) => answer.item));
  return [
    ...marked.flatMap(({ flag }) => (flag ? [flag] : [])),
    ...asked.filter((id) => !keys.has(id) && !answered.has(id)).map((id) => flag("gone", id)),
    ...all.filter(({ answer }) => !asked.includes(answer.item)).map(({ answer }) =>
      flag("not-set", answer.item)
    ),
  ];
}

/** @param {ResultAnswer} answer @param {Marking | undefined} marking @returns {Marked} */
function markedOf(answer, marking) {
  const { item, version, digest, response } = answer;
  if (!marking) return { answer, score: null, flag: flag("gone", item) };
  if (marking.version !== version) return { answer, score: null, flag: flag("reworded", item) };
  const found = score(marking, response);
  if (!found) return { answer, score: null, flag: flag("not-offered", item) };
  return {
    answer,
    score: found,
    flag: marking.digest === digest ? null : flag("key-changed", item),
  };
}
