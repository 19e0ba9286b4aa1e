import { judgeMeanings } from "../meanings.js";
import { judgeAttributes } from "./attributes.js";
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
];

/**
 * Every verdict on a sentence, one for each kind and code; wrong ones first.
 * @param {Reading} reading
 */
export function judge(reading) {
  const found = RULES.flatMap((rule) => rule(reading));
  /** @type {Map<string, Statement>} */
  const first = new Map();
  for (const one of [...found.filter(wrong), ...found.filter((one) => !wrong(one))]) {
    const key = `${one.kind} ${one.code}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

/** @param {Statement} one */
const wrong = (one) => one.verdict === "wrong";
