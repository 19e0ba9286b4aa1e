import { regex } from "../regex.js";
import { statement } from "../statement.js";
import { isNear } from "../tagging.js";

/** @import { Reading } from "../clauses.js" */
/** @import { DeletedCode, Knowledge } from "../types.d.ts" */

const YEAR = /\b(?:19|20)\d\d\b/g;
const MENTION = regex()`
  \b(?:delet\w+|missing|off the|remove\w*|take \d?|retired|removed|on purpose|gone|outdated|
  old code|replac\w+|invalid|
  no longer|not a code|not a valid|no such|does not exist|
  doesn't exist|never existed|typo\w*|history|historical\w*|sunset|merged|split|renamed|became|
  today|range|series|through|looks? like|example of)\b
`;

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
