/** How well each entry fits the words of a query. */

/** @import { Fit } from "./types.d.ts" */
/** @import { Lexicon } from "./lexicon.js" */

/** Rules, lessons, tools and comparisons come before codes, and those before the rest. */
const FACTORS = /** @type {Record<string, number>} */ ({
  rule: 1.08,
  tool: 1.06,
  lesson: 1.05,
  comparison: 1.02,
  denial: 1.01,
  sheet: 1.01,
  code: 1,
  payer: 0.98,
  practice: 0.98,
  uncoded: 0.98,
  family: 0.92,
  instructor: 0.92,
  about: 0.88,
  technique: 0.86,
  list: 0.88,
  track: 0.86,
  quiz: 0.84,
  case: 0.84,
  myth: 0.8,
  glossary: 0.74,
});
const [EXACT, DEFINED, ACROSS, PLACE] = [0.6, 0.15, 0.35, 0.9];
/** For the very words in their order. */
const WHOLE = 0.1;
/** What only says what a word means. */
const DEFINITION = "glossary";

/**
 * Fits of all entries that hold a word of the query, the best first.
 *
 * @param {Lexicon} lexicon @param {string[]} words @param {boolean} open @returns {Fit[]}
 */
export function rank(lexicon, words, open) {
  const informative = words.filter((word) => !lexicon.ignored.has(word));
  const asked = informative.length ? informative : words;
  const matched = matches(lexicon, asked, open);
  const weights = asked.map((_, at) => rarity(lexicon, matched[at]));
  const whole = new Set(lexicon.whole(words));
  const fits = new Fits(lexicon, weights);
  for (const [number, worth] of byPhrase(lexicon, matched)) {
    fits.add(number, worth, whole.has(number));
  }
  for (const number of whole) fits.add(number, asked.map(() => 1), true);
  return fits.sorted();
}

/** @param {Lexicon} lexicon @param {string[]} asked @param {boolean} open */
const matches = (lexicon, asked, open) =>
  asked.map((word, at) => lexicon.meant(word, open && at === asked.length - 1));

/** @param {Lexicon} lexicon @param {Map<string, number>} meant */
function rarity(lexicon, meant) {
  const most = Math.max(0, ...meant.values());
  let count = 0;
  for (const [word, worth] of meant) {
    if (worth === most) count += lexicon.phrasesWith(word).length;
  }
  return Math.log(2 + lexicon.phrases.length / (8 + count));
}

/** @param {Lexicon} lexicon @param {Map<string, number>[]} matched */
function byPhrase(lexicon, matched) {
  /** @type {Map<number, number[]>} */ const found = new Map();
  matched.forEach((meant, at) => {
    for (const [word, worth] of meant) {
      for (const number of lexicon.phrasesWith(word)) {
        let row = found.get(number);
        if (!row) found.set(number, row = matched.map(() => 0));
        row[at] = Math.max(row[at], worth);
      }
    }
  });
  return found;
}

class Fits {
  #lexicon;
  #weights;
  #total;
  /** @type {Map<number, { best: number, exact: boolean, across: number[] }>} */ #found = new Map();

  /** @param {Lexicon} lexicon @param {number[]} weights */
  constructor(lexicon, weights) {
    this.#lexicon = lexicon;
    this.#weights = weights;
    this.#total = weights.reduce((sum, weight) => sum + weight, 0);
  }

  /** @param {number} number Of a phrase. @param {number[]} worth @param {boolean} whole */
  add(number, worth, whole) {
    const { entry, weight, size, plain } = this.#lexicon.phrases[number];
    const covered = this.#covered(worth);
    let given = 0;
    for (const value of worth) if (value) given++;
    const tight = Math.min(1, given / size);
    const exact = whole || (plain && covered > 0.999 && tight === 1);
    const more = this.#lexicon.entries[entry].kind === DEFINITION ? DEFINED : EXACT;
    const score = exact && weight > 0.9
      ? weight * (1 + more) + (whole ? WHOLE : 0)
      : weight * covered ** (1.5 - 0.6 * tight) * (0.55 + 0.45 * tight);
    let fit = this.#found.get(entry);
    if (!fit) this.#found.set(entry, fit = { best: 0, exact: false, across: worth.map(() => 0) });
    fit.best = Math.max(fit.best, score);
    fit.exact ||= exact && weight > 0.9;
    for (let at = 0; at < worth.length; at++) {
      fit.across[at] = Math.max(fit.across[at], worth[at] * weight);
    }
  }

  /** @param {number[]} worth */
  #covered(worth) {
    let sum = 0;
    for (let at = 0; at < worth.length; at++) sum += worth[at] * this.#weights[at];
    return sum / this.#total;
  }

  /** @returns {Fit[]} */
  sorted() {
    const { entries } = this.#lexicon;
    return [...this.#found].map(([entry, { best, exact, across }]) => {
      const { kind, address } = entries[entry];
      const isPlace = kind === "lesson" && address.includes("#");
      const factor = (FACTORS[kind] ?? 0.8) * (isPlace ? PLACE : 1);
      return { entry, exact, score: (best + ACROSS * this.#covered(across)) * factor };
    }).sort((one, other) => other.score - one.score || one.entry - other.entry);
  }
}
