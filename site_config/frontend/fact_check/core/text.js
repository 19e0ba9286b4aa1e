/** A text without any of `signs` at its end. @param {string} text @param {string} signs */
export function rstrip(text, signs) {
  let end = text.length;
  while (end && signs.includes(text[end - 1])) end--;
  return text.slice(0, end);
}

/** @param {string} sign */
export const isUpper = (sign) => /^\p{Uppercase}/u.test(sign);

/** @param {string} sign */
export const isAlphanumeric = (sign) => /^[\p{L}\p{N}]/u.test(sign);

/** @param {string} text */
export const isDigits = (text) => /^\d+$/.test(text);

/** @param {string} text */
export const firstWord = (text) => text.trim().split(/\s+/)[0];

/** @param {string} text @param {string} part */
export const count = (text, part) => text.split(part).length - 1;

/**
 * Each thing once, in the order of the first.
 * @template T @param {Iterable<T>} things
 */
export const unique = (things) => [...new Set(things)];

const REMEMBERED = 4096;

/**
 * A function of a text that is not asked twice for a text it was asked for lately.
 * @template T @param {(text: string) => T} make
 */
export function remembered(make) {
  /** @type {Map<string, T>} */
  const known = new Map();
  return (/** @type {string} */ text) => {
    const made = known.get(text) ?? make(text);
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, made);
    return made;
  };
}

/** @type {Record<string, number>} */
const NUMBERS = {
  no: 0,
  zero: 0,
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  twenty: 20,
  thirty: 30,
  forty: 40,
  "forty-five": 45,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** A number in figures or in words. @param {string} text */
export const numberOf = (text) => NUMBERS[text.replace(" ", "-")] ?? Number(text);

const COMPOUND = new RegExp(
  "\\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]" +
    "(one|two|three|four|five|six|seven|eight|nine)\\b",
  "g",
);

/** A text with numbers such as "twenty-two" as figures. @param {string} text */
export const compounded = (text) =>
  text.replace(COMPOUND, (_, tens, ones) => String(numberOf(tens) + numberOf(ones)));
