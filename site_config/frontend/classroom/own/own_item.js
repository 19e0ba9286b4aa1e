/** An instructor's own question as the bank's questions are: for the player, and for print. */
import { make } from "../../shared/dom.js";
import { calendarDay } from "../../shared/dates.js";
import { ownWords as words } from "../../shared/strings/index.js";
import { isRightOption } from "../format/own_answers.js";
import { ownDigest } from "../format/own_question.js";
import { ownEntry } from "./own_entry.js";
import {
  dataOf,
  fieldsOf,
  labelOf,
  responseOf,
  solutionOf,
  verdictOf,
  wrongNumbers,
} from "./own_fields.js";

/** @import { BankItem, BuilderQuestion } from "../types.d.ts" */
/** @import { OwnOption, OwnQuestion } from "../../shared/schema_types.d.ts" */

/**
 * Its HTML is written by the browser from nodes, so that what was typed stays text.
 *
 * @param {OwnQuestion} question
 * @returns {BankItem}
 */
export const ownItem = (question) => ({
  ...ownEntry(question),
  html: sectionOf(question).outerHTML,
  hints: [],
});

/** @param {OwnQuestion} question */
function sectionOf(question) {
  const { id, version, kind, title, payer, date, difficulty, note, statement } = question;
  const facts = [
    [words.payer, payer],
    [words.date, calendarDay(date)],
    [words.level, words.levelOf({ level: difficulty })],
  ];
  const attributes = {
    id: `q-${id}`,
    "data-item": id,
    "data-version": version,
    "data-digest": ownDigest(question),
    "data-kind": kind,
    "data-objectives": "",
    "aria-labelledby": `h-${id}`,
  };
  return make(
    "section.rc-item",
    attributes,
    make("h3.rc-item__title", { id: `h-${id}` }, make("span.rc-item__number"), ` ${title}`),
    make(
      "dl.rc-item__facts",
      facts.map(([name, value]) => make("div", make("dt", name), " ", make("dd", value))),
    ),
    note && make("blockquote.rc-note", linesOf(note).map((line) => make("p", line))),
    statement && make("blockquote.rc-note.rc-note--claim", make("p", statement)),
    fieldsOf(question),
    answerOf(question),
  );
}

/** @param {string} note */
const linesOf = (note) => note.split("\n").map((line) => line.trim()).filter(Boolean);

/** @param {OwnQuestion} question */
function answerOf(question) {
  const { options, reason, source } = question;
  const data = dataOf(question);
  return make(
    "details.rc-answer",
    make("summary", words.summary),
    make("p.rc-answer__key", make("strong", words.solution), " ", solutionOf(question)),
    make("p.rc-answer__reason", reason),
    source && make("p.rc-answer__source", make("strong", words.source), ` ${source}`),
    make("ul.rc-feedback", options.map((option) => feedbackRow(question, option))),
    wrongNumbers(question),
    data && make("script.rc-data", { type: "application/json" }, data),
    make("p.rc-answer__why", words.byInstructor),
  );
}

/** @param {OwnQuestion} question @param {OwnOption} option */
function feedbackRow(question, option) {
  const isRight = isRightOption(question, option.id);
  return make(
    "li",
    { "data-option": option.id, "data-right": isRight },
    make("span.rc-feedback__label", labelOf(option)),
    " ",
    make("span.rc-feedback__verdict", verdictOf(question, option)),
    " ",
    make("span.rc-feedback__text", option.feedback),
  );
}

/**
 * Without pieces: the build makes those.
 *
 * @param {OwnQuestion} question
 * @returns {BuilderQuestion}
 */
export const paperOf = (question) => ({
  id: question.id,
  kind: question.kind,
  title: question.title,
  facts: `${question.payer} · ${calendarDay(question.date)}`,
  note: linesOf(question.note ?? ""),
  exhibits: [],
  statement: question.statement ?? null,
  table: null,
  turn: null,
  asks: question.prompt ?? words.prompt,
  response: responseOf(question),
  solution: solutionOf(question),
  explanation: [question.reason],
  sources: question.source ? [question.source] : [],
  pieces: {},
});
