/**
 * The files for other programs: pieces that the build wrote for each question
 * (generator/exports/text_pieces.py), combined.
 */

/** @import { BuilderQuestion } from "../types.d.ts" */

/** @typedef {keyof typeof FORMATS} Format */

export const FORMATS = {
  moodle: {
    ending: "moodle.xml",
    type: "application/xml",
    start: "<?xml version='1.0' encoding='UTF-8'?>\n<quiz>\n",
    between: "\n",
    end: "\n</quiz>",
  },
  gift: { ending: "gift.txt", type: "text/plain", start: "", between: "\n\n", end: "\n" },
  questions: { ending: "questions.csv", type: "text/csv", start: "\ufeff", between: "", end: "" },
  answers: { ending: "answers.csv", type: "text/csv", start: "\ufeff", between: "", end: "" },
};

/**
 * A file with the questions below their sections, sections in the order of their first question;
 * without an instructor's own, of which the build made no pieces.
 *
 * @param {Format} format @param {BuilderQuestion[]} questions
 */
export function combine(format, questions) {
  const { start, between, end } = FORMATS[format];
  const sections = Map.groupBy(
    questions.flatMap(({ pieces }) => pieces[format] ?? []),
    ({ section }) => section,
  );
  const blocks = [...sections].flatMap(([section, pieces]) => [
    section,
    ...pieces.map(({ before, answers, after }) => before + answers.join("") + after),
  ]);
  return start + blocks.join(between) + end;
}
