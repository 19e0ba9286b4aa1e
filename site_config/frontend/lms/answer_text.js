import { linesOf, NOTHING, textOf } from "../quiz/kinds/fill_claim/claim_lines.js";
import { rightLines } from "../quiz/kinds/fill_claim/claim_reactions.js";

/** @import { Line } from "../quiz/kinds/fill_claim/claim_lines.js" */
/** @import { RightClaim } from "../quiz/kinds/fill_claim/claim_reactions.js" */
/** @import { Question } from "../shared/types.d.ts" */
/** @import { PackageQuestion } from "./types.d.ts" */

/**
 * @typedef {object} Answer An answer in the terms of SCORM and xAPI. Given and right answers
 *   are in one order, since an LMS compares them as they stand.
 * @property {"choice" | "fill-in"} type
 * @property {string[]} given Ids of options, or texts that were filled in.
 * @property {string[][]} right Every answer that is right.
 */

/** @param {PackageQuestion} asked @param {string[]} chosen @returns {Answer} */
export function answerOf({ question, kind }, chosen) {
  if (kind.words !== "cells" || kind.form === "several") {
    const given = question.options.map(({ id }) => id).filter((id) => chosen.includes(id));
    return { type: "choice", given, right: rightChoices(question, kind.words) };
  }
  const { ways: answers } = question.data;
  if (Array.isArray(answers[0]?.lines)) {
    return {
      type: "fill-in",
      given: claimTexts(linesOf(chosen)),
      right: answers.map(claimPattern),
    };
  }
  const given = chosen.map(unitText).sort();
  return { type: "fill-in", given, right: answers.map(unitPattern) };
}

/** @param {Question} question @param {PackageQuestion["kind"]["words"]} words */
function rightChoices({ options }, words) {
  const right = options.filter((option) => option.right).map(({ id }) => id);
  return words === "one" ? right.map((id) => [id]) : [right];
}

/** @param {Line[]} lines */
const claimTexts = (lines) => lines.length ? lines.map(textOf).sort() : [NOTHING];

/** @param {RightClaim} answer */
const claimPattern = (answer) => claimTexts(rightLines(answer));

/** @param {string} id "97110.2" */
const unitText = (id) => id.replace(".", " × ");

/** @param {Record<string, number>} answer */
const unitPattern = (answer) =>
  Object.entries(answer).map(([code, units]) => `${code} × ${units}`).sort();
