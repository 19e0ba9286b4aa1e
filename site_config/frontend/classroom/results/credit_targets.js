/** Whose credit can be changed for a question: of one answer, of one answer's givers, of all. */
import { choiceTexts } from "./choice_texts.js";
import { regradeWords as words } from "../../shared/strings/index.js";

/** @import { Decision, Marking } from "../../shared/schema_types.d.ts" */
/** @import { Marked, Row } from "./types.d.ts" */
/**
 * @typedef {object} Target
 * @property {string} label
 * @property {"everyone" | "answer" | "learner"} kind
 * @property {Pick<Decision, "version" | "result" | "response" | "before">} about
 *
 * @typedef {{row: Row, entry: Marked}} Given
 */

/**
 * The questions that were answered, by assignment.
 *
 * @param {Row[]} rows
 * @param {Map<string, Marking>} keys
 */
export function questionsOf(rows, keys) {
  const found = rows.flatMap(({ submission: { result }, title, marked }) =>
    marked.filter(({ answer }) => keys.has(answer.item)).map(({ answer: { item } }) => ({
      assignment: result.assignment.id,
      item,
      title: keys.get(item)?.title ?? item,
      of: title,
    }))
  );
  const order = [...new Set(rows.flatMap(({ set }) => set))];
  return [...new Map(found.map((one) => [`${one.assignment} ${one.item}`, one])).values()]
    .sort((one, other) => order.indexOf(one.item) - order.indexOf(other.item));
}

/**
 * @param {Row[]} rows
 * @param {Map<string, Marking>} keys
 * @param {string} assignment
 * @param {string} item
 * @returns {Target[]}
 */
export function targetsOf(rows, keys, assignment, item) {
  const marking = keys.get(item);
  if (!marking) return [];
  const given = rows.filter((row) =>
    row.stands && row.submission.result.assignment.id === assignment
  )
    .flatMap((row) =>
      row.marked.filter(({ answer }) => answer.item === item).map((entry) => ({ row, entry }))
    );
  const current = given.filter(({ entry }) => entry.answer.version === marking.version);
  const groups = [...Map.groupBy(current, ({ entry }) => responseOf(entry)).values()];
  const everyone = {
    label: words.allAnswers({ count: current.length }),
    kind: /** @type {const} */ ("everyone"),
    about: { version: marking.version, ...creditOf(current) },
  };
  return [
    ...current.length ? [everyone] : [],
    ...groups.map((all) => ofAnswer(marking, all)),
    ...given.map((one) => ofLearner(marking, one)),
  ];
}

/** @param {Marked} entry */
const responseOf = ({ answer }) => [...new Set(answer.response)].sort().join(" ");

/** @param {Marking} marking @param {Given[]} all @returns {Target} */
function ofAnswer(marking, all) {
  const { version, response } = all[0].entry.answer;
  const values = { answer: choiceTexts(marking, response), count: all.length, ...pointsOf(all) };
  return {
    label: words.sameAnswer(values),
    kind: "answer",
    about: { version, response, ...creditOf(all) },
  };
}

/** @param {Marking} marking @param {Given} given @returns {Target} */
function ofLearner(marking, { row: { submission: { result } }, entry }) {
  const { version, response } = entry.answer;
  const all = [/** @type {Given} */ ({ entry })];
  return {
    label: words.oneAnswer({
      learner: result.learner.name,
      attempt: result.attempt,
      answer: choiceTexts(marking, response),
      ...pointsOf(all),
    }),
    kind: "learner",
    about: { version, result: result.id, ...creditOf(all) },
  };
}

/** @param {Given[]} all */
function creditOf(all) {
  const found = new Set(all.map(({ entry }) => entry.score?.points));
  const [first] = found;
  return found.size === 1 && first !== undefined ? { before: Math.round(first * 1e4) / 1e4 } : {};
}

/** @param {Given[]} all */
const pointsOf = (all) => ({ points: String(creditOf(all).before ?? "none") });
