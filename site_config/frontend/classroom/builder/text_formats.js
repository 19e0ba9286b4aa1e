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

/** A section that opens a category of a question bank: what stands before its name. */
const CATEGORY = /(\$course\$\/top\/RightCode\/).*?(?=<\/text>|$)/s;

/**
 * A file with the questions below the assignment's category, or below the heads of the columns;
 * without an instructor's own, of which the build made no pieces.
 *
 * @param {Format} format @param {BuilderQuestion[]} questions @param {string} title
 */
export function combine(format, questions, title) {
  const { start, between, end } = FORMATS[format];
  const name = title.split(/\s+/).join(" ").trim().replaceAll("/", "//"); // one opens another level
  const shown = format === "moodle" ? escaped(name) : name;
  const sections = Map.groupBy(
    questions.flatMap(({ pieces }) => pieces[format] ?? []),
    ({ section }) => section.replace(CATEGORY, (_, before) => before + shown),
  );
  const blocks = [...sections].flatMap(([section, pieces]) => [
    section,
    ...pieces.map(({ before, answers, after }) => before + answers.join("") + after),
  ]);
  return start + blocks.join(between) + end;
}

/** @param {string} text */
const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
