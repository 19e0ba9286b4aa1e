import { regex } from "../regex.js";
import { factOf, statement } from "../statement.js";
import { unique } from "../text.js";
import { expand } from "../tokens.js";

/** @import { Clause, Reading } from "../clauses.js" */
/** @import { Statement } from "../types.d.ts" */

const MEDICARE = /\bmedicare\b|\bcms\b|\bpart b\b/;
const PAYS = regex()`
  \b(?:pays?|paid|payable|reimburs\w*|cover(?:s|ed)?|accept(?:s|ed)?|recogni[sz]\w*|
  bill(?:s|ed)?|use[sd]?|report(?:s|ed)?|submit\w*|send|sends|payment|benefit|active|payable|
  expects?|wants?|requires?)\b
`;
const TELEHEALTH = regex()`
  \b(?:tele(?:health|medicine|therapy|rehab)|virtual(?:ly)?|by video|over video|online|remotely|
  remote session)\b
`;
const ACTS = regex()`
  \b(?:may|can|is|are|isn't|bill|provid|furnish|deliver|cover|pa(?:ys|id)|perform|via|by|over|
  allow)
`;
const NO_LISTING = regex()`
  \b(?:not the only|not on it|if|whether|unless|ask|check|separate|apart|potential|future|
  influenc\w*)\b
`;
const CONDITIONAL = regex()`
  \b(?:when|if|unless|without|same|together|both|beyond|above|more than|until|except|only|
  for relax\w*|column|edit|separately|therapists?|assistants?|aides?|chiropract\w*|students?|
  twice|again)\b|\bwith C|M
`;
const NEVER_PAYS = regex()`
  \b(?:medicare|cms|part b)\b[^.;]*\b(?:never|not|n't|no longer|nothing)\b[^.;]*\b(?:pays?|
  covers?|reimburs\w*|touch|recogni\w*|accept\w*|paid|payable)\b[^.;]*C|
  \bneither medicare\b[^.;]*\b(?:pays?|covers?)\b[^.;]*C|\b(?:medicare|cms|
  part b)\b[^.;]*\bno (?:separate )?payment\b[^.;]*C|C[^.;]*\b(?:not|
  never)\b[^.;]*\b(?:paid|covered|payable|reimbursed|recognized|valid)\b[^.;]*\b(?:medicare|cms|
  part b)\b
`;
const BUNDLES = regex()`
  \b(?:medicare|cms|part b)\b[^.;,]*\bbundles? (?:\w+ )?C|C[^.;,]{0,30}\bbundled\b[^.;]*
  \b(?:medicare|cms)\b|
  \bstatus (?:b|i|n)\b
`;
const REFUSES = regex()`
  ^it is not so that medicare\b[^.;]*\b(?:pays?|covers?)\b[^.;]*C|
  \bmedicare(?: part b)? (?:does not|doesn't|never|will not|won't|no longer) (?:covers?|
  pays?|reimburse|recognize|accept)(?: for)? C(?: at all| ever)?\.?$|^C is (?:not|
  never) (?:covered|
  paid|reimbursed|recognized|accepted) by medicare\.?$
`;
const DOES = regex()`
  \b(?:bill(?:s|ed)?|billing|deliver\w*|supervis\w*|does|do|treats?|perform(?:ed)?|provided|
  administer\w*|report(?:s|ed)?|uses?|performs?|furnish\w*|provides?|pays?|paid|reimburs\w*|
  covers?|covered|submits?)\b|^[a-z ]+: C
`;
const AIDED = regex()`
  \b(?:under|with|by|of|from|while) (?:the |a )?(?:\w+ )?(?:physical therapist|
  occupational therapist|therapist)'?s?\b|\bassist\w* (?:by|with)\b|\bask\w*\b|\bmany\b.*\bprefer
`;
const QUALIFIED = regex()`
  \b(?:non-?covered|excluded|unpaid|bundl\w+|other than|anything|bounc\w*|return\w*|reject\w*|
  kick\w*|refus\w*|den(?:y|ies|ied)|status|
  convert\w*|instead|switch\w*|chang\w+|denie\w*|zero|only as|part of)\b
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
/** A therapist beside whoever else is named. */
const PEERS = /\b(?:pts?|ots?|therapists?)\b/;
const ONLY = regex()`
  \b(?:only|exclusive(?:ly)?|reserved for|limited to|restricted to|solely|nobody but)\b
