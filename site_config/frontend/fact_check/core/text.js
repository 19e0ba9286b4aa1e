/** Strings as Python knows them: its white space, not JavaScript's. */
const SPACE =
  "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const LEFT = new RegExp(`^[${SPACE}]+`);
const RIGHT = new RegExp(`[${SPACE}]$`);
const RUNS = new RegExp(`[${SPACE}]+`);

/** @param {string} text */
export const lstrip = (text) => text.replace(LEFT, "");

/** @param {string} text @param {string} [signs] which signs to drop; white space where left out */
export function rstrip(text, signs) {
  let end = text.length;
  while (end && (signs === undefined ? RIGHT.test(text[end - 1]) : signs.includes(text[end - 1]))) {
    end--;
  }
  return text.slice(0, end);
}

/** @param {string} text */
export const strip = (text) => rstrip(lstrip(text));

/** @param {string} sign */
export const isSpace = (sign) => RIGHT.test(sign);

/** @param {string} sign */
export const isUpper = (sign) => /^\p{Uppercase}/u.test(sign);

/** @param {string} sign */
export const isAlphanumeric = (sign) => /^[\p{L}\p{N}]/u.test(sign);

/** @param {string} text */
export const isDigits = (text) => /^\d+$/.test(text);

/** @param {string} text */
export const firstWord = (text) => strip(text).split(RUNS)[0];

/** @param {string} text @param {string} part */
export const count = (text, part) => text.split(part).length - 1;

/**
 * Each thing once, in the order of the first.
 * @template T @param {Iterable<T>} things @returns {T[]}
 */
export const unique = (things) => [...new Set(things)];
