/** What an own question is answered with, as the pages of the bank have it: by its form. */
import { make } from "../../shared/dom.js";
import { ownWords as words } from "../../shared/strings/index.js";
import { FORMS } from "../../quiz/kinds/forms.js";
import { isCode, isRightOption } from "../format/own_answers.js";

/** @import { BuilderQuestion } from "../types.d.ts" */
/** @import { OwnOption, OwnQuestion } from "../../shared/schema_types.d.ts" */
/** @import { Form, OwnLine } from "../format/own_answers.js" */

const MOST_UNITS = 9;

/** @param {OwnQuestion} question @returns {Form} */
const formOf = ({ kind }) => FORMS[/** @type {keyof typeof FORMS} */ (kind)];

/** What an option says beside its code, or says at all. @param {OwnOption} option */
function textOf({ id, text }) {
  const answers = /** @type {Record<string, string>} */ (words.answers);
  return text ?? (Object.hasOwn(answers, id) ? answers[id] : "");
}

/** @param {OwnOption} option */
export const labelOf = (option) =>
  isCode(option.id) ? [option.id, textOf(option)].filter(Boolean).join(" ") : textOf(option);

/** @param {string} type @param {string} name @param {string} value */
function inputOf(type, name, value) {
  const input = make("input");
  for (const [key, text] of Object.entries({ type, name, value })) input.setAttribute(key, text);
  return input;
}

/** @param {OwnQuestion} question */
export function fieldsOf(question) {
  const form = formOf(question);
  const legend = make("legend", question.prompt ?? words.prompt);
  if (form === "lines") return linesForm(question, legend);
  if (form === "numbers") {
    return make("fieldset.rc-options.rc-units", legend, question.options.map(numberNode, question));
  }
  const type = form === "one" ? "radio" : "checkbox";
  const nodes = question.options.map((option) =>
    optionNode(option, inputOf(type, question.id, option.id))
  );
  return make("fieldset.rc-options", legend, nodes);
}

/** @param {OwnOption} option @param {HTMLElement} input */
function optionNode(option, input) {
  const text = make("span.rc-option__text", textOf(option));
  if (isCode(option.id)) text.setAttribute("data-code-name", "");
  return make(
    "label.rc-option",
    { "data-option": option.id },
    input,
    isCode(option.id) && [make("span.rc-option__code", option.id), " "],
    text,
  );
}

/** @this {OwnQuestion} @param {OwnOption} option */
function numberNode(option) {
  const input = numberInput(`${this.id}-${option.id}`, option.id, 0);
  return make(
    "label.rc-option.rc-cell",
    { "data-option": option.id },
    make("span.rc-option__code", option.id),
    " ",
    make("span.rc-option__text", textOf(option)),
    " ",
    input,
  );
}

/** @param {string} name @param {string} cell @param {number} least */
function numberInput(name, cell, least) {
  const input = make("input", { "data-cell": cell });
  const more = { type: "number", inputmode: "numeric", step: "1", name };
  for (const [key, text] of Object.entries({ ...more, min: least, max: MOST_UNITS })) {
    input.setAttribute(key, String(text));
  }
  return input;
}

/** @param {OwnQuestion} question @param {HTMLElement} legend */
function linesForm(question, legend) {
  const rows = Array.from(
    { length: question.lines ?? 1 },
    (_, place) => lineOf(question, place + 1),
  );
  const nothing = inputOf("checkbox", `${question.id}-nothing`, "nothing");
  return make(
    "fieldset.rc-options.rc-form",
    legend,
    rows,
    make("label.rc-nothing", nothing, ` ${words.nothing}`),
  );
}

