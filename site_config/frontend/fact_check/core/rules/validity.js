import { patternsOf } from "../patterns.js";
import { found } from "../statement.js";
import { isNear } from "../tagging.js";

/** @import { Reading } from "../clauses.js" */
/** @import { CodeFact, Knowledge, Statement } from "../types.js" */

const of = patternsOf("rules.validity");

/** A code used as if it could be billed though it has ended or never was one. @param {Knowledge} knowledge @param {Reading} reading @returns {Statement[]} */
export function judgeValidity(knowledge, reading) {
  if (reading.framed || reading.asked || reading.past || reading.somePayers) return [];
  if (of("MENTION").has(reading.tagged.text)) return [];
  const said = reading.clauses.filter((clause) => clause.stance === "said");
  return said.flatMap((clause) => clause.codes).flatMap((code) => {
    const fact = knowledge.codes[code];
    if (fact) return fact.state === "deleted" ? [ended(knowledge, code, fact)] : [];
    if (!isNear(knowledge, code)) return [];
    const why =
      `Pattern 'no such code': ${code} is no code in use; families: the content names every code of that range.`;
    return [found("wrong", "invalid-code", code, why, sourcesNear(knowledge, code))];
  });
}

/** @param {Knowledge} knowledge @param {string} code @param {CodeFact} fact */
function ended(knowledge, code, fact) {
  /** @type {string[]} */
  const after = fact.replaced_by.filter((/** @type {string} */ name) =>
    knowledge.codes[name]?.state === "active"
  );
  const until = fact.last ? `could be reported until ${fact.last}` : "has been deleted";
  const now = after.length ? ` Now ${after.join(", ")}.` : "";
  const right = after.length === 1 ? after[0] : null;
  return found(
    "wrong",
    "invalid-code",
    code,
    `Pattern 'deleted code': codes/${code} ${until}.${now}`,
    fact.sources,
    right,
  );
}

/** @param {Knowledge} knowledge @param {string} code */
function sourcesNear(knowledge, code) {
  const near = Object.keys(knowledge.codes).sort().find((name) =>
    name.slice(0, 3) === code.slice(0, 3)
  );
  return near ? knowledge.codes[near].sources : [];
}
