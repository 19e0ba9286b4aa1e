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
  apply|have to|has to|necessary|mandatory|carry|carries|calls? for|should (?:be )?(?:used|
  added|appended|attached))\b
`;
const PAID = regex()`
  \b(?:can|may|are|is|be|gets?|both|will|bill(?:ed)?|pays?|paid|payable|reimburs\w*|report\w*|
  allowed|
  works?|unbundl\w*|so that)\b
`;
const TOGETHER = regex()`
  \b(?:together|same (?:day|date|visit|session|claim|encounter)|one (?:day|date|claim|visit)|
  that day|both (?:be )?(?:paid|billed|payable|reimbursed|reported)|both)\b
`;
const MAY = regex()`
  \b(?:can|may|are|is|be|allowed|okay|ok|fine|gets?|will)\b[^.;]*\b(?:bill\w*|ok|okay|fine|
  allowed|paid|pay|report\w*|
  payable|reimburs\w*|cod(?:e|ed)|submit\w*)|\bboth\b[^.;]*\b(?:paid|payable)|\b
  (?:you|therapists|providers|clinics) (?:can|may) (?:bill|report|code)|
  \b(?:i|we|you|clinics?|therapists?) (?:then |both )?(?:bill|report|code)\b
`;
const MAY_NOT = regex()`
  \b(?:cannot|can't|can not|may not|never|must not|should not|shouldn't|may never|are not|aren't|
  is not|not)\b[^.;]*\b(?:bill\w*|paid|pay|report\w*|payable|together|reimburs\w*)|
  \bmutually exclusive\b|\bbundl\w+ (?:into|with|in)\b|\bis bundled\b
`;
const WITHOUT = regex()`
  \b(?:without|no|not need|never needs?|never requires?|doesn't need|does not (?:need|require)|
  don't need|
  do not (?:need|require)|not required|not needed|not necessary|unnecessary)\b
`;
const INDICATOR = regex()`
  \bindicator(?: of| is| =|:|,| has| value)* ?(?:is )?(0|1|9|zero|one|nine)\b|\b(0|1|
  9) indicator\b
`;
const OTHER_CARE = regex()`
  \b(?:different|another|separate|other) (?:provider|therapist|clinician|practitioner|discipline|
  day|date|days|person)\w*|\bon separate days|
  two (?:therapists|providers)
`;
const NOT_WITHOUT = /\b(?:cannot|can't|may not|not|never)\b[^.;]*\bwithout\b/;
const BUNDLED = /bundled (?:into|with) C/;
const OVERLAP = regex()`
  \bnot\b[^.;]*\b(?:overlap|need|require)|same (?:minutes|time)|more than|at the same time
`;
const DENIES_WITHOUT = regex()`
  \b(?:den(?:y|ies|ied)|reject\w*|bundl\w+|not paid|unpaid)\b[^.;]*\bwithout (?:a |the )?M
`;
const NEGATED = /\b(?:not|never)\b|n't\b/;
const SPOKEN = regex()`
  M|\bedits?\b|\brows?\b|\bconflict|\bcolumn|\bncci\b|\b(?:together|same|one|both|that day|
  bundl\w+|
  indicator|modifiers?|exclusive)\b
`;
const DENIED_INDICATOR = /\b(?:not|no longer|never|isn't|wasn't)\b[^;]{0,30}$/;
const STILL = regex()`
  \b(?:still|remains?|remain) (?:\w+ )?(?:active|in force|in effect|an edit|there|valid|apply|
  applies)\b
`;
const IN_FORCE = /\b(?:active|in force|current(?:ly)?|today|now)\b(?!.*\b(?:not|no|never)\b)/;
const ENDED = /\b(?:ended|ends|expired|dropped|removed|deleted|lifted|retired)\b/;
const NO_EDIT = regex()`
  \b(?:no|not an?|never an?|without an?) (?:active |ncci |longer an? )*(?:edits?|edit pair|pair|
  ptp)\b|\bnot bundled\b
