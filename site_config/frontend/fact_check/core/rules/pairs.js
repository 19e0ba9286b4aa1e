import { regex } from "../regex.js";
import { factOf, statement } from "../statement.js";
import { numberOf, unique } from "../text.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Knowledge } from "../types.d.ts" */

/**
 * @typedef {object} Relation
 * @property {number | null} indicator
 * @property {string | null} ended
 * @property {string[]} sources
 * @property {string} column1
 * @property {string} [column2]
 * @property {string} [as_of]
 */

const NEED = regex()`
  \b(?:needs?|require[sd]?|must|always|append\w*|adds?|adding|attach\w*|use|uses?|put|
  apply|have to|has to|necessary|mandatory|carry|carries|calls? for)\b
`;
const PAID = regex()`
  \b(?:can|may|are|is|be|gets?|both|will|bill(?:ed)?|paid|payable|reimburs\w*|report\w*|allowed|
  works?|unbundl\w*|so that)\b
`;
const TOGETHER = regex()`
  \b(?:together|same (?:day|date|visit|session|claim|encounter)|one (?:day|date|claim|visit)|
  that day|both (?:be )?(?:paid|billed|payable|reimbursed|reported)|both)\b
`;
const MAY = regex()`
  \b(?:can|may|are|is|be|allowed|okay|ok|fine|gets?|will)\b[^.;]*\b(?:bill\w*|paid|pay|report\w*|
  payable|reimburs\w*|cod(?:e|ed)|submit\w*)|\bboth\b[^.;]*\b(?:paid|payable)|\b
  (?:you|therapists|providers|clinics) (?:can|may) (?:bill|report|code)
`;
const MAY_NOT = regex()`
  \b(?:cannot|can't|can not|may not|never|must not|should not|shouldn't|may never|are not|aren't|
  is not|not)\b[^.;]*\b(?:bill\w*|paid|pay|report\w*|payable|together|reimburs\w*)|
  \bmutually exclusive\b|\bbundl\w+ (?:into|with|in)\b|\bis bundled\b
`;
const WITHOUT = regex()`
  \b(?:without|no|not need|doesn't need|does not (?:need|require)|don't need|
  do not (?:need|require)|not required|not needed|not necessary|unnecessary)\b
`;
const INDICATOR = regex()`
  \bindicator(?: of| is| =|:|,| has| value)* ?(?:is )?(0|1|9|zero|one|nine)\b|\b(0|1|
  9) indicator\b
`;
const OTHER_CARE = regex()`
  \b(?:different|another|separate|other) (?:provider|therapist|clinician|practitioner|discipline|
  day|date|days|person)\w*|\bhospital\b|\boutpatient department\b|\bon separate days|
  two (?:therapists|providers)
`;
const NOT_WITHOUT = /\b(?:cannot|can't|may not|not|never)\b[^.;]*\bwithout\b/;
const BUNDLED = /bundled (?:into|with) C/;
const OVERLAP = regex()`
  \bnot\b[^.;]*\b(?:overlap|need|require|same minutes)|more than|at the same time
`;
const NEGATED = /\b(?:not|never)\b|n't\b/;
const SPOKEN = regex()`
  M|\b(?:together|same|one|both|that day|bundl\w+|indicator|modifiers?|exclusive)\b
`;
const EITHER = /C\b[^.;]*\bor\b[^.;]*\bC\b|\bwith\b[^.;]*\bC\b[^.;]*\band with\b[^.;]*\bC\b/;
const BYPASS = ["59", "XE", "XS", "XP", "XU", "X"];

/**
 * What a sentence states about two codes on one day.
 * @param {Reading} reading
 */
export function judgePairs(reading) {
  if (!SPOKEN.test(reading.text)) return [];
  const codes = two(reading);
  if (!codes || reading.past || OTHER_CARE.test(reading.text)) return [];
  const relation = relationOf(reading.knowledge, ...codes);
  if (!relation) return [];
  const text = reading.clauses.map((clause) => clause.text).join(" ; ");
  const modified = reading.modifiers.some((one) => BYPASS.includes(one));
  const problem = problemOf(text, relation, modified, reading);
  return problem ? [wrong(codes, relation, problem)] : [];
}

/**
 * The pair that is spoken of: two codes, or one and a service with one code.
 * @param {Reading} reading @returns {[string, string] | null}
 */
function two(reading) {
  const tokens = reading.of("C"), { knowledge } = reading;
  const spoken = unique(reading.clauses.flatMap((clause) => clause.codes));
  const either = tokens.some((token) => token.text.includes(" or ") || token.text.includes(", "));
  if (either || EITHER.test(reading.text)) return null;
  if (spoken.length === 2) return [spoken[0], spoken[1]];
  const family = (/** @type {string} */ code) => knowledge.codes[code]?.family ?? null;
  const groups = [
    ...new Map(tokens.map((token) => [token.values.join(" "), token.values])).values(),
  ];
  if (groups.length === 2 && groups.every((group) => new Set(group.map(family)).size === 1)) {
    return [groups[0][0], groups[1][0]];
  }
  if (spoken.length !== 1) return null;
  const owners = reading.clauses.flatMap((clause) => clause.of("P")).map(({ entry }) => entry.own);
  const sorts = new Map(owners.map((own) => [own.join(" "), own]));
  const single = [...sorts.values()].filter((own) => own.length === 1).map(([code]) => code);
  const others = single.filter((code) => code !== spoken[0]);
  return others.length === 1 && sorts.size <= 2 ? [spoken[0], others[0]] : null;
}

/**
 * The practitioner edit of two taught codes; an indicator of null where there is none in force.
 * @param {Knowledge} knowledge @param {string} one @param {string} other
 */
function relationOf(knowledge, one, other) {
  if (!knowledge.taught.includes(one) || !knowledge.taught.includes(other) || one === other) {
    return null;
  }
  const edit = knowledge.pairs[`practitioner:${[one, other].sort().join("-")}`];
  if (!edit) {
    return {
      indicator: null,
      ended: null,
      sources: factOf(knowledge, "rules/ncci-pairs/11").sources,
      column1: one,
    };
  }
  return edit.active ? edit : { ...edit, indicator: null };
}

/**
 * @param {string} text @param {Relation} relation @param {boolean} modified
 * @param {Reading} reading
 */
function problemOf(text, { indicator }, modified, reading) {
  const stated = INDICATOR.exec(text);
  if (stated) {
    const figure = stated[1] || stated[2];
    return numberOf(figure) !== indicator && !reading.denied ? "another modifier indicator" : null;
  }
  const needed = NEED.test(text);
  if (modified && indicator === 0 && !reading.denied && (needed || PAID.test(text))) {
    return "a modifier that parts the pair";
  }
  if (modified && indicator === null && needed && !reading.hedged && !free(text)) {
    return "a modifier that is needed";
  }
  const spared = WITHOUT.test(text) && (text.includes("modifier") || modified);
  if (indicator === 1 && spared && !NOT_WITHOUT.test(text)) {
    return "that no modifier is needed";
  }
  return together(text, indicator, reading);
}

/** @param {string} text @param {number | null} indicator @param {Reading} reading */
function together(text, indicator, reading) {
  if (
    !TOGETHER.test(text) && !text.includes("mutually exclusive") && !BUNDLED.test(text)
  ) {
    return null;
  }
  if (indicator === 0 && MAY.test(text) && !reading.denied) return "payment of both";
  const never = indicator === null && MAY_NOT.test(text) && !reading.hedged &&
    !OVERLAP.test(text);
  return never ? "that they are never paid together" : null;
}

/** @param {string} text */
const free = (text) => !NOT_WITHOUT.test(text) && (WITHOUT.test(text) || NEGATED.test(text));

/** @param {[string, string]} codes @param {Relation} relation */
function named(codes, { indicator, ended, column1, column2, as_of }) {
  if (indicator !== null) {
    return `edits/${column1}-${column2}: modifier indicator ${indicator} (as of ${as_of})`;
  }
  if (ended) return `edits/${column1}-${column2}: the edit ended on ${ended}`;
  return `${codes[0]} and ${codes[1]} are no NCCI pair in CMS's practitioner table`;
}

/** @param {[string, string]} codes @param {Relation} relation @param {string} problem */
function wrong(codes, relation, problem) {
  const rule = relation.indicator === 0
    ? "Column 1 is paid, column 2 is denied, and no modifier parts them."
    : relation.indicator === 1
    ? "A modifier may part them, for a truly separate service."
    : "NCCI asks for no modifier.";
  const why = `Pattern 'pair': it states ${problem}. ${named(codes, relation)}. ${rule}`;
  return statement("wrong", "pair", codes[0], why, relation.sources);
}
