import { make } from "../../../shared/dom.js";
import { quizWords as strings } from "../../../shared/strings/index.js";

/** @import { Question } from "../../../shared/types.d.ts" */

const NOT_BILLED = "units_not-billed";

/** @param {Element} section @returns {HTMLSelectElement[]} */
const fields = (section) => Array.from(section.querySelectorAll(".rc-boxed select[data-cell]"));

/** The field of an entry: "17b_1000000013", "97110-units_2". @param {string} id */
export const fieldOf = (id) => id.slice(0, id.indexOf("_"));

/** The code of a line's cell, else nothing. @param {string} field */
const codeOf = (field) => /^([0-9A-Z]{5})-/.exec(field)?.[1] ?? "";

/**
 * Entries without the cells of lines that are not billed: those count for nothing.
 *
 * @param {string[]} chosen
 */
export function counted(chosen) {
  const left = new Set(
    chosen.filter((id) => id.endsWith(NOT_BILLED)).map((id) => codeOf(fieldOf(id))),
  );
  return chosen.filter((id) => id.endsWith(NOT_BILLED) || !left.has(codeOf(fieldOf(id))));
}

/** @param {Question} question Fields that have a right entry. */
const asked = ({ options }) =>
  new Set(options.filter(({ right }) => right).map(({ id }) => fieldOf(id)));

/** @param {Question} question @param {string[]} chosen Fields whose one entry is right. */
function rightFields({ options }, chosen) {
  const entered = Map.groupBy(new Set(counted(chosen)), fieldOf);
  return new Set(
    options.filter(({ id, right }) => right && String(entered.get(fieldOf(id))) === id)
      .map(({ id }) => fieldOf(id)),
  );
}

/**
 * Boxes of a claim. Each field counts alike; a line that is not billed has one, its units.
 *
 * @type {import("../question_kind.js").QuestionKind}
 */
export const claimForm = {
  form: "several",
  exchanges: false,
  sharesCode: false,
  placed: false,
  fixedOrder: true,
  words: "cells",
  read: (section) => counted(fields(section).map(({ value }) => value).filter(Boolean)),
  fill(section, chosen) {
    const entered = new Map(chosen.map((id) => [fieldOf(id), id]));
    for (const field of fields(section)) {
      field.value = entered.get(field.dataset.cell ?? "") ?? "";
    }
  },
  lock(section, locked) {
    for (const field of fields(section)) field.disabled = locked;
  },
  arrange: () => {},
  complaint(section) {
    const entered = fields(section).map(({ value }) => value);
    const left = entered.filter((id) => id.endsWith(NOT_BILLED)).map((id) => codeOf(fieldOf(id)));
    const open = fields(section).find(({ value, dataset }) =>
      !value && !left.includes(codeOf(dataset.cell ?? "") || "-")
    );
    return open ? strings.fillBox({ box: labelOf(open) }) : "";
  },
  isRight: (question, chosen) => rightFields(question, chosen).size === asked(question).size,
  score: (question, chosen) => rightFields(question, chosen).size / asked(question).size,
  mark: () => "left",
  marks(_question, chosen) {
    const entered = new Set(counted(chosen));
    return ({ id, right }) => {
      if (entered.has(id)) return right ? "right" : "wrong";
      return right ? "missed" : "left";
    };
  },
  confusions: () => [],
  reveal(section, question, chosen) {
    const right = rightFields(question, chosen), wanted = asked(question);
    for (const field of fields(section)) {
      const name = field.dataset.cell ?? "";
      if (wanted.has(name)) mark(field, right.has(name) ? "right" : "wrong");
    }
  },
  conceal(section) {
    for (const label of section.querySelectorAll(".rc-boxed [data-mark]")) {
      label.removeAttribute("data-mark");
    }
    for (const sign of section.querySelectorAll(".rc-boxed__mark")) sign.remove();
  },
};

/** @param {HTMLSelectElement} field "Box 17b That provider's NPI", of a line after its code. */
function labelOf(field) {
  const label = field.closest("label");
  const words = [...label?.querySelectorAll("span") ?? []].map((part) => part.textContent?.trim());
  return [codeOf(field.dataset.cell ?? ""), ...words].filter(Boolean).join(" ");
}

/** @param {HTMLSelectElement} field @param {"right" | "wrong"} found */
function mark(field, found) {
  const label = field.closest("label");
  label?.setAttribute("data-mark", found);
  label?.append(
    make(
      "span.rc-boxed__mark",
      make("span", { "aria-hidden": "true" }, strings.signs[found]),
      make("span.rc-hidden", strings[found]),
    ),
  );
}
