import { unique } from "./text.js";

/** @import { Knowledge, PhraseEntry, Token } from "./types.d.ts" */

const LETTER = /[A-Z]/g;
const NO_PHRASE = { own: [], aims: [], fits: [], capitals: false, loose: false, technique: false };

/**
 * @param {Token["letter"]} letter @param {string[]} values @param {number} start
 * @param {number} end @param {string} text @param {PhraseEntry} [entry]
 */
export const token = (letter, values, start, end, text, entry = NO_PHRASE) => ({
  letter,
  values,
  start,
  end,
  text,
  entry,
});

/** The codes that a phrase names, or else those that it is a purpose of. @param {Token} phrase */
export const ownersOf = ({ entry: { own, aims } }) => own.length ? own : aims;

/**
 * Text in lower case with a capital letter for every token; the tokens in the order of their
 * letters; what they are judged by; and the text as written.
 */
export class Tagged {
  /**
   * @param {string} text @param {Token[]} tokens @param {Knowledge} knowledge
   * @param {string} [source]
   */
  constructor(text, tokens, knowledge, source = "") {
    this.text = text;
    this.tokens = tokens;
    this.knowledge = knowledge;
    this.source = source;
  }

  /** @param {string} letter */
  of(letter) {
    return this.tokens.filter((token) => token.letter === letter);
  }

  get modifiers() {
    return this.of("M").map((token) => token.values[0]);
  }

  get codes() {
    return unique(this.of("C").flatMap((token) => token.values));
  }
}

/** How many tokens a piece of tagged text holds. @param {string} text */
export const countTokens = (text) => text.match(LETTER)?.length ?? 0;

/** Where the tokens of a tagged text stand in it. @param {string} text */
export const positions = (text) => [...text.matchAll(LETTER)].map((found) => found.index);

/**
 * Tagged text with its tokens written out, save those whose letter is in `letters`.
 * @param {string} text @param {Token[]} tokens @param {string} letters
 */
export function expand(text, tokens, letters) {
  let next = 0;
  return text.replace(LETTER, (letter) => {
    const token = tokens[next++];
    return letters.includes(token.letter) ? letter : token.text.toLowerCase();
  });
}
