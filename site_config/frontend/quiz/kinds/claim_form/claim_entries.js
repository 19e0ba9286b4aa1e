/** @import { Question } from "../../../shared/types.d.ts" */

/** An entry of a line that is not billed. */
export const NOT_BILLED = "units_not-billed";

/** The field of an entry: "17b_1000000013", "97110-units_2". @param {string} id */
export const fieldOf = (id) => id.slice(0, id.indexOf("_"));

/** The code of a line's cell, else nothing. @param {string} field */
export const codeOf = (field) => /^([0-9A-Z]{5})-/.exec(field)?.[1] ?? "";

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
export const asked = ({ options }) =>
  new Set(options.filter(({ right }) => right).map(({ id }) => fieldOf(id)));

/** @param {Question} question @param {string[]} chosen Fields whose one entry is right. */
export function rightFields({ options }, chosen) {
  const entered = Map.groupBy(new Set(counted(chosen)), fieldOf);
  return new Set(
    options.filter(({ id, right }) => right && String(entered.get(fieldOf(id))) === id)
      .map(({ id }) => fieldOf(id)),
  );
}

/**
 * Each field counts alike; a line that is not billed has one, its units.
 *
 * @type {import("../question_kind.js").KindJudge}
 */
export const claimFormJudge = {
  form: "several",
  exchanges: false,
  sharesCode: false,
  placed: false,
  fixedOrder: true,
  words: "boxes",
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
};
