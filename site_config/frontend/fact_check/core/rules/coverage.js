import { regex } from "../regex.js";
import { statement } from "../statement.js";
import { unique } from "../text.js";
import { expand } from "../tokens.js";

/** @import { Clause, Reading } from "../clauses.js" */
/** @import { Statement } from "../types.d.ts" */

const MEDICARE = /\bmedicare\b|\bcms\b|\bpart b\b/;
const PAYS = regex()`
  \b(?:pays?|paid|payable|reimburs\w*|cover(?:s|ed)?|accept(?:s|ed)?|recogni[sz]\w*|
  bill(?:s|ed)?|use[sd]?|report(?:s|ed)?|submit\w*|expects?|wants?|requires?)\b
`;
const REFUSES = regex()`
  \bmedicare(?: part b)? (?:does not|doesn't|never|will not|won't|no longer) (?:covers?|
  pays?|reimburse|recognize|accept)(?: for)? C(?: at all| ever)?\.?$|^C is (?:not|
  never) (?:covered|
  paid|reimbursed|recognized|accepted) by medicare\.?$
`;
const DOES = regex()`
  \b(?:bill(?:s|ed)?|billing|deliver\w*|supervis\w*|does|do|treats?|perform(?:ed)?|provided|
  administer\w*|report(?:s|ed)?|uses?|performs?|furnish\w*|provides?|pays?|paid|reimburs\w*|
  covers?|covered|submits?)\b
`;
const AIDED = regex()`
  \b(?:under|with|by|of|from|while) (?:the |a )?(?:\w+ )?(?:physical therapist|
  occupational therapist|therapist)'?s?\b|\bassist\w* (?:by|with)\b|\bask\w*\b|\bmany\b.*\bprefer
`;
const QUALIFIED = regex()`
  \b(?:bundl\w+|status|convert\w*|instead|switch\w*|chang\w+|denie\w*|zero|only as|part of)\b
`;
const BY_THERAPIST = /\bby (?:an? |the )?(physical|occupational) therapists?\b/;
const INCIDENT = /\bincident[- ]to\b/;
/** @type {[string, RegExp][]} */
const ROLES = [
  ["massage-therapist", /\bmassage therapists?\b|\blmts?\b|\bmassage practitioners?\b/],
  ["chiropractor", /\bchiropract(?:ors?)\b|\bchiros?\b/],
  ["pta", /\bptas?\b|\bphysical therapist assistants?\b|\bphysical therapy assistants?\b/],
  ["ota", /\botas?\b|\bcotas?\b|\boccupational therapy assistants?\b/],
  ["pta", /\bassistants?\b/],
  ["aide", /\baides?\b|\btechs?\b|\btechnicians?\b/],
  ["athletic-trainer", /\bathletic trainers?\b/],
  ["student", /\bstudents?\b/],
  ["pt", /\bphysical therapists?\b|\bpts\b/],
  ["ot", /\boccupational therapists?\b|\bots\b/],
];
const ANY_ROLE = new RegExp(ROLES.map(([, pattern]) => pattern.source).join("|"));
/** @type {(string | null)[]} */
const UNPAID = ["bundled", "invalid", "non-covered", "excluded"];

/**
 * Codes that Medicare does not pay stated as paid and the reverse; people who may not bill.
 * @param {Reading} reading
 */
export function judgeCoverage(reading) {
  if (!reading.text.includes("C") && !ANY_ROLE.test(reading.spoken)) return [];
  const whole = MEDICARE.test(reading.text);
  return reading.clauses.flatMap((clause) => {
    const medicare = MEDICARE.test(clause.text) || (whole && reading.clauses.length === 1);
    const paid = medicare ? [...payment(clause, reading), ...byTherapist(clause)] : [];
    if (clause.denied || (!medicare && reading.hedged)) return paid;
    return [...paid, ...people(clause, medicare || (INCIDENT.test(clause.text) && whole))];
  });
}

