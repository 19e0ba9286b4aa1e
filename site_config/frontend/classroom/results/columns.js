/** The gradebook and the analysis as tables that leave, from the page and from the command. */
import { say } from "../../shared/strings/messages.js";
import { resultsWords as words } from "../../shared/strings/index.js";

/** @import { Analysis } from "../../shared/schema_types.d.ts" */
/** @import { Note, Row } from "./types.d.ts" */
/** @typedef {import("./spreadsheets.js").Table} Table */

/** @param {boolean | undefined | null} value */
const yes = (value) => value === undefined || value === null ? null : value ? words.yes : words.no;

/** @param {Note[]} notes */
const noteTexts = (notes) => notes.map(noteText).join(" ") || null;

/** @param {Note} note */
export const noteText = ({ name, about }) =>
  say(/** @type {Record<string, any>} */ (words.notes)[name], { about: about || "none" });

/** @param {Row[]} rows @returns {Table} */
export const grades = (rows) => ({
  title: words.gradebook,
  head: words.gradeColumns,
  rows: rows.map((row) => {
    const { result, source, sealed } = row.submission;
    return [
      result.learner.name,
      result.learner.id,
      result.assignment.id,
      result.attempt,
      result.started,
      result.finished,
      row.minutes,
      row.marked.length,
      row.counted,
      row.right,
      row.points,
      row.percent,
      ...("passed" in row ? [yes(row.passed)] : []),
      noteTexts(row.flags),
      yes(sealed),
      source,
    ];
  }),
});

/** @param {Row[]} rows @returns {Table} */
export const answers = (rows) => ({
  title: words.answers,
  head: words.answerColumns,
  rows: rows.flatMap((row) =>
    row.marked.map(({ answer, score, flag, decided }) => [
      row.submission.result.learner.name,
      row.submission.result.attempt,
      answer.item,
      answer.response.join(" "),
      score && Math.round(score.points * 1e4) / 1e4,
      score && yes(score.right),
      Math.round(answer.ms / 100) / 10,
      answer.confidence,
      flag && noteText(flag),
      answer.dispute,
      decided?.byKey && Math.round(decided.byKey.points * 1e4) / 1e4,
      decided?.trail.at(-1)?.reason,
    ])
  ),
});

/** @param {Analysis[]} found @returns {Table} */
export const items = (found) => ({
  title: words.questions,
  head: words.itemColumns,
  rows: found.flatMap(({ items }) => items).map((item) => [
    item.id,
    item.title,
    item.kind,
    item.answers,
    item.omitted,
    item.facility,
    item.right,
    ...item.interval,
    item.discrimination,
    item.seconds,
    noteTexts(item.notices),
  ]),
});

/** @param {Analysis[]} found @returns {number[]} */
const mostGroups = (found) =>
  Array(Math.max(0, ...found.map(({ groups }) => groups.length))).fill(0);

/** @param {Analysis[]} found @returns {Table} */
export const pulls = (found) => ({
  title: words.options,
  head: [
    ...words.pullColumns,
    ...mostGroups(found).map((_, place, { length: of }) => words.group({ number: place + 1, of })),
  ],
  rows: found.flatMap(({ items }) => items).flatMap((item) =>
    item.pulls.map((pull) => [
      item.id,
      pull.id,
      pull.name,
      yes(pull.right),
      pull.count,
      ...pull.by_group,
    ])
  ),
});
