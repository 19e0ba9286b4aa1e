import { Pattern, patternsOf } from "../patterns.js";
import { factOf, found } from "../statement.js";
import { strip } from "../text.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Belief, Statement, Table } from "../types.js" */

const of = patternsOf("rules.beliefs");
/** @type {Map<string, Pattern>} */
const made = new Map();

/** @param {string} source */
function compiled(source) {
  const pattern = made.get(source) ?? new Pattern(source);
  made.set(source, pattern);
  return pattern;
}

/** Beliefs stated in a sentence. @param {Table} table @param {Reading} reading @returns {Statement[]} */
export function judgeBeliefs(table, reading) {
  if (reading.framed || reading.asked || reading.somePayers) return [];
  const spoken = reading.spoken;
  if (!of("NEEDED").has(spoken)) return [];
  return table.beliefs.flatMap((belief) => {
    if (!belief.needs.some((word) => spoken.includes(word)) || !about(belief, reading)) return [];
    const said = matched(belief, reading, spoken);
    return said === null ? [] : [statement(table, belief, reading, said)];
  });
}

/** @param {Belief} belief @param {Reading} reading */
function about(belief, reading) {
  const marks = reading.tagged.of("M").map((token) => token.values[0]);
  if (belief.name === "97 for assistants") return marks.includes("97");
  if (belief.name === "59 parts any pair") return marks.includes("59") || marks.includes("X");
  return !belief.codes.length || belief.codes.includes(reading.tagged.codes[0]);
}

/** @param {Belief} belief @param {Reading} reading @param {string} spoken */
function matched(belief, reading, spoken) {
  const texts = belief.may_deny || reading.clauses.length === 1
    ? [spoken, reading.tagged.text]
    : [spoken];
  for (const text of texts) {
    const match = compiled(belief.pattern).search(text);
    if (!match) continue;
    const refused = !belief.may_deny && denied(match[0], text.slice(0, match.index));
    if (!refused && !(belief.unless && compiled(belief.unless).has(text))) return match[0];
  }
  return null;
}

/** @param {string} said @param {string} before */
const denied = (said, before) => of("NEGATORS").has(said) || of("NEGATORS").has(before.slice(-60));

/** @param {Table} table @param {Belief} belief @param {Reading} reading @param {string} said */
function statement(table, belief, reading, said) {
  const fact = factOf(table.knowledge, belief.fact);
  const why = `Pattern '${belief.name}': “${
    strip(said).slice(0, 120)
  }”. ${belief.fact}: ${fact.text}`;
  return found("wrong", belief.kind, reading.tagged.codes[0] ?? null, why, fact.sources);
}