/** @param {Clause} clause @param {Reading} reading @returns {Statement[]} */
function payment(clause, reading) {
  return clause.codes.flatMap((code) => {
    const fact = clause.knowledge.codes[code];
    if (
      !fact || reading.codes.includes(/** @type {string} */ (fact.instead)) || reading.past
    ) return [];
    const unpaid = UNPAID.includes(fact.medicare), sources = fact.medicare_sources;
    if (
      unpaid && !clause.denied && PAYS.test(clause.text) &&
      !QUALIFIED.test(clause.text)
    ) {
      const why =
        `Pattern 'Medicare pays': ${code} is ${fact.medicare} for Medicare. codes/${code}: ` +
        `${fact.name}. ${fact.medicare_text}`;
      return [statement("wrong", "coverage", code, why.trim(), sources, fact.instead)];
    }
    if (fact.medicare !== "active" || !REFUSES.test(clause.text)) return [];
    const why =
      `Pattern 'Medicare refuses': codes/${code} is active for Medicare. ${fact.medicare_text}`;
    return [statement("wrong", "coverage", code, why, sources)];
  });
}

/** @param {Clause} clause @param {boolean} medicare */
function people(clause, medicare) {
  const { knowledge } = clause;
  const text = expand(clause.text, clause.tokens, "CMT");
  if (!ANY_ROLE.test(text) || !DOES.test(text)) return [];
  const role = roleIn(text);
  if (role === null) return [];
  const served = () => (medicare && role === "massage-therapist" ? services(clause) : []);
  const codes = clause.codes.length ? clause.codes : served();
  return codes.slice(0, 3).flatMap((code) => {
    const refusal = medicare ? refusalOf(clause, role, code) : undefined;
    const [where, text, sources] = refusal && !refusal.but?.includes(code)
      ? ["payers/medicare-part-b", refusal.text, refusal.sources]
      : [`codes/${code}`, ...(knowledge.codes[code]?.no[role] ?? [])];
    const why = `Pattern 'who may bill' (${role}). ${where}: ${text}`;
    return text ? [statement("wrong", "coverage", code, why, sources)] : [];
  });
}

/**
 * What Medicare says of the role for this code, or for any.
 * @param {Clause} clause @param {string} role @param {string} code
 */
const refusalOf = ({ knowledge }, role, code) =>
  knowledge.facts[`refusals/${role}/${code}`] ?? knowledge.facts[`refusals/${role}`];

/**
 * A code that Medicare never pays a therapist for, stated as covered "by a physical therapist".
 * @param {Clause} clause @returns {Statement[]}
 */
function byTherapist(clause) {
  const named = BY_THERAPIST.exec(clause.text);
  if (!named || clause.denied || !PAYS.test(clause.text)) return [];
  const role = named[1] === "physical" ? "pt" : "ot";
  return clause.codes.flatMap((code) => {
    const refusal = clause.knowledge.facts[`refusals/${role}/${code}`];
    if (!refusal) return [];
    const why = `Pattern 'who may bill' (${role}). payers/medicare-part-b: ${refusal.text}`;
    return [statement("wrong", "coverage", code, why, refusal.sources)];
  });
}

/**
 * The one kind of person that acts in the clause; none where several are named.
 * @param {string} text
 */
function roleIn(text) {
  const named = unique(
    ROLES.filter(([, pattern]) => pattern.test(text)).map(([role]) => role),
  );
  const plain = !named.some((role) => role === "massage-therapist" || role === "athletic-trainer");
  if (!named.length || (AIDED.test(text) && plain)) return null;
  const others = named.filter((role) => role !== "pt" && role !== "ot");
  const roles = others.length ? others : named;
  return roles.length === 1 ? roles[0] : null;
}

/** @param {Clause} clause */
function services(clause) {
  const owned = clause.of("P").map(({ entry }) => entry.own);
  return unique(owned.filter((own) => own.length === 1).map(([code]) => code));
}
