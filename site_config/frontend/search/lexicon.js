/** Every phrase that entries go by, to be looked up by its words. */
import { createSpeller, slipsAllowed, slipsBetween, wordLists, wordsOf } from "./words.js";

/** @import { Entry, Phrase, SearchTable } from "./types.d.ts" */

const [NAME, WORD, LINE] = [1, 0.5, 0.35];
/** What a word is worth that begins with what was typed, or is it with slips. */
const [BEGUN, BEGUN_BEFORE, SLIPPED, SLIPPED_BEGUN] = [0.85, 0.6, 0.7, 0.5];
const LEAST_BEGUN = 2;

export class Lexicon {
  /** @type {Entry[]} */ entries = [];
  /** @type {Phrase[]} */ phrases = [];
  /** Phrases by each of their words. @type {Map<string, number[]>} */ #byWord = new Map();
  /** Phrases by all of their words as one: most are alone, and need no list. */
  #whole = /** @type {Map<string, number | number[]>} */ (new Map());
  /** @type {string[]} */ #vocabulary;

  /** @param {SearchTable} table */
  constructor(table) {
    this.spell = createSpeller(table.spellings);
    this.ignored = new Set(table.ignored.flatMap(wordsOf));
    this.#fill(table);
    this.#vocabulary = [...this.#byWord.keys()].sort();
  }

  /** @param {SearchTable} table */
  #fill({ kinds, entries }) {
    /** @type {string[]} */ const texts = [];
    /** The entry of each text, and its weight. @type {[number, number][]} */ const places = [];
    entries.forEach(([kind, address, title, line = "", names = "", words = "", codes = ""], at) => {
      const [id, label] = kinds[kind];
      const number = id === "code" ? title.split(" ", 1)[0] : "";
      this.entries.push({
        kind: id,
        label,
        address,
        title,
        line,
        codes: (codes || number).split(" "),
      });
      /** @param {string[]} list @param {number} weight */
      const add = (list, weight) => {
        for (const text of list) places.push([at, weight]), texts.push(text);
      };
      add([title, ...(names ? names.split("|") : [])], NAME);
      if (words) add(words.split("|"), WORD);
      add([line], LINE);
    });
    wordLists(texts).forEach((words, at) => this.#index(words, ...places[at]));
  }

  /** @param {string[]} words @param {number} entry @param {number} weight */
  #index(words, entry, weight) {
    this.#phrase(words, entry, weight);
    const spelled = weight === LINE ? words : this.spell(words);
    if (spelled !== words) this.#phrase(spelled, entry, weight * 0.99);
  }

  /** @param {string[]} words @param {number} entry @param {number} weight */
  #phrase(words, entry, weight) {
    const number = this.phrases.length;
    let size = 0;
    for (const word of words) {
      const numbers = listed(this.#byWord, word);
      if (numbers[numbers.length - 1] === number) continue;
      numbers.push(number);
      if (!this.ignored.has(word)) size++;
    }
    const plain = size === words.length;
    this.phrases.push({ entry, weight, size: size || words.length, plain });
    if (weight === LINE) return;
    const whole = words.length === 1 ? words[0] : words.join("");
    const others = this.#whole.get(whole);
    if (others === undefined) this.#whole.set(whole, number);
    else if (typeof others === "number") this.#whole.set(whole, [others, number]);
    else others.push(number);
  }

  /** Phrases that are what was typed, wherever its words are parted. @param {string[]} words */
  whole(words) {
    return [this.#whole.get(words.join("")) ?? []].flat();
  }

  /** @param {string} word */
  phrasesWith(word) {
    return this.#byWord.get(word) ?? [];
  }

  /**
   * The words that one that was typed may mean, each with what it is worth.
   *
   * @param {string} typed @param {boolean} open Whether more of it may be typed yet.
   * @returns {Map<string, number>}
   */
  meant(typed, open) {
    /** @type {Map<string, number>} */ const found = new Map();
    if (typed.length >= LEAST_BEGUN && (open || typed.length > 3)) {
      for (const word of this.#begunWith(typed)) {
        if (!this.ignored.has(word)) found.set(word, open ? BEGUN : BEGUN_BEFORE);
      }
    }
    if (this.#byWord.has(typed)) return found.set(typed, 1);
    if (!found.size) this.#slipped(typed, open, found);
    return found;
  }

  /** @param {string} start */
  #begunWith(start) {
    let [from, to] = [0, this.#vocabulary.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#vocabulary[middle] < start) from = middle + 1;
      else to = middle;
    }
    let end = from;
    while (this.#vocabulary[end]?.startsWith(start)) end++;
    return this.#vocabulary.slice(from, end);
  }

  /** @param {string} typed @param {boolean} open @param {Map<string, number>} found */
  #slipped(typed, open, found) {
    const most = slipsAllowed(typed);
    if (!most) return;
    for (const word of this.#vocabulary) {
      const slips = slipsBetween(typed, word, most);
      if (slips <= most) found.set(word, SLIPPED / slips ** 0.5);
      else if (open && typed.length > 5 && word.length > typed.length) {
        const begun = slipsBetween(typed, word.slice(0, typed.length), 1);
        if (begun <= 1) found.set(word, SLIPPED_BEGUN);
      }
    }
    const best = Math.max(...found.values()); // nothing else can be meant: as good as typed
    for (const [word, worth] of found) found.set(word, worth / best);
  }
}

/** @template Key, Value @param {Map<Key, Value[]>} map @param {Key} key @returns {Value[]} */
function listed(map, key) {
  let found = map.get(key);
  if (!found) map.set(key, found = []);
  return found;
}
