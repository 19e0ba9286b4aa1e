import { endOf } from "./regex.js";
import { isDigits } from "./text.js";

/** @import { Facts, Knowledge, PhraseEntry, RawPhrase } from "./types.d.ts" */

const WORD = /[A-Za-z]+|\d+/g;
const LOOSE = /[,(]/;
const TIGHT_GAP = /^(?:[ /-]| - | \/ |'s |s' )?$/;
const LOOSE_GAP = /^(?:[ /-]| - | \/ |'s |s' |, | \()?$/;
const LONGEST_ABBREVIATION = 5;
const BRITISH = [
  ["isation", "ization"],
  ["isations", "izations"],
  ["ising", "izing"],
  ["oedema", "edema"],
  ["programme", "program"],
  ["manoeuvre", "maneuver"],
];
/** Words too common to name a service. */
const COMMON = new Set(
  ("class,glide,rest,rest break,set up,setup,preparing equipment,charting,documentation time," +
    "lifting,reaching,gait stability,conditioning,cupping,pack,adjustment,home,work,light," +
    "current,water,tone,pressure,sensory,play,spine,pain,safety,task,report,testing,measurement," +
    "device,voice,language,group,compensatory,movement,steps,step,function,hand,shoulder")
    .split(","),
);

/**
 * `Exercises` and `exercise`, `mobilisation` and `mobilization` become one.
 * @param {string} word
 */
export function normal(word) {
  word = word.toLowerCase();
  for (const [british, american] of BRITISH) word = word.replaceAll(british, american);
  if (word.endsWith("ies") && word.length > 4) return word.slice(0, -3) + "y";
  return word.endsWith("s") && !word.endsWith("ss") && word.length > 3 ? word.slice(0, -1) : word;
}

/**
 * What the checker knows: the facts with their phrases by normal form.
 * @param {Facts} facts @returns {Knowledge}
 */
export function knowledgeOf(facts) {
  /** @type {Map<string, PhraseEntry>} */
  const phrases = new Map();
  for (const raw of facts.phrases) addPhrase(phrases, raw);
  return { ...facts, phrases: Object.fromEntries(phrases) };
}

/** @param {Map<string, PhraseEntry>} phrases @param {RawPhrase} raw */
function addPhrase(phrases, [phrase, role, codes]) {
  const parts = (phrase.match(WORD) ?? []).map(normal), key = parts.join(" ");
  if (!key || COMMON.has(key) || parts.some((part) => isDigits(part) && part.length === 5)) return;
  const entry = phrases.get(key) ??
    { own: [], aims: [], fits: [], capitals: true, loose: false, technique: false };
  entry.capitals &&= phrase.length <= LONGEST_ABBREVIATION && inCapitals(phrase);
  entry.loose ||= LOOSE.test(phrase);
  entry.technique ||= role === "technique";
  const slot = role === "technique" ? "own" : role;
  entry[slot] = [...new Set([...entry[slot], ...codes])];
  entry.fits = [...new Set([...entry.fits, ...codes])];
  phrases.set(key, entry);
}

/** @param {string} phrase */
const inCapitals = (phrase) => phrase === phrase.toUpperCase() && phrase !== phrase.toLowerCase();

/**
 * @typedef {[number, number, string]} Word start, end, and the word or the normal form of a phrase
 */

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

  /** @param {string} text */
  find(text) {
    const words = [...text.matchAll(WORD)].map((
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
  const gap = known.loose ? LOOSE_GAP : TIGHT_GAP;
  return words.slice(1).every((right, index) => gap.test(text.slice(words[index][1], right[0])));
}
