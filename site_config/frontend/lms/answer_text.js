import { linesOf, NOTHING, textOf } from "../quiz/kinds/claim_lines.js";
import { wayLines } from "../quiz/kinds/claim_reactions.js";

/** @import { Line } from "../quiz/kinds/claim_lines.js" */
/** @import { Way } from "../quiz/kinds/claim_reactions.js" */
/** @import { Question } from "../shared/types.js" */
/** @import { PackageQuestion } from "./types.js" */

/**
 * @typedef {object} Answer An answer in the terms that SCORM and xAPI share.
 * @property {"choice" | "fill-in"} type
 * @property {string[]} given Ids of options, or texts that were filled in.
 * @property {string[][]} right Every answer that is right.
 */

/**
 * @param {PackageQuestion} asked
 * @param {string[]} chosen
 * @returns {Answer}
 */
export function answerOf({ question, kind }, chosen) {
  if (kind.words !== "cells") {
    return { type: "choice", given: chosen, right: rightChoices(question, kind.words) };
  }
  const { ways } = question.data;
  if (Array.isArray(ways[0]?.lines)) {
    return { type: "fill-in", given: claimTexts(linesOf(chosen)), right: ways.map(claimPattern) };
  }
  return { type: "fill-in", given: chosen.map(unitText), right: ways.map(unitPattern) };
}

/** @param {Question} question @param {"one" | "all" | "cells"} words */
function rightChoices({ options }, words) {
  const right = options.filter((option) => option.right).map(({ id }) => id);
  return words === "one" ? right.map((id) => [id]) : [right];
}

/** @param {Line[]} lines */
const claimTexts = (lines) => lines.length ? lines.map(textOf) : [NOTHING];

/** @param {Way} way */
const claimPattern = (way) => claimTexts(wayLines(way));

/** @param {string} id "97110.2" */
const unitText = (id) => id.replace(".", " × ");

/** @param {Record<string, number>} way */
const unitPattern = (way) => Object.entries(way).map(([code, units]) => `${code} × ${units}`);
