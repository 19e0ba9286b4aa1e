import { CELLS, compare, linesOf } from "./claim_lines.js";
import { nearest, rightLines } from "./claim_reactions.js";

/** @import { Question } from "../../../shared/types.d.ts" */

/**
 * Each cell counts; of several right claims the nearest is the measure.
 *
 * @type {import("../question_kind.js").KindJudge}
 */
export const claimJudge = {
  form: "lines",
  exchanges: true,
  sharesCode: false,
  placed: false,
  words: "cells",
  fits: ({ options }, chosen) =>
    linesOf(chosen).every(({ code }) => options.some(({ id }) => id === code)),
  isRight: (question, chosen) => tally(question, chosen).wrong === 0,
  score(question, chosen) {
    const { right, wrong } = tally(question, chosen);
    return right / (right + wrong);
  },
  mark: () => "left",
  marks(question, chosen) {
    const { lines, wrong, missing } = compared(question, chosen);
    return ({ id, right }) => {
      if (missing.some(({ code }) => code === id)) return "missed";
      const own = wrong.filter((_, index) => lines[index].code === id);
      if (!own.length) return "left";
      return right && own.every((cells) => !cells.size) ? "right" : "wrong";
    };
  },
  confusions(question, chosen) {
    const { lines, wrong, missing } = compared(question, chosen);
    const added = lines.filter((_, index) => wrong[index].has("code")).map(({ code }) => code);
    const omitted = missing.map(({ code }) => code);
    if (added.length === 1 && omitted.length === 1) {
      return [{ chosen: added[0], right: omitted[0] }];
    }
    return [
      ...added.map((code) => ({ chosen: code, right: null })),
      ...omitted.map((code) => ({ chosen: null, right: code })),
    ];
  },
};

/** @param {Question} question @param {string[]} chosen */
export function compared({ data }, chosen) {
  const lines = linesOf(chosen);
  return { lines, ...compare(rightLines(nearest(data.ways, lines)), lines) };
}

/**
 * Cells that are right and cells to change; a line that is missing has three.
 *
 * @param {Question} question
 * @param {string[]} chosen
 */
function tally(question, chosen) {
  const { wrong, missing } = compared(question, chosen);
  const found = { right: 0, wrong: 3 * missing.length };
  for (const cells of wrong) {
    found.right += cells.has("code") ? 0 : CELLS.length - cells.size;
    found.wrong += cells.size;
  }
  return found;
}
