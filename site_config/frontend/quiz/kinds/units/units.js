import { quizWords as strings } from "../../../shared/strings/index.js";

/** @typedef {import("../../../shared/types.d.ts").Question} Question */
/** @typedef {Record<string, number>} Units By code. */

/** @param {Element} section */
const fields = (
  section,
) => /** @type {HTMLInputElement[]} */ ([
  ...section.querySelectorAll(".rc-units input[data-cell]"),
]);

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
  words: "cells",
  read: (section) =>
    fields(section).filter(isNumber).map((field) => `${cell(field)}.${Number(field.value)}`),
  fill(section, chosen) {
    const given = unitsOf(chosen);
    for (const field of fields(section)) {
      field.value = cell(field) in given ? String(given[cell(field)]) : "";
    }
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
  marks: (question, chosen) =>
  (
    { id },
  ) => (rightCells(question, chosen).includes(id) ? "right" : "wrong"),
  confusions(question, chosen) {
    const given = unitsOf(chosen),
      nearest = nearestWay(question, chosen),
      right = rightCells(question, chosen);
    return question.options.filter(({ id }) => !right.includes(id))
      .map(({ id }) => ({ chosen: `${id} × ${given[id]}`, right: `${id} × ${nearest[id]}` }));
  },
  reveal(section, _question, chosen) {
    for (const row of numbers(section)) {
      row.toggleAttribute(
        "data-chosen",
        chosen.includes(`${row.dataset.cell}.${row.dataset.units}`),
      );
    }
    for (const list of section.querySelectorAll(".rc-numbers")) {
      section.querySelector(`.rc-feedback > [data-option="${list.getAttribute("data-cell")}"]`)
        ?.append(list);
    }
  },
  conceal: (section) => numbers(section).forEach((row) => row.removeAttribute("data-chosen")),
};

/** @param {Element} section */
const numbers = (
  section,
) => /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(".rc-numbers > li"));

/**
 * @param {Question} question
 * @param {string[]} chosen
 * @returns {Units} the right answer with the most numbers of this one
 */
function nearestWay({ data }, chosen) {
  const given = unitsOf(chosen);
  const same = (/** @type {Units} */ way) =>
    Object.keys(way).filter((code) => way[code] === given[code]).length;
  return /** @type {Units[]} */ (data.ways).reduce((
    best,
    way,
  ) => (same(way) > same(best) ? way : best));
}

/**
 * @param {Question} question
 * @param {string[]} chosen
 * @returns {string[]} codes whose number is right
 */
function rightCells(question, chosen) {
  const given = unitsOf(chosen), way = nearestWay(question, chosen);
  return question.options.map(({ id }) => id).filter((code) => given[code] === way[code]);
}
