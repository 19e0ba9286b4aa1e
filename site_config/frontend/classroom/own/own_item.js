/** An instructor's own question as the bank's questions are: for the player, and for print. */
import { make } from "../../shared/dom.js";
import { calendarDay } from "../../shared/dates.js";
import { addItem, addQuestion } from "../../practice/question_bank.js";
import { ownWords as words } from "../../shared/strings/index.js";
import { ownDigest } from "../format/own_question.js";

/** @import { BankEntry, BankItem, BuilderQuestion } from "../types.d.ts" */
/** @import { OwnOption, OwnQuestion } from "../../shared/schema_types.d.ts" */

const OPENING_WORDS = 12;

/** From here on the bank has them. @param {OwnQuestion[]} questions */
export function addOwnQuestions(questions) {
  for (const question of questions) {
    addItem(ownItem(question));
    addQuestion(paperOf(question));
  }
}

/** No drawing gives it. @param {OwnQuestion} question @returns {BankEntry} */
export function ownEntry(question) {
  const { id, version, title, kind, payer, difficulty, note, right } = question;
  const parts = note.split(/\s+/);
  return {
    id,
    version,
    title,
    opening: parts.slice(0, OPENING_WORDS).join(" ") + (parts.length > OPENING_WORDS ? " …" : ""),
    kind,
    payer,
    quiz: "",
    difficulty,
    objectives: [],
    codes: isAnswer(right) ? [] : [right],
    pairs: [],
    right: [right],
    digest: ownDigest(question),
    ownQuizOnly: true,
  };
}

/** @param {string} id */
const isAnswer = (id) => Object.hasOwn(words.answers, id);

/** What an option says beside its code, or says at all. @param {OwnOption} option */
const textOf = ({ id, text = "" }) =>
  isAnswer(id) ? words.answers[/** @type {keyof typeof words.answers} */ (id)] : text ?? "";

/** @param {OwnOption} option */
const labelOf = (option) =>
  isAnswer(option.id) ? textOf(option) : [option.id, textOf(option)].filter(Boolean).join(" ");

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
  const { id, version, kind, title, payer, date, difficulty, note, options } = question;
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
    make("blockquote.rc-note", linesOf(note).map((line) => make("p", line))),
    make(
      "fieldset.rc-options",
      make("legend", words.prompt),
      options.map((option) => optionNode(id, option)),
    ),
    answerOf(question),
  );
}

/** @param {string} note */
const linesOf = (note) => note.split("\n").map((line) => line.trim()).filter(Boolean);

/** @param {string} item @param {OwnOption} option */
function optionNode(item, option) {
  const { id } = option;
  const text = make("span.rc-option__text", textOf(option));
  if (!isAnswer(id)) text.setAttribute("data-code-name", "");
  const input = make("input");
  input.setAttribute("type", "radio");
  input.setAttribute("name", item);
  input.setAttribute("value", id);
  return make(
    "label.rc-option",
    { "data-option": id },
    input,
    !isAnswer(id) && [make("span.rc-option__code", id), " "],
    text,
  );
}

/** @param {OwnQuestion} question */
function answerOf({ options, right, reason }) {
  const rows = options.map((option) => {
    const isRight = option.id === right;
    return make(
      "li",
      { "data-option": option.id, "data-right": isRight },
      make("span.rc-feedback__label", labelOf(option)),
      " ",
      make("span.rc-feedback__verdict", isRight ? words.right : words.wrong),
      " ",
      make("span.rc-feedback__text", option.feedback),
    );
  });
  const solution = options.filter(({ id }) => id === right).map(labelOf);
  return make(
    "details.rc-answer",
    make("summary", words.summary),
    make("p.rc-answer__key", make("strong", words.solution), " ", ...solution),
    make("p.rc-answer__reason", reason),
    make("ul.rc-feedback", rows),
    make("p.rc-answer__why", words.byInstructor),
  );
}

/**
 * Without pieces: the build makes those.
 *
 * @param {OwnQuestion} question
 * @returns {BuilderQuestion}
 */
const paperOf = ({ id, kind, title, payer, date, note, options, right, reason }) => ({
  id,
  kind,
  title,
  facts: `${payer} · ${calendarDay(date)}`,
  note: linesOf(note),
  exhibits: [],
  statement: null,
  table: null,
  turn: null,
  asks: words.prompt,
  response: {
    type: "single",
    choices: options.map((option) => ({
      text: isAnswer(option.id) ? labelOf(option) : option.id,
      right: option.id === right,
      label: null,
    })),
    paragraphs: [],
  },
  solution: options.filter((option) => option.id === right).map(labelOf).join(""),
  explanation: [reason],
  sources: [],
  pieces: {},
});
