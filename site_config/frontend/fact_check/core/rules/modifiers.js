import { regex } from "../regex.js";
import { contradicted, factOf, statement } from "../statement.js";
import { countTokens, expand, positions } from "../tokens.js";

/** @import { Clause, Reading } from "../clauses.js" */

const PHYSICAL = /physical therap|\bpts?\b/;
const OCCUPATIONAL = /occupational therap|\bots?\b/;
const SPEECH = /speech|\bslps?\b|language patholog/;
const AIDE_PT = /physical therapist assistant|physical therapy assistant|\bptas?\b/;
const AIDE_OT = regex()`
  occupational therapist assistant|occupational therapy assistant|\botas?\b|\bcotas?\b
`;
const AIDES = regex("g")`
  ${AIDE_PT}|${AIDE_OT}
`;
const SHORT_AIDES = /\b(?:pta|ota|cota)s?\b/;
const LINK = regex()`
  [=:(>-]|\b(?:is|are|means?|stands? for|for|shows?|marks?|indicates?|denotes?|identif\w+|
  signif\w+|
  used|uses?|represents?|tells?|says?|append\w*|add|needs?|requires?|services?|under|modifier)\b
`;
const FOLLOWED = regex()`
  ^,? ?(?:modifier )?(?:[=:(>-]|is\b|are\b|means?\b|stands?\b|for\b|marks?\b|shows?\b|indicates?\b|
  denotes?\b|signif|identif|represents?\b|tells?\b|says?\b)
`;
const NAMES = regex()`
  ${PHYSICAL}|${OCCUPATIONAL}|${SPEECH}|\bassistants?\b|${AIDE_PT}|${AIDE_OT}
`;
const NEGATED = /\b(?:not|never|no|without|neither|nor)\b|n't\b/;
const CARRY = regex()`
  \b(?:append\w*|add\w*|require[sd]?|need(?:s|ed)?|must|carry|carries|with|uses?|attach\w*|
  takes?|bill\w*|gets?|defaults?|modifier)\b|-$|^M: C
`;
const SAYS = /M (?:tells|means|shows|says|attests|marks)\b/;
const SHARES = /\b(\d{1,3}) ?(?:%|percent|per cent)/g;
const PAYS = /\b(?:pays?|paid|reimburs\w*|at)\b/;
const BELOW = regex()`
  \b(?:below|under|not (?:yet )?(?:reached|exceeded)|less than|within) (?:the )?(?:\w+ ){0,2}
  (?:threshold|cap|limit)
`;
/** @type {Record<string, RegExp>} */
const DISCIPLINES = { GP: PHYSICAL, GO: OCCUPATIONAL, GN: SPEECH };
/** @type {Record<string, RegExp>} */
const ASSISTANTS = { CQ: AIDE_PT, CO: AIDE_OT };
const ALLOWED_SHARES = ["85", "88", "15", "12", "10", "100"];

/**
 * Discipline and assistant modifiers, KX and AT; codes that take one discipline modifier only.
 * @param {Reading} reading
 */
export function judgeModifiers(reading) {
  const clauses = reading.asserted.filter((clause) => clause.modifiers.length);
  return clauses.flatMap((clause) => [...meanings(clause), ...fixed(clause), ...special(clause)]);
}

/** @param {Clause} clause */
function meanings(clause) {
  return segments(clause).flatMap(([value, text]) => {
    const wrong = otherDiscipline(value, text);
    if (!wrong || !LINK.test(text) || NEGATED.test(text)) return [];
    const rule = value in ASSISTANTS
      ? "rules/assistants/cq-and-co"
      : "rules/therapy-modifiers/one-of-three";
    const pattern = `'modifier and its meaning': ${value} is given as ${wrong}`;
    return [contradicted(clause.knowledge, "modifier", null, pattern, rule)];
  });
}

/** @param {Clause} clause */
function segments(clause) {
  const { text, tokens } = clause;
  const places = positions(text);
  const marks = places.flatMap((spot, index) =>
    tokens[index]?.letter === "M" ? [{ spot, value: tokens[index].values[0] }] : []
  );
  const first = FOLLOWED.test(text.slice(marks[0].spot + 1)) ||
    !NAMES.test(words(clause, 0, marks[0].spot));
  return marks.map(({ spot, value }, number) => {
    const after = marks[number + 1]?.spot ?? text.length;
    const before = number ? marks[number - 1].spot + 1 : 0;
    const end = marks.length > 1 ? spot : text.length;
    return [value, first ? words(clause, spot + 1, after) : words(clause, before, end)];
  });
}

/**
 * A stretch of the clause with its phrases written out again.
 * @param {Clause} clause @param {number} start @param {number} end
 */
function words(clause, start, end) {
  return expand(
    clause.text.slice(start, end),
    clause.tokens.slice(countTokens(clause.text.slice(0, start))),
    "CMT",
  );
}

/** @param {string} value @param {string} text */
function otherDiscipline(value, text) {
  const aide = value in ASSISTANTS, names = aide ? ASSISTANTS : DISCIPLINES;
  if (!(value in names) || (aide && !text.includes("assistant") && !SHORT_AIDES.test(text))) {
    return null;
  }
  const plain = aide ? text : text.replace(AIDES, " ");
  if (names[value].test(plain)) return null;
  const other = Object.values(names).map((pattern) => pattern.exec(plain)).find(Boolean);
  return other ? `“${other[0]}”` : null;
}

/** @param {Clause} clause */
function fixed(clause) {
  const { knowledge } = clause;
  const named = new Set(
    clause.modifiers.filter((value) => value in DISCIPLINES),
  );
  if (named.size !== 1 || !CARRY.test(clause.text)) return [];
  const fact = factOf(knowledge, "rules/therapy-modifiers/one-plan-only");
  return clause.codes.flatMap((code) => {
    const one = knowledge.codes[code]?.fixed;
    if (!one || named.has(one)) return [];
    const why =
      `Pattern 'code with modifier': ${code} takes ${one}. rules/therapy-modifiers: ${fact.text}`;
    return [statement("wrong", "modifier", code, why, fact.sources)];
  });
}

/** @param {Clause} clause */
function special(clause) {
  const { text, modifiers } = clause;
  const upheld = text.includes("maintenance") && !text.includes("active") && !NEGATED.test(text);
  const shares = [...text.matchAll(SHARES)].map((share) => share[1]);
  const paid = modifiers.some((value) => value in ASSISTANTS) && PAYS.test(text);
  const odd = paid && shares.length === 1 && !ALLOWED_SHARES.includes(shares[0]);
  /** @type {[boolean, string, string][]} */
  const found = [
    [modifiers.includes("AT") && upheld, "AT and maintenance", "rules/chiropractic/at"],
    [
      modifiers.includes("KX") && BELOW.test(text) && (CARRY.test(text) || SAYS.test(text)),
      "KX below the threshold",
      "rules/therapy-modifiers/kx",
    ],
    [odd, "the payment of CQ and CO", "rules/assistants/payment"],
  ];
  return found.filter(([wrong]) => wrong).map(([, pattern, rule]) =>
    contradicted(clause.knowledge, "modifier", clause.codes[0] ?? null, `'${pattern}'`, rule)
  );
}
