import { endOf, patternsOf } from "./patterns.js";

/** @import { PhraseEntry } from "./types.js" */

const of = patternsOf("phrases");
const BRITISH = [
  ["isation", "ization"],
  ["isations", "izations"],
  ["ising", "izing"],
  ["oedema", "edema"],
  ["programme", "program"],
  ["manoeuvre", "maneuver"],
];

/** `Exercises` and `exercise`, `mobilisation` and `mobilization` become one. @param {string} word */
export function normal(word) {
  word = word.toLowerCase();
  for (const [british, american] of BRITISH) word = word.replaceAll(british, american);
  if (word.endsWith("ies") && word.length > 4) return word.slice(0, -3) + "y";
  return word.endsWith("s") && !word.endsWith("ss") && word.length > 3 ? word.slice(0, -1) : word;
}

/** @typedef {[number, number, string]} Word start, end, and the word or the normal form of a phrase */

/** Finds the longest known phrase at each word. */
export class Finder {
  #phrases;
  /** @type {Map<string, number>} */ #longest = new Map();

  /** @param {Record<string, PhraseEntry>} phrases */
  constructor(phrases) {
    this.#phrases = new Map(Object.entries(phrases));
    for (const phrase of this.#phrases.keys()) {
      const parts = phrase.split(" ");
      this.#longest.set(parts[0], Math.max(this.#longest.get(parts[0]) ?? 0, parts.length));
    }
  }

  /** @param {string} text @returns {Word[]} */
  find(text) {
    const words = of("WORD").all(text).map((
      word,
    ) => /** @type {Word} */ ([word.index, endOf(word), word[0]]));
    const names = words.map(([, , word]) => normal(word));
    /** @type {Word[]} */
    const found = [];
    for (let index = 0; index < words.length;) {
      const size = this.#longestAt(text, words, names, index);
      if (size) {
        found.push([
          words[index][0],
          words[index + size - 1][1],
          names.slice(index, index + size).join(" "),
        ]);
      }
      index += Math.max(size, 1);
    }
    return found;
  }

  /** @param {string} text @param {Word[]} words @param {string[]} names @param {number} index */
  #longestAt(text, words, names, index) {
    for (
      let size = Math.min(this.#longest.get(names[index]) ?? 0, words.length - index);
      size > 0;
      size--
    ) {
      const known = this.#phrases.get(names.slice(index, index + size).join(" "));
      if (known && fits(text, words.slice(index, index + size), known)) return size;
    }
    return 0;
  }
}

/** @param {string} text @param {Word[]} words @param {PhraseEntry} known */
function fits(text, words, known) {
  if (known.capitals && !/^(?:[A-Z][A-Z0-9]?|[0-9][A-Z])/.test(words[0][2])) return false;
  if (known.capitals && /[a-z]/.test(words[0][2].slice(0, 2))) return false;
  const gap = of(known.loose ? "LOOSE_GAP" : "TIGHT_GAP");
  return words.slice(1).every((right, index) => gap.match(text.slice(words[index][1], right[0])));
}
