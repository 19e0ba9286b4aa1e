import { judgeMeanings } from "../meanings.js";
import { judgeAttributes } from "./attributes.js";
import { judgeByFacts } from "./alignment.js";
import { judgeBeliefs } from "./beliefs.js";
import { judgeCoverage } from "./coverage.js";
import { judgeModifiers } from "./modifiers.js";
import { judgePairs } from "./pairs.js";
import { judgeThresholds } from "./thresholds.js";
import { judgeUnits } from "./timing.js";
import { judgeValidity } from "./validity.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Statement } from "../types.d.ts" */

const RULES = [
  judgeMeanings,
  judgeAttributes,
  judgeUnits,
  judgePairs,
  judgeModifiers,
  judgeThresholds,
  judgeValidity,
  judgeCoverage,
  judgeBeliefs,
  judgeByFacts,
];

/**
 * Every verdict on a sentence, one for each kind and code.
 * @param {Reading} reading
 */
export function judge(reading) {
  /** @type {Map<string, Statement>} */
  const first = new Map();
  for (const one of RULES.flatMap((rule) => rule(reading))) {
    const key = `${one.kind} ${one.code}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}
