import { judgeMeanings } from "../meanings.js";
import { judgeBeliefs } from "./beliefs.js";
import { judgeCoverage } from "./coverage.js";
import { judgeModifiers } from "./modifiers.js";
import { judgePairs } from "./pairs.js";
import { judgeThresholds } from "./thresholds.js";
import { judgeCounting, judgeUnits } from "./timing.js";
import { judgeValidity } from "./validity.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Statement, Table } from "../types.js" */

const RULES = [
  judgeMeanings,
  judgeCounting,
  judgeUnits,
  judgePairs,
  judgeModifiers,
  judgeThresholds,
  judgeValidity,
  judgeCoverage,
];

/** Every verdict on a sentence, one for each kind and code; wrong ones first. @param {Table} table @param {Reading} reading */
export function judge(table, reading) {
  const found = [
    ...RULES.flatMap((rule) => rule(table.knowledge, reading)),
    ...judgeBeliefs(table, reading),
  ];
  /** @type {Map<string, Statement>} */
  const kept = new Map();
  for (const one of [...found.filter(wrong), ...found.filter((one) => !wrong(one))]) {
    const key = `${one.kind} ${one.code}`;
    if (!kept.has(key)) kept.set(key, one);
  }
  return [...kept.values()];
}

/** @param {Statement} one */
const wrong = (one) => one.verdict === "wrong";
