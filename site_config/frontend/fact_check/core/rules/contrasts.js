/** What tells codes of one kind apart, given to another of them. */
import { NEGATORS } from "../language/stance.js";
import { regex } from "../regex.js";
import { statement } from "../statement.js";
import { unique } from "../text.js";
import { expand, positions } from "../tokens.js";

/** @import { Clause, Reading } from "../clauses.js" */
/** @import { Contrast, Statement } from "../types.d.ts" */

export const UNSAID = regex()`
  \b(?:before|after|following|unlike|than|versus|vs|instead|except\w*|same (?:day|date|visit|
  region|
  time)|together|combin\w+|plus|along|addition|besides?|beside|also|both|indicator|edits?|column|
  ncci|confus\w*|differ\w*|mistak\w*|compar\w*|similar\w*|separate\w*|another|other|modifiers?|
  mue|telehealth|delet\w+|replac\w+|was|were|became|between|if|whether|when the|unless|prior|then|
  while|but|may be|look-?alikes?|or|either|related|next|bundl\w+|rather|video|list|share\w*|
  covers? neither|private|document\w*|goals?|because|since|so|which|who|help\w*|improv\w*|base|
  primary|used to|until|beyond|past|without|outside|add-?on)\b|\bM\b|\?
`;
/** The clause is about how codes stand to each other. */
const RELATED = regex()`
  \b(?:columns?|indicator|edits?|ncci|together|same (?:day|date|visit|claim)|both|
  respectively|add-?ons?)\b|M|(?<!\b(?:bill|evaluat|cod|report|treat|test|assess|captur|submitt|
  charg)ed )(?<!\bgoes )\bwith C
`;
const LONGEST = 150, NEAR_START = 12;

/**
 * Words that belong to another code of the same kind, where none of the code's own stand.
 * @param {Reading} reading @returns {Statement[]}
 */
export function judgeContrasts(reading) {
  if (reading.past || reading.hedged) return [];
  return reading.clauses.flatMap((clause) =>
    RELATED.test(expand(clause.text, clause.tokens, "CM"))
      ? []
      : segments(clause).flatMap(([codes, text]) => {
        const found = codes.flatMap((code) => ofCode(clause, code, text));
        return found.length === codes.length ? found.slice(0, 1) : [];
      })
  );
}

/**
 * Each code that stands alone, with the words that are about it.
 * @param {Clause} clause @returns {[string[], string][]}
 */
export function segments(clause) {
  const text = expand(clause.text, clause.tokens, "CM"), places = positions(text);
  const marks = clause.tokens.filter(({ letter }) => "CM".includes(letter));
  const codes = marks.flatMap(({ letter, values }, index) =>
    letter === "C" ? [{ values, at: places[index] }] : []
  );
  if (!codes.length || codes.some(({ at }) => at === undefined)) return [];
  if (codes.length === 1) return text.length > LONGEST ? [] : [[codes[0].values, text]];
  const lead = text.slice(0, codes[0].at), start = lead.lastIndexOf(":") + 1;
  const first = codes[0].at - start < NEAR_START;
  const last = /^C[.)! ]*$/.test(text.slice(codes[codes.length - 1].at));
  if (first === last) return [];
  return codes.flatMap(({ values, at }, index) => {
    const low = first ? at : (codes[index - 1]?.at ?? start - 1) + 1;
    const high = first ? codes[index + 1]?.at ?? text.length : at;
    return /** @type {[string[], string][]} */ ([[values, text.slice(low, high)]]);
  });
}

/** @param {Clause} clause @param {string} code @param {string} text @returns {Statement[]} */
function ofCode({ knowledge }, code, text) {
  const fact = knowledge.codes[code];
  if (!fact) return [];
  for (const contrast of knowledge.contrasts) {
    const other = against(contrast, code, text);
    if (!other) continue;
    const right = other.codes.filter((name) => knowledge.codes[name]?.state === "active");
    const why =
      `Pattern 'what tells codes apart' (${contrast.name}): “${other.words}” is said of ` +
      `${code}. codes/${code}: ${fact.name}. ${fact.meaning}`;
    const better = right.length === 1 ? right[0] : null;
    return [statement("wrong", "definition", code, why.trim(), fact.sources, better)];
  }
  return [];
}

/** @param {RegExp} pattern */
const every = (pattern) => new RegExp(pattern.source, "gs");

/** @param {Contrast} contrast @param {string} code @param {string} text */
function against({ rows }, code, text) {
  if (!rows.some(([, codes]) => codes.includes(code))) return null;
  const found = rows.flatMap(([pattern, codes]) => {
    const match = pattern.exec(text);
    return match ? [{ words: match[0], codes, pattern }] : [];
  });
  if (!found.length || found.some(({ codes }) => codes.includes(code))) return null;
  const rest = found.reduce((left, { pattern }) => left.replace(every(pattern), " "), text);
  if (UNSAID.test(rest) || NEGATORS.test(rest)) return null;
  return { words: found[0].words, codes: unique(found.flatMap(({ codes }) => codes)) };
}