`;
const AN_EDIT = regex()`
  \b(?:ncci|edit|ptp)\b[^.;]*\b(?:pairs?|conflict|edits?|bundl\w+)\b|\b(?:conflicts?|collides?|
  clash\w*)\b|\b(?:an?|the|active|has|have) (?:active |ncci |ptp )*edits?\b|\bedit pair\b|
  \b(?:are|is) (?:an? )?bundled\b
`;
const COLUMN = regex()`
  C (?:is |in |as |goes in |sits in |belongs in |= )?(?:the )?column[- ](1|2|one|two)\b
`;
const ONE_ONLY = /\bonly (?:C|P|one|the)\b|\bone (?:of (?:them|the two)|only)\b/;
const EVEN_SO = regex()`
  \b(?:with or without|even with|no modifier|regardless of (?:the )?modifier|
  whatever the modifier|under any|never ever)\b
`;
const ABSOLUTE = regex()`
  \b(?:never|can't ever|cannot ever|impossible|under no|at all|mutually exclusive)\b
`;
const BOUNDED = regex()`
  unless|without|same (?:minutes|time|block|region|wound)|separate|modifier|M|alone|if |when
`;
const HOSPITAL = /\bhospital\b|\boutpatient departments?\b/;
const PRACTICE = "practitioner";
const EITHER = /C\b[^.;]*\bor\b[^.;]*\bC\b|\bwith\b[^.;]*\bC\b[^.;]*\band with\b[^.;]*\bC\b/;
const BYPASS = ["59", "XE", "XS", "XP", "XU", "X"];

/**
 * What a sentence states about two codes on one day.
 * @param {Reading} reading
 */
export function judgePairs(reading) {
  if (!SPOKEN.test(reading.text)) return [];
  const codes = two(reading);
  if (!codes || OTHER_CARE.test(reading.text)) return [];
  if (HOSPITAL.test(reading.text) && /\bpract/.test(reading.text)) return [];
  const setting = HOSPITAL.test(reading.text) ? "hospital" : PRACTICE;
  const relation = relationOf(reading.knowledge, ...codes, setting);
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
  const listed = tokens.length === 1 && /\bcolumn\b|\b(?:edits?|pairs?) with C/.test(reading.text);
  if (either || listed || EITHER.test(reading.text)) return null;
  if (spoken.length === 2) return [spoken[0], spoken[1]];
  const family = (/** @type {string} */ code) => knowledge.codes[code]?.family ?? null;
  const groups = [
    ...new Map(tokens.map((token) => [token.values.join(" "), token.values])).values(),
  ];
  const kin = new Set(groups.map(([code]) => family(code))).size === 1;
  if (
    groups.length === 2 && !kin && groups.every((group) => new Set(group.map(family)).size === 1)
  ) {
    return [groups[0][0], groups[1][0]];
  }
  if (spoken.length !== 1) return null;
  const owners = reading.clauses.flatMap((clause) => clause.of("P")).map(({ entry }) => entry.own);
  const sorts = new Map(owners.map((own) => [own.join(" "), own]));
  const single = [...sorts.values()].filter((own) => new Set(own.map(family)).size === 1)
    .map(([code]) => code);
  const others = single.filter((code) => code !== spoken[0]);
  return others.length === 1 && sorts.size <= 2 ? [spoken[0], others[0]] : null;
}

/**
 * The edit of two codes in a setting; an indicator of null where there is none in force.
 * @param {Knowledge} knowledge @param {string} one @param {string} other @param {string} setting
 * @returns {Relation | null}
 */
function relationOf(knowledge, one, other, setting) {
  if (one === other) return null;
  const edit = knowledge.pairs[`${setting}:${[one, other].sort().join("-")}`];
  if (edit) return edit.active ? edit : { ...edit, indicator: null };
  const taught = knowledge.taught.includes(one) && knowledge.taught.includes(other);
  if (!taught || setting !== PRACTICE) return null;
  const { sources } = factOf(knowledge, "rules/ncci-pairs/quarterly");
  return { indicator: null, ended: null, sources, column1: one };
}

/**
 * @param {string} text @param {Relation} relation @param {boolean} modified
 * @param {Reading} reading
 */
function problemOf(text, relation, modified, reading) {
  const { indicator } = relation, stated = INDICATOR.exec(text);
  const { ended: until } = relation;
  if (until && [...text.matchAll(/\b20[0-2]\d\b/g)].some(([year]) => year <= until.slice(0, 4))) {
    return null;
  }
  if (stated && relation.ended && IN_FORCE.test(text)) return "an edit that has ended";
  if (stated && (relation.ended || reading.past)) return null;
  if (stated) {
    const figure = stated[1] || stated[2];
    const denied = DENIED_INDICATOR.test(text.slice(0, stated.index));
    return numberOf(figure) !== indicator && !denied ? "another modifier indicator" : null;
  }
  const ended = endOf(text, relation);
  if (ended || reading.past) return ended;
  return existence(text, relation, reading) ??
    columns(reading, relation) ??
    modifierOf(text, indicator, modified, reading) ?? together(text, indicator, reading);
}

/** Another end of an edit, or none. @param {string} text @param {Relation} relation */
function endOf(text, { ended }) {
  if (!ended) return null;
  const years = [...text.matchAll(/\b20[0-2]\d\b/g)].map(([year]) => year);
  const nearby = [ended.slice(0, 4), String(Number(ended.slice(0, 4)) + 1)];
  if (STILL.test(text) && !/\b(?:private|some|old|used|no longer)\b/.test(text)) {
    return "an edit that has ended";
  }
  if (!ENDED.test(text) || !years.length || years.some((year) => nearby.includes(year))) {
    return null;
  }
  return "another end of the edit";
}

/** @param {string} text @param {Relation} relation @param {Reading} reading */
function existence(text, { indicator }, reading) {
  if (reading.hedged || /\b(?:ran|began|from (?:january|july|april|october))\b/.test(text)) {
    return null;
  }
  if (NO_EDIT.test(text)) return indicator === null ? null : "that there is no edit";
  if (indicator === null && (AN_EDIT.test(text) || COLUMN.test(text)) && !reading.denied) {
    return "that there is an edit";
  }
  return null;
}

/** @param {Reading} reading @param {Relation} relation */
function columns(reading, { indicator, column1 }) {
  if (indicator === null) return null;
  for (const { text, tokens } of reading.clauses) {
    const found = COLUMN.exec(text);
    if (!found || text.slice(0, found.index).includes("P")) continue;
    const before = [...text.slice(0, found.index)].filter((sign) => /[CMPTA]/.test(sign)).length;
    const token = tokens[before];
    if (token?.letter !== "C" || token.values.length > 1) continue;
    const first = found[1] === "1" || found[1] === "one";
    if (first !== (token.values[0] === column1)) return "the columns turned round";
  }
  return null;
}

/**
 * @param {string} text @param {number | null} indicator @param {boolean} modified
 * @param {Reading} reading
 */
function modifierOf(text, indicator, modified, reading) {
  const needed = NEED.test(text);
  if (modified && indicator === 0 && !reading.denied && (needed || PAID.test(text))) {
    return "a modifier that parts the pair";
  }
  if (modified && indicator === null && needed && !reading.hedged && !free(text)) {
    return "a modifier that is needed";
  }
  if (DENIES_WITHOUT.test(text) && modified && indicator === null && !reading.hedged) {
    return "a modifier that is needed";
  }
  const spared = WITHOUT.test(text) && (text.includes("modifier") || modified);
  return indicator === 1 && spared && !NOT_WITHOUT.test(text) ? "that no modifier is needed" : null;
}

/** @param {string} text @param {number | null} indicator @param {Reading} reading */
function together(text, indicator, reading) {
  if (!TOGETHER.test(text) && !/mutually exclusive/.test(text) && !BUNDLED.test(text)) return null;
  const one = ONE_ONLY.test(text);
  if (indicator === 0 && MAY.test(text) && !reading.denied && !one) return "payment of both";
  const never = MAY_NOT.test(text) && !reading.hedged && !OVERLAP.test(text);
  const absolute = ABSOLUTE.test(text) && !BOUNDED.test(text);
  if (never && indicator === 1 && (absolute || EVEN_SO.test(text))) {
    return "that no modifier parts them";
  }
  return never && indicator === null ? "that they are never paid together" : null;
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
