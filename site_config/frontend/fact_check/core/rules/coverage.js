import { patternsOf } from "../patterns.js";
import { found } from "../statement.js";
import { once, strip } from "../text.js";
import { spelled } from "../tokens.js";

/** @import { Clause, Reading } from "../clauses.js" */
/** @import { Knowledge, Statement } from "../types.js" */

const of = patternsOf("rules.coverage");
const ROLES = [
  "massage-therapist",
  "chiropractor",
  "pta",
  "ota",
  "pta",
  "aide",
  "athletic-trainer",
  "student",
  "pt",
  "ot",
];
const UNPAID = ["bundled", "invalid", "non-covered", "excluded"];

/** Codes Medicare does not pay said to be paid, and the other way about; people who may not furnish or bill. @param {Knowledge} knowledge @param {Reading} reading @returns {Statement[]} */
export function judgeCoverage(knowledge, reading) {
  if (reading.framed || reading.asked) return [];
  if (!reading.tagged.text.includes("C") && !of("ANY_ROLE").has(reading.spoken)) return [];
  const whole = of("MEDICARE").has(reading.tagged.text);
  return reading.clauses.filter((clause) => clause.stance !== "unclear").flatMap((clause) => {
    const medicare = of("MEDICARE").has(clause.text) || (whole && reading.clauses.length === 1);
    const paid = medicare ? payment(knowledge, clause, reading) : [];
    if (clause.stance !== "said" || (!medicare && reading.hedged)) return paid;
    return [
      ...paid,
      ...people(knowledge, clause, medicare || (of("INCIDENT").has(clause.text) && whole)),
    ];
  });
}

/** @param {Knowledge} knowledge @param {Clause} clause @param {Reading} reading @returns {Statement[]} */
function payment(knowledge, clause, reading) {
  return clause.codes.flatMap((code) => {
    const fact = knowledge.codes[code];
    if (!fact || reading.tagged.codes.includes(fact.instead) || reading.past) return [];
    const unpaid = UNPAID.includes(fact.medicare), sources = fact.medicare_sources;
    if (
      unpaid && clause.stance === "said" && of("PAYS").has(clause.text) &&
      !of("TOLD").has(clause.text)
    ) {
      const why =
        `Pattern 'Medicare pays': ${code} is ${fact.medicare} for Medicare. codes/${code}: ${fact.name}. ${fact.medicare_text}`;
      return [found("wrong", "coverage", code, strip(why), sources, fact.instead)];
    }
    if (unpaid && clause.stance === "denied") {
      const why = `Pattern 'Medicare does not pay'; codes/${code}: ${fact.medicare}.`;
      return [found("supported", "coverage", code, why, sources)];
    }
    if (fact.medicare !== "active" || !of("REFUSES").has(clause.text)) return [];
    const why =
      `Pattern 'Medicare refuses': codes/${code} is active for Medicare. ${fact.medicare_text}`;
    return [found("wrong", "coverage", code, why, sources)];
  });
}

/** @param {Knowledge} knowledge @param {Clause} clause @param {boolean} medicare @returns {Statement[]} */
function people(knowledge, clause, medicare) {
  const text = spelled(clause.text, clause.tokens, "CMT");
  if (!of("ANY_ROLE").has(text) || !of("DOES").has(text)) return [];
  const role = roleIn(text);
  if (role === null) return [];
  const served =
    () => (medicare && role === "massage-therapist" ? services(knowledge, clause) : []);
  const codes = clause.codes.length ? clause.codes : served();
  const refusal = medicare ? knowledge.facts[`refusals/${role}`] : undefined;
  return codes.slice(0, 3).flatMap((code) => {
    const no = knowledge.codes[code]?.no[role];
    if (refusal && !refusal.but?.includes(code)) {
      const why = `Pattern 'who may bill' (${role}). payers/medicare-part-b: ${refusal.text}`;
      return [found("wrong", "coverage", code, why, refusal.sources)];
    }
    return no
      ? [
        found(
          "wrong",
          "coverage",
          code,
          `Pattern 'who may bill' (${role}). codes/${code}: ${no[0]}`,
          no[1],
        ),
      ]
      : [];
  });
}

/** The one kind of person that acts in the clause; none where several are named. @param {string} text */
function roleIn(text) {
  const named = once(ROLES.filter((_, index) => of(`ROLE_PATTERNS.${index}`).has(text)));
  const plain = !named.some((role) => role === "massage-therapist" || role === "athletic-trainer");
  if (!named.length || (of("AIDED").has(text) && plain)) return null;
  const others = named.filter((role) => role !== "pt" && role !== "ot");
  const roles = others.length ? others : named;
  return roles.length === 1 ? roles[0] : null;
}

/** @param {Knowledge} knowledge @param {Clause} clause */
function services(knowledge, clause) {
  const owned = clause.of("P").map((token) => knowledge.phrases[token.values[0]].own);
  return once(owned.filter((own) => own.length === 1).map((own) => own[0]));
}
