import { quizWords as strings } from "../../../shared/strings/index.js";

/** @import { Question } from "../../../shared/types.d.ts" */
/** @typedef {Record<string, number>} Units By code. */

/** @param {Element} section @returns {HTMLInputElement[]} */
const fields = (section) => Array.from(section.querySelectorAll(".rc-units input[data-cell]"));

/** @param {Element} section @returns {NodeListOf<HTMLElement>} */
const numbers = (section) => section.querySelectorAll(".rc-numbers > li");

/** @param {HTMLInputElement} field */
const cell = (field) => field.dataset.cell ?? "";

/** @param {HTMLInputElement} field */
const isNumber = (field) => /^\d+$/.test(field.value) && Number(field.value) <= Number(field.max);

/** @param {string} id @returns {[string, number]} */
const parse = (id) => {
  const [code, units] = id.split(".");
  return [code, Number(units)];
};

/** @param {string[]} chosen @returns {Units} */
const unitsOf = (chosen) => Object.fromEntries(chosen.map(parse));

/**
 * A number for each code. Of several right answers the nearest one is the measure.
 *
 * @type {import("../question_kind.js").QuestionKind}
 */
export const units = {
  form: "numbers",
  exchanges: false,
  sharesCode: false,
  placed: false,
  words: "cells",
  read: (section) =>
    fields(section).filter(isNumber).map((field) => `${cell(field)}.${Number(field.value)}`),
  fill(section, chosen) {
    const given = unitsOf(chosen);
    for (const field of fields(section)) field.value = String(given[cell(field)] ?? "");
  },
  lock(section, locked) {
    for (const field of fields(section)) field.disabled = locked;
  },
  arrange: () => {},
  complaint(section) {
    const missing = fields(section).find((field) => !isNumber(field));
    return missing ? strings.wholeNumbers({ most: Number(missing.max) }) : "";
  },
  fits: ({ options }, chosen) =>
    chosen.length === options.length &&
    chosen.every((id) => options.some((row) => row.id === parse(id)[0])),
  isRight: (question, chosen) => rightCells(question, chosen).length === question.options.length,
  score: (question, chosen) => rightCells(question, chosen).length / question.options.length,
  mark: () => "left",
  marks(question, chosen) {
    const right = rightCells(question, chosen);
    return ({ id }) => (right.includes(id) ? "right" : "wrong");
  },
  confusions(question, chosen) {
    const given = unitsOf(chosen), nearest = nearestAnswer(question, given);
    return question.options.filter(({ id }) => given[id] !== nearest[id])
      .map(({ id }) => ({ chosen: `${id} × ${given[id]}`, right: `${id} × ${nearest[id]}` }));
  },
  reveal(section, _question, chosen) {
    for (const row of numbers(section)) {
      const { cell, units } = row.dataset;
      row.toggleAttribute("data-chosen", chosen.includes(`${cell}.${units}`));
    }
    for (const list of section.querySelectorAll(".rc-numbers")) {
      section.querySelector(`.rc-feedback > [data-option="${list.getAttribute("data-cell")}"]`)
        ?.append(list);
    }
  },
  conceal: (section) => numbers(section).forEach((row) => row.removeAttribute("data-chosen")),
};

/** @param {Question} question @param {Units} given @returns {Units} */
function nearestAnswer({ data }, given) {
  const same = (/** @type {Units} */ answer) =>
    Object.keys(answer).filter((code) => answer[code] === given[code]).length;
  return data.ways.reduce((/** @type {Units} */ best, /** @type {Units} */ answer) =>
    same(answer) > same(best) ? answer : best
  );
}

/** @param {Question} question @param {string[]} chosen Codes whose number is right. */
function rightCells(question, chosen) {
  const given = unitsOf(chosen), answer = nearestAnswer(question, given);
  return question.options.map(({ id }) => id).filter((code) => given[code] === answer[code]);
}
