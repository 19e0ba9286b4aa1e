/** @import { Token } from "./types.js" */
const LETTER = /[A-Z]/g;

/** How many tokens a piece of tagged text holds. @param {string} text */
export const letters = (text) => text.match(LETTER)?.length ?? 0;

/** Where the tokens of a tagged text stand in it. @param {string} text */
export const spots = (text) => [...text.matchAll(LETTER)].map((found) => found.index);

/** Tagged text with its tokens written out, save those whose letter is in `kept`. @param {string} text @param {Token[]} tokens @param {string} kept */
export function spelled(text, tokens, kept) {
  let next = 0;
  return text.replace(LETTER, (letter) => {
    const token = tokens[next++];
    return kept.includes(token.letter) ? letter : token.said.toLowerCase();
  });
}

/** @param {Token[]} tokens @param {string} letter */
export const lettered = (tokens, letter) => tokens.filter((token) => token.letter === letter);

/** @param {Token[]} tokens */
export const codesOf = (
  tokens,
) => [...new Set(lettered(tokens, "C").flatMap((token) => token.values))];
