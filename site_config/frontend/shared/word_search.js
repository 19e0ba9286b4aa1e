/**
 * What a note calls a service, to techniques and codes: the words in any order.
 * generator/billing/word_search.py finds the same.
 *
 * @typedef {{ phrases: string[] }} Entry Something to find, by the phrases it goes by.
 */

const IGNORED = new Set([
  ...[
    "a",
    "an",
    "and",
    "at",
    "by",
    "for",
    "from",
    "in",
    "of",
    "on",
    "or",
    "the",
    "to",
    "w",
    "with",
  ],
]);
/** How a plural ends, and the one: the first that fits. */
const ENDINGS = [["ies", "y"], ["ches", "ch"], ["shes", "sh"], ["xes", "x"], ["ss", "ss"], [
  "s",
  "",
]];
const [PHRASE, WITHIN, ACROSS, BEGUN, MORE, NOTHING] = [0, 1, 2, 3, 4, 5];

/** The words of a text without marks, plurals and the small ones between. @param {string} text */
export function wordsIn(text) {
  const plain = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).filter((word) => !IGNORED.has(word)).map(singular);
}

/**
 * The entries that a text leads to, the nearest first.
 *
 * A phrase of the text's words comes before one that holds all of them, and that before all phrases
 * of an entry together. Where there is none, the last word may be the beginning of one; then the
 * text may hold a phrase and more, the longest first.
 * @template {Entry} One @param {One[]} entries @param {string} text @returns {One[]}
 */
export function findByWords(entries, text) {
  const query = wordsIn(text);
  const ranked = query.length
    ? entries.map((entry) => ({ entry, rank: rankOf(entry, query) }))
    : [];
  const best = Math.min(NOTHING, ...ranked.map(({ rank }) => rank[0]));
  const worst = Math.min(Math.max(best, ACROSS), NOTHING - 1);
  return ranked.filter(({ rank }) => rank[0] <= worst)
    .sort(({ rank: one }, { rank: other }) => one[0] - other[0] || one[1] - other[1])
    .map(({ entry }) => entry);
}

/** @param {Entry} entry @param {string[]} query @returns {[number, number]} */
function rankOf(entry, query) {
  const phrases = entry.phrases.map(phraseWords);
  if (phrases.some((phrase) => holds(phrase, query) && holds(query, phrase))) return [PHRASE, 0];
  if (phrases.some((phrase) => holds(phrase, query))) return [WITHIN, 0];
  const own = phrases.flat();
  if (holds(own, query)) return [ACROSS, 0];
  const last = query[query.length - 1];
  const begins = last.length > 1 && own.some((word) => word.startsWith(last));
  if (begins && holds(own, query.slice(0, -1))) return [BEGUN, 0];
  const longest = Math.max(
    0,
    ...phrases.filter((phrase) => holds(query, phrase)).map((phrase) => phrase.length),
  );
  return longest ? [MORE, -longest] : [NOTHING, 0];
}

/** @type {Map<string, string[]>} */ const split = new Map();

/** The words of a phrase that is searched with every key that is typed. @param {string} phrase */
function phraseWords(phrase) {
  const known = split.get(phrase);
  if (known) return known;
  const words = wordsIn(phrase);
  split.set(phrase, words);
  return words;
}

/** @param {string[]} own @param {string[]} query */
const holds = (own, query) => query.every((word) => own.includes(word));

/** @param {string} word */
function singular(word) {
  const [ending, instead] = ENDINGS.find(([end]) => word.endsWith(end)) ?? ["", ""];
  return word.length > 3 ? word.slice(0, word.length - ending.length) + instead : word;
}
