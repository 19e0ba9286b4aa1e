/** What the form of a question holds. */
import { readState } from "../../shared/form_state.js";
import { chosenOf, dateOf, fieldOf, textOf } from "../../tools/fields.js";
import { rowsOf } from "../../tools/service_rows.js";
import { readVisit } from "../../tools/visit_form.js";

/** @import { Facts, Visit } from "../../billing/types.d.ts" */
/** @import { KindName } from "../../quiz/kinds/forms.js" */
/** @import { OwnQuestion } from "../types.d.ts" */
/** @import { Errors, Field } from "../../tools/fields.js" */
/** @import { Key, KindPart } from "./kinds/kind_part.js" */

/**
 * @typedef {object} WrittenWrong
 * @property {string} units As typed.
 * @property {string} feedback
 * @property {string} field The name of the feedback's field.
 *
 * @typedef {object} WrittenOption
 * @property {string} id A code, or the answer that is no code; empty where none is chosen.
 * @property {string} feedback
 * @property {WrittenWrong[]} [wrong]
 *
 * @typedef {object} WrittenQuestion
 * @property {KindName} kind
 * @property {string} title
 * @property {string} note
 * @property {string} reason
 * @property {string} objective
 * @property {1 | 2 | 3} difficulty
 * @property {WrittenOption[]} options
 * @property {Visit} visit
 * @property {number} about The place of the service that is asked about.
 * @property {Record<string, string>} more The kind's further fields.
 *
 * @typedef {{field: Field, text: string}} Flaw What the form of the visit says of a field.
 */

/** Of the form's fields those that the question itself holds, or that say which one it is. */
const OWN_FIELDS = new RegExp(
  "^(id|version|kind|title|note|statement|reason|difficulty" +
    "|(option|feedback|wrong[12]|why[12])(\\.\\d+)?)$",
);
const WRONG = ["1", "2"];

/** @param {Element} form @returns {Element[]} */
export const choicesOf = (form) => [...form.querySelectorAll(".rc-choices > .rc-choice")];

/**
 * @param {HTMLFormElement} form @param {KindPart} part
 * @returns {{question: WrittenQuestion, flaws: Flaw[]}}
 */
export function readQuestion(form, { name, isVisit }) {
  /** @type {Flaw[]} */ const flaws = [];
  const errors = {
    add: (/** @type {Field} */ field, /** @type {string} */ text) =>
      void flaws.push({ field, text }),
  };
  const about = Number(textOf(form, "about") || "1") - 1;
  const more = /** @type {NodeListOf<Field>} */ (form.querySelectorAll(".rc-kind-fields [name]"));
  const question = {
    kind: name,
    title: textOf(form, "title"),
    note: textOf(form, "note"),
    reason: textOf(form, "reason"),
    objective: textOf(form, "objective"),
    difficulty: /** @type {1 | 2 | 3} */ (Number(textOf(form, "difficulty"))),
    options: choicesOf(form).map(readOption),
    visit: isVisit ? readVisit(form, errors) : readDay(form, errors),
    about: about >= 0 && about < rowsOf(form).length ? about : 0,
    more: Object.fromEntries([...more].map((field) => [field.name, field.value.trim()])),
  };
  return { question, flaws };
}

/** @param {HTMLFormElement} form @param {Errors} errors */
const readDay = (form, errors) => /** @type {Visit} */ (/** @type {unknown} */ ({
  date: dateOf(form, errors),
  payer: chosenOf(form, "payer", errors),
  services: [],
}));

/** @param {Element} row */
function readOption(row) {
  const wrong = WRONG.filter((number) => fieldOf(row, `wrong${number}`)).flatMap((number) => {
    const units = textOf(row, `wrong${number}`), feedback = textOf(row, `why${number}`);
    return units || feedback ? [{ units, feedback, field: `why${number}` }] : [];
  });
  return {
    id: textOf(row, "option"),
    feedback: textOf(row, "feedback"),
    ...(wrong.length ? { wrong } : {}),
  };
}

/**
 * The question as an assignment carries it.
 *
 * @param {HTMLFormElement} form @param {WrittenQuestion} question @param {Facts} facts
 * @param {KindPart} part @param {Key} key @param {string} id
 */
export function toOwn(form, question, facts, part, key, id) {
  const { title, note, reason, difficulty, visit } = question;
  return {
    id,
    version: 1,
    kind: part.name,
    title,
    payer: facts.table.payers[visit.payer].name,
    date: visit.date,
    difficulty,
    ...(part.isVisit ? { note } : {}),
    ...part.own(key, question, facts),
    reason,
    form: String(visitState(form)),
  };
}

/** @param {HTMLFormElement} form */
const visitState = (form) =>
  new URLSearchParams([...readState(form)].filter(([key]) => !OWN_FIELDS.test(key)));

/** The whole form's state of a question that was kept. @param {OwnQuestion} question */
export function stateOf(question) {
  const { id, version, kind, title, note, statement, reason, difficulty } = question;
  const visit = [...new URLSearchParams(question.form ?? "")]
    .filter(([key]) => !OWN_FIELDS.test(key));
  const numbered = question.options.flatMap(({ id: option, feedback, wrong = [] }, place) => {
    const end = place ? `.${place + 1}` : "";
    const numbers = wrong.flatMap((one, number) => [
      [`wrong${number + 1}${end}`, String(one.units)],
      [`why${number + 1}${end}`, one.feedback],
    ]);
    return [[`option${end}`, option], [`feedback${end}`, feedback], ...numbers];
  });
  const texts = { id, version, kind, title, note, statement, reason, difficulty };
  return new URLSearchParams([
    ...Object.entries(texts).flatMap(([key, value]) => value ? [[key, String(value)]] : []),
    ...visit,
    ...numbered,
  ]);
}

/** How many options a state has. @param {URLSearchParams} state */
export const optionCount = (state) =>
  Math.max(
    0,
    ...[...state.keys()].map((key) => {
      const found = /^(?:option|feedback)(?:\.(\d+))?$/.exec(key);
      return found ? Number(found[1] ?? 1) : 0;
    }),
  );

export { fieldOf };
