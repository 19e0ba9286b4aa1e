import { regex } from "../regex.js";
import { contradicted } from "../statement.js";
import { expand } from "../tokens.js";

/** @import { Clause, Reading } from "../clauses.js" */
/** @import { Statement } from "../types.d.ts" */

/** What each modifier is for, in the words that texts use. @type {[string, RegExp, RegExp?][]} */
const MEANINGS = [
  ["XE", /\bseparate (?:encounter|session|visit)|different (?:encounter|session)/],
  ["XS", /\b(?:separate|different) (?:body )?(?:structure|organ|part|region|area|anatom\w+)/],
  ["XP", /\b(?:separate|different) (?:practitioner|provider|therapist|clinician)/],
  ["XU", /\b(?:unusual|non-?overlapping|overlap\w*)/],
  [
    "GA",
    regex()`
      \babn (?:is |was |has been )?(?:on file|signed)|\b(?:required|signed|valid|signed an?) abn\b|
      \babn on file
    `,
  ],
  [
    "GZ",
    regex()`
      \b(?:no|without (?:an?)?|missing) (?:signed )?abn\b|\babn (?:was|is) not (?:signed|
      on file|given)
    `,
  ],
  ["GX", /\bvoluntary (?:abn|notice)/],
  [
    "GY",
    regex()`
      \b(?:excluded by (?:law|statute)|statutor\w+|not a (?:medicare )?benefit|
      non-?covered by statute)
    `,
  ],
  [
    "KX",
    regex()`
      \b(?:above|over|beyond|exceed\w*) (?:the )?(?:\w+ )?thresholds?|
      medical(?:ly)? necess\w* above
    `,
  ],
  ["AT", /\bactive (?:treatment|care)/],
  ["96", /\bhabilitative|learn\w* (?:something new|for the first time)|for the first time/],
  ["97", /\brehabilitative|relearn\w*/],
  ["93", /\baudio[- ]only/],
  ["95", /\baudio and video|real-time video|synchronous video/],
  ["CQ", /\bptas?\b|\bphysical therap(?:ist|y) assistants?/],
  ["CO", /\bc?otas?\b|\boccupational therap(?:ist|y) assistants?/],
];
const FACTS = "rules/modifiers";
const MEANS = regex()`
  ^[ ]?(?:modifier |codes? )?(?:\)|"|”|\*+)?[ ]?(?:[:=–-]+>?|\(|, (?:that's|which is)|(?:that's|
  is|are|means?|
  stands? for|marks?|shows?|indicates?|attests?|denotes?|signals?|tells|says|for|used|applies|
  goes on|
  when|if|states?)\b)
`;
const CARRY = regex()`
  \b(?:carr(?:y|ies|ied)|goes? out|go(?:es)? with|puts?|append\w*|adds?|gets?|takes?|needs?|
  uses?|with|bill\w*|require\w*|lines?|modifier is)\b
`;
const ASSISTANT_WORDS = regex("g")`
  \b(?:physical|occupational) therap(?:ist|y) assistants?\b|\b(?:pta|ota|cota)s?\b
`;
/** @type {[string, RegExp][]} */
const ASSISTANTS = [
  ["CQ", /\bptas?\b|\bphysical therap(?:ist|y) assistants?/],
  ["CO", /\bc?otas?\b|\boccupational therap(?:ist|y) assistants?/],
];
/** @type {[string, RegExp][]} */
const DISCIPLINES = [
  ["GP", /\bpts?\b(?! (?:and|or|\/))|\bphysical therap(?:y|ists?)\b/],
  ["GO", /\bots?\b|\boccupational therap(?:y|ists?)\b/],
  ["GN", /\bslps?\b|\bspeech(?:-language)? (?:therap\w+|patholog\w+)\b/],
];
const CLEAN = /\b(?:not|never|rather than|instead of|unlike|versus|vs)\b|n't\b/;
const LONGEST = 90;

/**
 * A modifier that is given the meaning of another.
 * @param {Reading} reading @returns {Statement[]}
 */
export function judgeModifierMeanings(reading) {
  if (!reading.text.includes("M") || reading.hedged) return [];
  return reading.clauses.flatMap((clause) => [...swapped(clause), ...carried(clause)]);
}

/**
 * A discipline or an assistant whose line carries the modifier of another.
 * @param {Clause} clause
 */
function carried(clause) {
  const text = expand(clause.text, clause.tokens, "M");
  if (clause.denied || !CARRY.test(text)) return [];
  const plain = text.replace(ASSISTANT_WORDS, " ");
  const wrong = [[ASSISTANTS, text], [DISCIPLINES, plain]].map(([names, words]) =>
    mismatch(/** @type {[string, RegExp][]} */ (names), String(words), clause.modifiers)
  ).find(Boolean);
  if (!wrong) return [];
  const pattern = `'whose modifier': ${wrong} is given to another's line`;
  return [contradicted(clause.knowledge, "modifier", clause.codes[0] ?? null, pattern, FACTS)];
}

/** @param {[string, RegExp][]} names @param {string} text @param {string[]} marks */
function mismatch(names, text, marks) {
  const spoken = names.filter(([, words]) => words.test(text)).map(([name]) => name);
  const own = marks.filter((mark) => names.some(([name]) => name === mark));
  if (text.includes("respectively") && own.length === spoken.length && own.length > 1) {
    const order = names.filter(([name]) => spoken.includes(name))
      .sort((one, other) => text.search(one[1]) - text.search(other[1])).map(([name]) => name);
    return order.join(" ") === own.join(" ") ? "" : own.join(" and ");
  }
  return spoken.length === 1 && own.length === 1 && spoken[0] !== own[0] ? own[0] : "";
}

/** @param {Clause} clause */
function swapped(clause) {
  const text = expand(clause.text, clause.tokens, "M");
  const marks = clause.modifiers, places = [...text.matchAll(/M/g)].map(({ index }) => index);
  if (marks.length !== places.length) return [];
  return places.flatMap((place, number) => {
    const own = marks[number], after = text.slice(place + 1, places[number + 1] ?? text.length);
    const near = after.slice(0, LONGEST).split(/[;,] (?:and|while|but) /)[0];
    if (!MEANS.test(near) || CLEAN.test(near)) return [];
    const mine = MEANINGS.find(([name]) => name === own)?.[1];
    const other = MEANINGS.find(([name, words]) => name !== own && words.test(near));
    if (!other || !mine || mine.test(near) || kin(own, other[0], near)) return [];
    const pattern = `'modifier and its meaning': ${own} is given the meaning of ${other[0]}`;
    return [contradicted(clause.knowledge, "modifier", null, pattern, FACTS)];
  });
}

/**
 * Whether two modifiers share what is meant.
 * @param {string} own @param {string} other @param {string} near
 */
const kin = (own, other, near) =>
  (/^C[QO]$/.test(own) && !/^C[QO]$/.test(other)) || (own === "AT" && other !== "KX") ||
  (other === "KX" && own === "GA") ||
  (/^C[QO]$/.test(other) && !/^C[QO]$|^9[67]$/.test(own)) || /\babove or below\b/.test(near);
