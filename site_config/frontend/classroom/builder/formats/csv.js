/** CSV, byte for byte as generator/exports/comma.py and tabular.py write it. */
import { scenario } from "./markup.js";

/** @import { Portable } from "../types.js" */

const QUESTIONS = [
  "question",
  "version",
  "facts",
  "kind",
  "quiz",
  "title",
  "payer",
  "date of service",
  "scenario",
  "asked",
  "key",
  "right answer",
  "reason",
  "sources",
  "codes",
  "objectives",
  "level",
];
const ANSWERS = ["question", "answer", "text", "right", "feedback"];

/** @param {string[][]} rows */
const written = (rows) =>
  "\ufeff" +
  rows.map((row) => row.map((cell) => field(harmless(cell))).join(",") + "\r\n").join("");

/** A cell that a spreadsheet would work out gets an apostrophe before it. @param {string} cell */
const harmless = (cell) => (/^[=+\-@\t\r']/.test(cell) ? `'${cell}` : cell);

/** @param {string} cell */
const field = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** @param {Portable[]} questions */
export const toQuestionsCsv = (questions) => written([QUESTIONS, ...questions.map(row)]);

/** @param {Portable[]} questions */
export const toAnswersCsv = (questions) => written([ANSWERS, ...questions.flatMap(answers)]);

/** @param {Portable} question */
const row = (question) => [
  question.id,
  String(question.version),
  question.digest,
  question.kind,
  question.category,
  question.title,
  question.payer,
  question.date,
  scenario(question).join("\n"),
  question.asks,
  question.key,
  question.solution,
  question.explanation.join("\n"),
  question.sources.map((source) => source.join(" ").trimEnd()).join("\n"),
  question.codes.join(" "),
  question.objectives.join(" "),
  String(question.difficulty),
];

/** Every answer that has feedback of its own. @param {Portable} question @returns {string[][]} */
function answers({ id, response }) {
  if (response.type === "numbers") {
    return response.parts.flatMap((part) => [
      ...part.right.map((value) => [id, `${part.id}=${value}`, part.text, "yes", part.feedback]),
      ...part.wrong.map((
        [value, feedback],
      ) => [id, `${part.id}=${value}`, part.text, "no", feedback]),
    ]);
  }
  return response.choices.map(({ id: choice, text, right, free, feedback }) => [
    id,
    choice,
    text,
    free ? "either" : right ? "yes" : "no",
    feedback,
  ]);
}
