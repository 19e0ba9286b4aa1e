import { judgeMeanings } from "../meanings.js";
import { judgeAttributes } from "./attributes.js";
import { judgeBands } from "./bands.js";

import { judgeContrasts } from "./contrasts.js";
import { judgeCoverage } from "./coverage.js";
import { judgeModifierMeanings } from "./modifier_meanings.js";
import { judgeModifiers } from "./modifiers.js";
import { judgeMultiples } from "./multiples.js";
import { judgePairs } from "./pairs.js";
import { judgePrinciples } from "./principles.js";
import { judgeThresholds } from "./thresholds.js";
import { judgeUnits } from "./timing.js";
import { judgeSums } from "./sums.js";
import { judgeProfiles } from "./profiles.js";
import { judgeTopics } from "./topics.js";
import { judgeDates, judgeValidity } from "./validity.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Statement } from "../types.d.ts" */

/** Those of a later row judge only where the rows before find nothing. */
const RULES = [
  [
    judgeMeanings,
    judgeAttributes,
    judgeBands,
    judgeUnits,
    judgeSums,
    judgeMultiples,
    judgePairs,
    judgeModifiers,
    judgeModifierMeanings,
    judgeThresholds,
    judgeValidity,
    judgeDates,
    judgeCoverage,
    judgePrinciples,
  ],
  [judgeTopics],
  [judgeContrasts],
  [judgeProfiles],
];

/** Those that judge what a payer is said to refuse: the code need not be the right one there. */
const OF_RULES = [
  [judgePairs, judgeModifierMeanings, judgeThresholds, judgePrinciples],
  [judgeTopics],
];

/**
 * Every verdict on a sentence, one for each kind and code.
 * @param {Reading} reading
 */
export function judge(reading) {
  for (const rules of reading.answered ? OF_RULES : RULES) {
    /** @type {Map<string, Statement>} */
    const first = new Map();
    for (const one of rules.flatMap((rule) => rule(reading))) {
      const key = `${one.kind} ${one.code}`;
      if (!first.has(key)) first.set(key, one);
    }
    if (first.size) return [...first.values()];
  }
  return [];
}
