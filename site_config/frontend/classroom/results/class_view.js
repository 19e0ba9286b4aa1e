/** Who of the class has handed in what: a row for each learner, a column for each assignment. */
import { resultsWords as words } from "../../shared/strings/index.js";
import { folded } from "./flags.js";

/** @import { Row } from "./types.d.ts" */
/** @import { Table } from "./spreadsheets.js" */

/**
 * @typedef {object} AssignmentProgress What a learner handed in of an assignment.
 * @property {string} date Of the newest attempt, YYYY-MM-DD.
 * @property {number | null} percent The best.
 * @property {number} attempts
 * @property {number} answered Of the newest attempt.
 * @property {number} asked
 *
 * @typedef {object} ClassLearner
 * @property {string} name As the list has it, else as typed.
 * @property {boolean} isListed Whether the list names them; true where there is no list.
 * @property {(AssignmentProgress | null)[]} progress In the order of the assignments.
 *
 * @typedef {{assignments: {id: string, title: string}[], learners: ClassLearner[]}} ClassView
 */

const MOST_NAMES = 5000;

/**
 * The names of a pasted list, each once: one a line, or the first cell of one.
 *
 * @param {string} text
 */
export function namesOf(text) {
  const lines = text.split(/\r?\n/).map((line) => line.split("\t")[0].trim().slice(0, 200));
  const byName = Map.groupBy(lines.filter(Boolean).slice(0, MOST_NAMES), keyOf);
  return [...byName.values()].map(([name]) => name);
}

/** "Ash, Ann" and "ann  ash" are one. @param {string} name */
function keyOf(name) {
  const [last, first, ...more] = name.normalize("NFC").split(",");
  const inOrder = first === undefined || more.length ? name : `${first} ${last}`;
  return folded(inOrder.replace(/\s+/g, " ").trim());
}

/**
 * Copies of another's result count for nobody.
 *
 * @param {Row[]} rows Of the gradebook.
 * @param {string[]} names Of the class; none where there is no list.
 * @returns {ClassView}
 */
export function classView(rows, names) {
  const counted = rows.filter(({ stands }) => stands);
  const titles = new Map(counted.map((row) => [row.submission.result.assignment.id, row.title]));
  const assignments = [...titles].map(([id, title]) => ({ id, title }));
  const groups = Map.groupBy(counted, ({ submission }) => keyOf(submission.result.learner.name));
  const listed = new Map(names.map((name) => [keyOf(name), name]));
  const others = [...groups].filter(([key]) => !listed.has(key))
    .map(([key, [row]]) => /** @type {const} */ ([key, row.submission.result.learner.name]));
  return {
    assignments,
    learners: [...listed, ...others].map(([key, name]) => ({
      name,
      isListed: !names.length || listed.has(key),
      progress: assignments.map(({ id }) => progressOf(groups.get(key) ?? [], id)),
    })),
  };
}

/** @param {Row[]} rows Of one learner. @param {string} id @returns {AssignmentProgress | null} */
function progressOf(rows, id) {
  const own = rows.filter(({ submission }) => submission.result.assignment.id === id);
  const newest =
    own.toSorted((one, other) =>
      one.submission.result.finished < other.submission.result.finished ? 1 : -1
    )[0];
  if (!newest) return null;
  const percents = own.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  return {
    date: newest.submission.result.finished.slice(0, 10),
    percent: percents.length ? Math.max(...percents) : null,
    attempts: own.length,
    answered: newest.marked.length,
    asked: newest.set.length,
  };
}

/** Whether every question of the newest attempt was answered. @param {AssignmentProgress} done */
export const isWhole = ({ answered, asked }) => answered >= asked;

/** @param {AssignmentProgress | null} done */
export function stateOf(done) {
  if (!done) return words.missing;
  return isWhole(done) ? words.finished : words.partly({ ...done });
}

/** As a table that leaves. @param {ClassView} view @returns {Table} */
export const classTable = ({ assignments, learners }) => ({
  title: words.classView,
  head: [
    words.classLearner,
    words.classListed,
    ...assignments.flatMap(({ title }) =>
      words.classCells.map((/** @type {string} */ cell) => `${title}: ${cell}`)
    ),
  ],
  rows: learners.map(({ name, isListed, progress }) => [
    name,
    isListed ? words.yes : words.no,
    ...progress.flatMap((done) => [
      stateOf(done),
      done?.date,
      done?.percent,
      done?.attempts,
    ]),
  ]),
});
