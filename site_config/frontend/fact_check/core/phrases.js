import { endOf } from "./regex.js";
import { compiled, matcher } from "./regex.js";
import { isDigits } from "./text.js";

/** @import { Facts, Knowledge, PhraseEntry, Role } from "./types.d.ts" */

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
  ("fee,class,glide,rest,rest break,set up,setup,preparing equipment,charting,documentation time," +
    "lifting,reaching,gait stability,conditioning,cupping,pack,adjustment,home,work,light," +
    "current,water,tone,pressure,sensory,play,spine,pain,safety,task,report,testing,measurement," +
    "device,voice,language,group,compensatory,movement,steps,step,function,hand,shoulder")
    .split(","),
);

/** After a service, these make it somebody or something else. */
const PEOPLE = new Set(
  ("therapist,physiologist,practitioner,provider,certification,certificate,license,course,school," +
    "clinic,department,student,class,band,belt,goal,deficit,disorder,specialist,schedule," +
    "equipment," +
    "industry,chair,education program,instructor,trainer,history,research").split(","),
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
  for (const [role, codes, names] of facts.phrases) {
    for (const name of names) addPhrase(phrases, name, role, codes);
  }
  return {
    ...facts,
    phrases: Object.fromEntries(phrases),
    principles: facts.principles.map(compiled),
    figures: facts.figures.map(compiled),
    contrasts: facts.contrasts.map(({ name, rows }) => ({
      name,
      rows: rows.map(([pattern, ...codes]) => [matcher(pattern), codes]),
    })),
    words: ownWords(facts),
    bases: basesOf(facts),
  };
}

/** The words of a name; what is "non-selective" is not selective. @param {string} text */
export const wordsOf = (text) =>
  (text.replace(/\b(non|re)[- ]/gi, "$1").match(WORD) ?? []).map(normal);

/** The base of each add-on. @param {Facts} facts @returns {Record<string, string>} */
const basesOf = ({ codes }) =>
  Object.fromEntries(
    Object.entries(codes).flatMap(([code, { add_on }]) => (add_on ? [[add_on, code]] : [])),
  );

/**
 * The words of each code's own names.
 * @param {Facts} facts
 */
function ownWords({ codes, phrases }) {
  /** @type {Map<string, Set<string>>} */
  const words = new Map();
  const add = (/** @type {string} */ code, /** @type {string} */ text) => {
    const known = words.get(code) ?? new Set();
    for (const word of wordsOf(text)) known.add(word);
    words.set(code, known);
  };
  for (const [code, { name }] of Object.entries(codes)) add(code, name);
  for (const [role, owners, names] of phrases) {
    if (role === "own") owners.forEach((code) => names.forEach((name) => add(code, name)));
  }
  return words;
}

/**
 * @param {Map<string, PhraseEntry>} phrases @param {string} phrase @param {Role} role
 * @param {string[]} codes
 */
function addPhrase(phrases, phrase, role, codes) {
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
      const after = names[index + size] ?? "";
      if (!size && names[index] === "non") index++;
      const owner = size && text.startsWith("'s ", words[index + size - 1][1]);
      if (size && !owner && !(PEOPLE.has(after) && text[words[index + size - 1][1]] === " ")) {
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
