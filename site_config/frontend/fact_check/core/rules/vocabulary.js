import { regex } from "../regex.js";
import { statement } from "../statement.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Knowledge, Statement } from "../types.d.ts" */

/**
 * @typedef {object} Vocabulary
 * @property {Map<string, Set<string>>} codes every word that may be said of a code
 * @property {Map<string, Set<string>>} names the words of its phrases
 * @property {Map<string, number>} weights
 */

const RARE = 2.4, KNOWN = 1.3, LEAST = 5.6, SINGLE = 3.6;
const ACRONYMS = /\b[A-Z]{3,}\b/g;
const FEW = 4;
const WORD = /[a-z]{3,}/g;
const ASIDE = regex()`
  \b(?:before|after|together|same (?:day|visit|date)|instead|unlike|versus|than|column|
  indicator|edit|
  bundl\w+|modifier|telehealth|supervis\w+|document\w*|note|record|medicare|payer|plan|deleted|
  units?|
  minutes?|paid|pays|threshold|mue|goals?|also|besides|alongside|next|between|confus\w+|differ\w*|
  similar|compare\w*|exclud\w*|question|patients? who|audit|denial|denied|claim|separate\w*|
  combin\w*|but|not|except|whereas|while|correct the|both|conditions?|rehabilitation|
  first-listed|once a|machine|
  the stiffness|general use)\b|M|\?
`;
const ASSERTS = regex()`
  \bC\b(?: \(P\))?[:,]? (?:is|are|was|has|covers?|means|stands|describes?|deals|takes|tells|boils|
  captures?|represents?|refers|reports?|pays|revolves|comes|kicks|handles|concerns|for|when|if|
  used|
  applies|includes?|involves?|reserved|meant|identif\w+|denot\w+|– |- |= |belongs|works|gets|
  buys|to\b)|
  ^C ?(?:[:=–-]|\()|(?:is|are|under|as|with|pick|use|bill|report|code|choose|call\w*|go\w*|
  uses?|:|by|,|–|-|=|
  to|be) (?:the )?(?:code )?C\b
`;
/** @type {WeakMap<Knowledge, Vocabulary>} */
const vocabularies = new WeakMap();

/** @param {string} word */
const stemOf = (word) => {
  const stem = word.replace(/(?:ations?|ing|ers?|ed|es|s|e|ies|y)$/, "");
  return stem.length > 2 ? stem : word;
};

/** @param {string} text */
const stems = (text) => new Set((text.toLowerCase().match(WORD) ?? []).map(stemOf));

/**
 * The words of each taught code, and how rare each is.
 * @param {Knowledge} knowledge @returns {Vocabulary}
 */
function vocabularyOf(knowledge) {
  /** @type {Map<string, Set<string>>} */
  const codes = new Map(knowledge.taught.map((code) => {
    const { name, meaning } = knowledge.codes[code];
    return [code, stems(`${name} ${meaning}`)];
  }));
  const names = new Map(
    knowledge.taught.map((code) => [code, stems(knowledge.codes[code].name.replace(ACRONYMS, ""))]),
  );
  for (const [phrase, { fits }] of Object.entries(knowledge.phrases)) {
    for (const code of fits) {
      for (const stem of stems(phrase)) {
        codes.get(code)?.add(stem);
        names.get(code)?.add(stem);
      }
    }
  }
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const words of codes.values()) {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const weights = new Map(
    [...counts].map(([word, count]) => /** @type {const} */ ([word, Math.log(codes.size / count)])),
  );
  return { codes, names, weights };
}

/**
 * A code with words none of which are its own and several of which are another's.
 * @param {Reading} reading @returns {Statement[]}
 */
export function judgeVocabulary(reading) {
  const { knowledge, source } = reading, [code, another] = reading.codes;
  if (!code || another || reading.clauses.length > 1 || reading.past || reading.hedged) return [];
  const [clause] = reading.clauses;
  if (!clause || clause.denied || ASIDE.test(clause.text) || !ASSERTS.test(clause.text)) return [];
  if (source.length > 180 || !knowledge.taught.includes(code)) return [];
  const vocabulary = vocabularies.get(knowledge) ?? vocabularyOf(knowledge);
  vocabularies.set(knowledge, vocabulary);
  const best = bestOf(vocabulary, code, [...stems(source.replace(/\bCPT\b/gi, ""))]);
  if (!best) return [];
  const fact = knowledge.codes[code], right = knowledge.codes[best];
  const why = `Pattern 'words of another code': codes/${code}: ${fact.name}. ${fact.meaning} ` +
    `Instead codes/${best}: ${right.name}.`;
  return [statement("wrong", "definition", code, why, fact.sources, best)];
}

/** @param {Vocabulary} vocabulary @param {string} code @param {string[]} words */
function bestOf({ codes, names, weights }, code, words) {
  const weigh = (/** @type {string} */ word) => weights.get(word) ?? 0;
  const own = codes.get(code);
  if (words.some((word) => own?.has(word) && weigh(word) >= KNOWN)) return null;
  const rare = words.filter((word) => weigh(word) >= RARE);
  const scores = [...names].map(([name, known]) => {
    const shared = rare.filter((word) => known.has(word)).map(weigh);
    return { name, score: shared.reduce((sum, one) => sum + one, 0), many: shared.length };
  }).sort((one, other) => other.score - one.score);
  const [first] = scores;
  if (first.many > 1) return first.score >= LEAST ? first.name : null;
  return first.score >= SINGLE && rare.length === 1 && words.length >= FEW ? first.name : null;
}