`;
const ALONE = regex()`
  \b(?:evaluat\w*|independent\w*|alone|direct(?:ly)?|without|supervis\w*|own|incident|orders?|
  sign\w*|certif\w*|write\w*|plan|unless|modifier|medicare pays|if|when|while|same|time|minutes)\b
`;
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
    const paid = [
      ...(medicare ? [...payment(clause, reading), ...byTherapist(clause)] : []),
      ...remote(clause, reading),
      ...barred(clause),
    ];
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
    if (fact.medicare !== "active" || !refused(clause)) return [];
    const why =
      `Pattern 'Medicare refuses': codes/${code} is active for Medicare. ${fact.medicare_text}`;
    return [statement("wrong", "coverage", code, why, sources)];
  });
}

/** Whether the clause has Medicare refuse its codes, whatever the case. @param {Clause} clause */
const refused = ({ text, denied }) =>
  !CONDITIONAL.test(text) &&
  (denied ? REFUSES.test(text) || NEVER_PAYS.test(text) : BUNDLES.test(text));

/**
 * Telehealth that Medicare's list allows or not, turned round.
 * @param {Clause} clause @param {Reading} reading @returns {Statement[]}
 */
function remote(clause, reading) {
  if (!TELEHEALTH.test(clause.text) || reading.past || !ACTS.test(clause.text)) return [];
  if (NO_LISTING.test(clause.text)) return [];
  return clause.codes.slice(0, 8).flatMap((code) => {
    const fact = clause.knowledge.codes[code];
    if (!fact?.remote || fact.contact === "remote") return [];
    const listed = fact.remote === "on-list", unknown = fact.remote === "not-known";
    if (unknown || listed !== clause.denied) return [];
    const why = `Pattern 'telehealth': codes/${code}: ${fact.name}. ${fact.remote_text}`;
    const { sources } = factOf(clause.knowledge, "rules/telehealth");
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
  const roles = others.length ? others : named, several = text.split("C").length > 2;
  return roles.length === 1 && !(several && PEERS.test(text)) ? roles[0] : null;
}

/**
 * People kept from a code that they may perform, or one kind of people said to be the only one.
 * @param {Clause} clause @returns {Statement[]}
 */
function barred(clause) {
  const text = expand(clause.text, clause.tokens, "CMT");
  if (!ANY_ROLE.test(text) || ALONE.test(text) || AIDED.test(text)) return [];
  const roles = unique(ROLES.filter(([, pattern]) => pattern.test(text)).map(([role]) => role));
  const [role, another] = roles, only = ONLY.test(text);
  if (another || !(only || (clause.denied && DOES.test(text)))) return [];
  return clause.codes.slice(0, 3).flatMap((code) => {
    const fact = clause.knowledge.codes[code], may = fact?.may?.split(" ") ?? [];
    const others = ["pt", "ot"].filter((one) => one !== role && may.includes(one));
    const wrong = only && !clause.denied ? others.length > 0 : !only && may.includes(role);
    if (!wrong) return [];
    const who = only ? others.join(", ") : role;
    const why =
      `Pattern 'who may bill' (${role}). codes/${code}: ${fact.name}; ${who} may perform it.`;
    return [statement("wrong", "coverage", code, why, fact.sources)];
  });
}

/** @param {Clause} clause */
function services(clause) {
  const owned = clause.of("P").map(({ entry }) => entry.own);
  return unique(owned.filter((own) => own.length === 1).map(([code]) => code));
}
