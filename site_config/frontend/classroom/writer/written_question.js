/** What the form of a question holds. */
import { readState } from "../../shared/form_state.js";
import { fieldOf, textOf } from "../../tools/fields.js";
import { rowsOf } from "../../tools/service_rows.js";
import { readVisit } from "../../tools/visit_form.js";

/** @import { Visit } from "../../billing/types.d.ts" */
/** @import { OwnQuestion } from "../types.d.ts" */
/** @import { Field } from "../../tools/fields.js" */

/**
 * @typedef {object} WrittenOption
 * @property {string} id A code, or the answer that is no code; empty where none is chosen.
 * @property {string} feedback
 *
 * @typedef {object} WrittenQuestion
 * @property {string} title
 * @property {string} note
 * @property {string} reason
 * @property {string} objective
 * @property {1 | 2 | 3} difficulty
 * @property {WrittenOption[]} options
 * @property {Visit} visit
 * @property {number} about The place of the service that is asked about.
 *
 * @typedef {{field: Field, text: string}} Flaw What the form of the visit says of a field.
 */

/** Of the form's fields those that the question itself holds, or that say which one it is. */
const OWN_FIELDS = /^(id|version|title|note|reason|difficulty|option|feedback)(\.\d+)?$/;

/** @param {Element} form @returns {Element[]} */
export const choicesOf = (form) => [...form.querySelectorAll(".rc-choices > .rc-choice")];

/** @param {HTMLFormElement} form @returns {{question: WrittenQuestion, flaws: Flaw[]}} */
export function readQuestion(form) {
  /** @type {Flaw[]} */ const flaws = [];
  const errors = {
    add: (/** @type {Field} */ field, /** @type {string} */ text) =>
      void flaws.push({ field, text }),
  };
  const visit = readVisit(form, errors);
  const about = Number(textOf(form, "about") || "1") - 1;
  const question = {
    title: textOf(form, "title"),
    note: textOf(form, "note"),
    reason: textOf(form, "reason"),
    objective: textOf(form, "objective"),
    difficulty: /** @type {1 | 2 | 3} */ (Number(textOf(form, "difficulty"))),
    options: choicesOf(form).map((row) => ({
      id: textOf(row, "option"),
      feedback: textOf(row, "feedback"),
    })),
    visit,
    about: about >= 0 && about < rowsOf(form).length ? about : 0,
  };
  return { question, flaws };
}

/**
 * The question as an assignment carries it.
 *
 * @param {HTMLFormElement} form
 * @param {WrittenQuestion} question
 * @param {{id: string, version: number, right: string, payer: string}} more
 * @param {(code: string) => string} nameOf
 * @returns {OwnQuestion}
 */
export function toOwn(form, question, { id, version, right, payer }, nameOf) {
  const { title, note, reason, difficulty, options, visit } = question;
  return {
    id,
    version,
    kind: "choose-code",
    title,
    payer,
    date: visit.date,
    difficulty,
    note,
    options: options.map((option) => {
      const text = nameOf(option.id);
      return { id: option.id, ...(text ? { text } : {}), feedback: option.feedback };
    }),
    right,
    reason,
    form: String(visitState(form)),
  };
}

/** @param {HTMLFormElement} form */
const visitState = (form) =>
  new URLSearchParams([...readState(form)].filter(([key]) => !OWN_FIELDS.test(key)));

/** The whole form's state of a question that was kept. @param {OwnQuestion} question */
export function stateOf({ form, id, version, title, note, reason, difficulty, options }) {
  const visit = [...new URLSearchParams(form ?? "")].filter(([key]) => !OWN_FIELDS.test(key));
  const numbered = options.flatMap(({ id: option, feedback }, place) => {
    const end = place ? `.${place + 1}` : "";
    return [[`option${end}`, option], [`feedback${end}`, feedback]];
  });
  return new URLSearchParams([
    ...Object.entries({ id, version, title, note, reason, difficulty })
      .map(([key, value]) => [key, String(value)]),
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