/** @param {OwnQuestion} question @param {number} number */
function lineOf({ id, options, modifiers = [] }, number) {
  const codes = make(
    "select",
    { name: `${id}-${number}-code`, "data-cell": "code" },
    make("option", { value: "" }, words.noCode),
    options.map((option) => make("option", { value: option.id }, option.id)),
  );
  const props = { role: "group", "data-cell": "modifiers" };
  const boxes = modifiers.map((modifier) =>
    make("label", inputOf("checkbox", `${id}-${number}-modifiers`, modifier), ` ${modifier}`)
  );
  return make(
    "fieldset.rc-line",
    { "data-line": number },
    make("legend", words.line({ number })),
    make("label.rc-line__code", words.code, " ", codes),
    make(
      "label.rc-line__units",
      words.units,
      " ",
      numberInput(`${id}-${number}-units`, "units", 1),
    ),
    boxes.length > 0 && make(
      "div.rc-line__modifiers",
      { ...props, "aria-label": words.modifiersOf({ number }) },
      make("span", { "aria-hidden": "true" }, words.modifiers),
      boxes,
    ),
  );
}

/** @param {OwnLine} line */
export const lineText = ([code, units, modifiers]) =>
  [`${code} × ${units}`, ...modifiers].join(" ");

/** The right answer in a sentence. @param {OwnQuestion} question */
export function solutionOf(question) {
  const { options, ways = [] } = question;
  if (!ways.length) {
    return options.filter(({ id }) => isRightOption(question, id)).map(labelOf).join("; ");
  }
  return ways.map((answer) =>
    Array.isArray(answer)
      ? answer.map(lineText).join("; ") || words.nothingOnClaim
      : options.map(({ id }) => `${id} × ${answer[id]}`).join(", ")
  ).join(words.or);
}

/** What is said of an option before its feedback. */
/** @param {OwnQuestion} question @param {OwnOption} option */
export function verdictOf(question, { id }) {
  const form = formOf(question);
  const isRight = isRightOption(question, id);
  if (form === "one" || form === "several") return isRight ? words.right : words.wrong;
  if (!isRight) return words.notOnClaim;
  const found = (question.ways ?? []).map((answer) =>
    Array.isArray(answer)
      ? answer.filter(([code]) => code === id).map(lineText).join("; ")
      : String(answer[id])
  );
  return words.rightIs({ answer: [...new Set(found.filter(Boolean))].join(words.or) });
}

/** What is said of wrong numbers. @param {OwnQuestion} question */
export const wrongNumbers = ({ options }) =>
  options.filter(({ wrong }) => wrong?.length).map(({ id, wrong = [] }) =>
    make(
      "ul.rc-numbers",
      { "data-cell": id, "aria-label": words.otherNumbers({ code: id }) },
      wrong.map(({ units, feedback }) =>
        make(
          "li",
          { "data-cell": id, "data-units": units },
          make("strong", `${id} × ${units}:`),
          ` ${feedback}`,
        )
      ),
    )
  );

/** What the kind's script reads, as JSON that is safe in HTML. @param {OwnQuestion} question */
export function dataOf({ kind, ways }) {
  if (!ways?.length) return "";
  const data = FORMS[/** @type {keyof typeof FORMS} */ (kind)] === "lines"
    ? { ways: ways.map((lines) => ({ lines, steps: {} })), faults: [] }
    : { ways };
  return JSON.stringify(data).replace(/</g, "\\u003c");
}

/** On paper. @param {OwnQuestion} question @returns {BuilderQuestion["response"]} */
export function responseOf(question) {
  const { options, modifiers = [], lines } = question;
  const form = formOf(question);
  if (form === "numbers") return { type: "numbers", parts: options.map(({ id }) => id) };
  if (form === "lines") {
    return { type: "claim", codes: options.map(({ id }) => id), modifiers, lines: lines ?? 1 };
  }
  return {
    type: form === "one" ? "single" : "several",
    choices: options.map((option) => ({
      text: isCode(option.id) ? option.id : labelOf(option),
      right: isRightOption(question, option.id),
      label: null,
    })),
    paragraphs: [],
  };
}
