/** A text as the words that are compared: spelling, hyphens and plurals do not matter. */

/** How a plural ends, and the one: the first that fits. */
const ENDINGS = [
  ["ies", "y"],
  ["ches", "ch"],
  ["shes", "sh"],
  ["xes", "x"],
  ["ss", "ss"],
  [
    "us",
    "us",
  ],
  ["is", "is"],
  ["s", ""],
];
const FOREIGN = /[^\x20-\x7e]/;
const MARKS = /[\u0300-\u036f'’]/g;
const WORD = /[a-z0-9]+/g;
/** "re-evaluation", "co-treatment", "e-stim": one word, with hyphen or without. */
const HYPHEN = /\b([a-z]{1,3})-(?=[a-z]{3})/g;
/** The same of those that no other word is. */
const APART = /\b(re|e)[ -](?=[a-z]{2})/g;

/** Between texts that are made plain as one: no text holds it. */
const SEPARATOR = "\x01";
/** What a word is in the singular: few words make up all texts. @type {Map<string, string>} */
const singulars = new Map();

/** @param {string} text @returns {string[]} */
export const wordsOf = (text) => wordLists([text])[0];

/**
 * The words of many texts; a pass over all of them costs less than one over each.
 *
 * @param {string[]} texts @returns {string[][]}
 */
export function wordLists(texts) {
  let plain = texts.join(SEPARATOR);
  if (FOREIGN.test(plain)) plain = plain.normalize("NFKD").replace(MARKS, "");
  plain = plain.replaceAll("'", "").toLowerCase().replace(APART, "$1").replace(HYPHEN, "$1");
  return plain.split(SEPARATOR).map((text) => {
    const words = text.match(WORD) ?? [];
    for (let at = 0; at < words.length; at++) words[at] = singular(words[at]);
    return words;
  });
}

/** @param {string} word */
function singular(word) {
  if (word.length < 4 || word.charCodeAt(word.length - 1) !== 115) return word;
  const known = singulars.get(word);
  if (known) return known;
  const [ending, instead] = ENDINGS.find(([end]) => word.endsWith(end)) ?? ["", ""];
  const one = word.slice(0, word.length - ending.length) + instead;
  singulars.set(word, one);
  return one;
}

/** How many letters may be wrong. @param {string} word */
export const slipsAllowed = (word) =>
  /\d/.test(word) || word.length < 5 ? 0 : word.length < 9 ? 1 : 2;

/**
 * The slips that part two words, neighbors that changed places among them; above `most` no figure
 * counts.
 *
 * @param {string} one @param {string} other @param {number} most
 */
export function slipsBetween(one, other, most) {
  const length = other.length;
  if (Math.abs(one.length - length) > most) return most + 1;
  let [before, row, next] = [[], [], []].map(() => new Array(length + 1).fill(0));
  for (let to = 0; to <= length; to++) row[to] = to;
  for (let at = 1; at <= one.length; at++) {
    let best = next[0] = at;
    for (let to = 1; to <= length; to++) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      let least = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + same);
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) {
        least = Math.min(least, before[to - 2] + 1);
      }
      next[to] = least;
      if (least < best) best = least;
    }
    if (best > most) return most + 1;
    [before, row, next] = [row, next, before];
  }
  return row[length];
}

/**
 * Writes a thing always in the first of its spellings; the same list where there is none.
 *
 * @param {string[][]} spellings @returns {(words: string[]) => string[]}
 */
export function createSpeller(spellings) {
  /** By the first of their words, the longest first. @type {Map<string, [string[], string[]][]>} */
  const known = new Map();
  for (const group of spellings) {
    const [first, ...others] = group.map(wordsOf);
    for (const phrase of [first, ...others]) {
      const beside = [...(known.get(phrase[0]) ?? []), /** @type {any} */ ([phrase, first])];
      known.set(phrase[0], beside.sort(([one], [other]) => other.length - one.length));
    }
  }
  return (words) => {
    if (!words.some((word) => known.has(word))) return words;
    /** @type {string[]} */ const written = [];
    let changed = false;
    for (let at = 0; at < words.length;) {
      const found = known.get(words[at])?.find(([phrase]) =>
        phrase.every((word, index) => words[at + index] === word)
      );
      changed ||= found !== undefined && found[0] !== found[1];
      written.push(...(found ? found[1] : [words[at]]));
      at += found?.[0].length ?? 1;
    }
    return changed ? written : words;
  };
}
