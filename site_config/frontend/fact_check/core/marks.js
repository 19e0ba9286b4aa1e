import { endOf, patternsOf } from "./patterns.js";

/** @import { Match } from "./patterns.js" */
/** @import { Token } from "./types.js" */

const of = patternsOf("marks");
/** @type {Record<string, number>} */
const NUMBERS = {
  "five": 5,
  "eight": 8,
  "ten": 10,
  "twelve": 12,
  "fifteen": 15,
  "twenty": 20,
  "thirty": 30,
  "forty": 40,
  "forty-five": 45,
  "forty five": 45,
  "sixty": 60,
};
const COUNTS = ["untimed", "minutes", "timed"];

/** Modifiers; the figures among them only where the words around say that they are one. @param {string} text @param {boolean} codes */
export function modifiers(text, codes) {
  const near = codes || of("NEAR").has(text);
  /** @type {Token[]} */
  const tokens = [];
  for (const found of of("MODIFIERS").all(text)) {
    const value = found[1] || found[2] || "X";
    const lead = of("BEFORE_MODIFIER").search(
      text.slice(Math.max(0, found.index - 24), found.index),
    );
    const named = found[0].includes("odifier") || Boolean(lead && lead[1] !== undefined);
    const letters = /^[A-Z]+$/.test(value);
    if (
      named || (letters && (near || value !== "AT")) || (near && value === "59" && lead !== null)
    ) {
      const start = found.index - (lead && lead[1] ? lead[0].length : 0);
      tokens.push({
        letter: "M",
        values: [value],
        start: Math.max(start, 0),
        end: endOf(found),
        said: value,
      });
    }
  }
  return tokens;
}

/** Ways of counting; the earlier kind wins where two overlap. @param {string} text */
export function counts(text) {
  /** @type {Token[]} */
  const found = [];
  if (!of("COUNTABLE").has(text)) return found;
  COUNTS.forEach((name, index) => {
    for (const match of of(`COUNTS.${index}`).all(text)) {
      const start = match.index, end = endOf(match);
      if (found.some((token) => token.start < end && start < token.end)) continue;
      found.push({
        letter: "T",
        values: [name === "minutes" ? minutes(match) : name],
        start,
        end,
        said: match[0],
      });
    }
  });
  return found.sort((one, other) => one.start - other.start);
}

/** @param {Match} match */
function minutes(match) {
  const said = match[1] || match[2];
  if (said === undefined) {
    return match[0].includes("hour") && !match[0].includes("quarter") ? "60" : "15";
  }
  return String(NUMBERS[said.startsWith("forty") ? said.replaceAll("-", " ") : said] ?? said);
}
