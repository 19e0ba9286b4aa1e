import { regex } from "../regex.js";
import { statement } from "../statement.js";
import { isNear } from "../tagging.js";

/** @import { Clause, Reading } from "../clauses.js" */
/** @import { DeletedCode, Knowledge, Statement } from "../types.d.ts" */

const YEAR = /\b(?:19|20)\d\d\b/g;
const MENTION = regex()`
  \b(?:delet\w+|missing|off the|remove\w*|take \d?|retired|removed|on purpose|gone|outdated|
  old code|replac\w+|invalid|
  no longer|not a code|not a valid|no such|does not exist|
  doesn't exist|never existed|typo\w*|history|historical\w*|sunset|merged|split|renamed|became|
  today|range|series|through|looks? like|example of)\b
`;

const BEGAN = regex()`
  \b(?:new (?:in|for|as of)|introduced|added|beg(?:an|ins?)|start(?:ed|s)?|launched|created|came|
  debuted|(?:been|used|code|payable|billable|paid|around|exist\w*|reported|valid|
  covered|there)[^.;,]{0,20}
  since)\b[^.;,]{0,20}\b((?:19|20)\d\d)\b
`;
const TOOK_EFFECT = regex()`
  C (?:took effect|went into (?:effect|use|force)|came into (?:effect|use|force)|dates from|
  came out) (?:in|on|as of)?[^.;,]{0,15}\b((?:19|20)\d\d)\b
`;
const USED = regex()`
  \b(?:was|were|been|could be)\b[^.;,]{0,20}\b(?:usable|billable|available|payable|in use|valid|
  a code|
  reported|billed|used)\b[^.;,]{0,15}\b(?:in|since|by|from) (20\d\d)\b
`;
const STOPPED = regex()`
  ^.{0,14}C (?:was|were|has been|have been|is|are|will be|got|ended|
  expired)\b[^.;,]{0,15}\b(?:deleted|
  retired|discontinued|no longer (?:valid|in use|active|a code)|eliminated|abolished|invalid)\b|
  ^.{0,14}C (?:ended|expired) (?:in|on|at)\b|C\b[^.;,]{0,40}\b(?:that|which|
  and) (?:has )?(?:ended|expired)\b
`;
const LIVES = regex()`
  C[^.;,]{0,12}\b(?:is|are|remains?)\b[^.;,]{0,20}\b(?:valid|current(?:ly)?|active|in use|
  today)\b|
  \b(?:today's|current) (?:\w+ ){0,3}code (?:is|for [^.;,]{0,30} is) C|\bcurrently[^.;,]{0,40}C
`;
const OF_SOMETHING_ELSE = regex()`
  \b(?:edits?|pairs?|list|telehealth|medicare|payers?|plans?|modifiers?|line|claim|category|row|
  status|data|units?|missing|rate|benefit|table)\b
`;

/**
 * A year in which a code began, an end of one that is in use, and a deleted one that lives on.
 * @param {Reading} reading @returns {Statement[]}
 */
export function judgeDates(reading) {
  if (reading.denied || reading.hedged || OF_SOMETHING_ELSE.test(reading.text)) return [];
  return reading.clauses.flatMap((clause) => {
    const { text, knowledge } = clause, codes = dated(clause);
    const years = text.match(YEAR) ?? [],
      began = years.length === 1 ? BEGAN.exec(text) ?? TOOK_EFFECT.exec(text) : null;
    return (clause.of("C").length > 1 ? [] : codes.slice(0, 1)).flatMap((code) => {
      const fact = knowledge.codes[code];
      if (!fact) return [];
      const { state, since, name, sources } = fact;
      const wrong = state === "deleted"
        ? LIVES.test(text) && "it has been deleted"
        : STOPPED.test(text) && !LIVES.test(text)
        ? "it is in use"
        : since && ((began && Number(began[1]) !== since) || early(text, since)) &&
          `since ${since}`;
      if (!wrong) return [];
      const why = `Pattern 'dates of a code'. codes/${code}: ${name}; ${wrong}.`;
      return [statement("wrong", "invalid-code", code, why, sources)];
    });
  });
}

/** The codes of a clause, or of the one service whose codes it speaks of. @param {Clause} clause */
function dated(clause) {
  const services = clause.of("P").filter(({ entry }) => entry.own.length);
  const named = !clause.codes.length && services.length === 1 && /\bcodes?\b/.test(clause.text);
  return named ? services[0].entry.own.slice(0, 1) : clause.codes;
}

/** Whether a code is said to be used before it began. @param {string} text @param {number} since */
function early(text, since) {
  const found = USED.exec(text);
  return Boolean(found) && Number(found?.[1]) < since;
}

/**
 * A code used as if it could be billed though it has ended or never was one.
 * @param {Reading} reading
 */
export function judgeValidity(reading) {
  const { knowledge } = reading;
  if (reading.past || reading.somePayers) return [];
  if (MENTION.test(reading.text)) return [];
  return reading.asserted.flatMap((clause) => clause.codes).flatMap((code) => {
    const fact = knowledge.codes[code];
    if (fact) {
      const { replaced_by = [], last } = /** @type {DeletedCode} */ (fact);
      const past = last &&
        [...reading.text.matchAll(YEAR)].some(([year]) => year <= last.slice(0, 4));
      const deleted = fact.state === "deleted" && !past &&
        !replaced_by.some((after) => reading.codes.includes(after));
      return deleted ? [ended(knowledge, code, /** @type {DeletedCode} */ (fact))] : [];
    }
    if (!isNear(knowledge, code)) return [];
    const why =
      `Pattern 'no such code': ${code} is no code in use; families: the content names every ` +
      "code of that range.";
    return [statement("wrong", "invalid-code", code, why, sourcesNear(knowledge, code))];
  });
}

/** @param {Knowledge} knowledge @param {string} code @param {DeletedCode} fact */
function ended(knowledge, code, fact) {
  const after = fact.replaced_by.filter((name) => knowledge.codes[name]?.state === "active");
  const until = fact.last ? `could be reported until ${fact.last}` : "has been deleted";
  const now = after.length ? ` Now ${after.join(", ")}.` : "";
  const right = after.length === 1 ? after[0] : null;
  const why = `Pattern 'deleted code': codes/${code} ${until}.${now}`;
  return statement("wrong", "invalid-code", code, why, fact.sources, right);
}

/** @param {Knowledge} knowledge @param {string} code */
function sourcesNear(knowledge, code) {
  const near = Object.keys(knowledge.codes).sort().find((name) =>
    name.slice(0, 3) === code.slice(0, 3)
  );
  return near ? knowledge.codes[near].sources : [];
}
