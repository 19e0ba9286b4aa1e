/** @import { Token } from "./types.d.ts" */
const LETTER = /[A-Z]/g;

/** How many tokens a piece of tagged text holds. @param {string} text */
export const countTokens = (text) => text.match(LETTER)?.length ?? 0;

/** Where the tokens of a tagged text stand in it. @param {string} text */
export const positions = (text) => [...text.matchAll(LETTER)].map((found) => found.index);

/**
 * Tagged text with its tokens written out, save those whose letter is in `keep`.
 * @param {string} text @param {Token[]} tokens @param {string} keep
 */
export function expand(text, tokens, keep) {
  let next = 0;
  return text.replace(LETTER, (letter) => {
    const token = tokens[next++];
    return keep.includes(token.letter) ? letter : token.text.toLowerCase();
  });
}

/** @param {Token[]} tokens @param {string} letter */
export const ofLetter = (tokens, letter) => tokens.filter((token) => token.letter === letter);

/** @param {Token[]} tokens */
export const codesOf = (
  tokens,
) => [...new Set(ofLetter(tokens, "C").flatMap((token) => token.values))];
