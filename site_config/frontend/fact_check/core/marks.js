import { ATTRIBUTES, COUNTABLE, COUNTS } from "./lexicon.js";
import { endOf, regex } from "./regex.js";
import { numberOf } from "./text.js";
import { token } from "./tokens.js";

/** @import { Match } from "./regex.js" */
/** @import { Token } from "./types.d.ts" */

const MODIFIERS = regex("g")`
  \b(GP|GO|GN|KX|CQ|CO|AT|XE|XS|XP|XU|GA|GY|GX|GZ)\b(?: [Mm]odifiers?\b)?|\b(59|97|96|25|
  95)\b(?! ?
  (?:min|%|year|patient|day|visit|percent|dollar|unit|-))(?: [Mm]odifiers?\b)?|
  \b[Xx]-?[Mm]odifiers?\b|\bX\{EPSU\}
`;
const BEFORE_MODIFIER = regex("i")`
  (?:\b(modifiers?|mod\.?)|\b(?:append(?:ing|ed|s)?|add(?:ing|ed|s)?|an?|the|with|without|no|
  needs?|
  wants?|requires?|using|use|attach(?:ed|ing)?|put|or|and))[ #:]*(?:\"|')?$|\x00 ?-$
`;
const MEANT = /^ (?:marks|means|stands for|says|shows|is for|tells)\b/;
const NEAR = /modif|chiropr|medicare|append|\bcodes?\b|\bncci\b|\bpairs?\b|\bedits?\b/i;
/**
 * Modifiers; the figures among them only where the words around say that they are one.
 * @param {string} text @param {boolean} codes
 */
export function findModifiers(text, codes) {
  const near = codes || NEAR.test(text);
  const tokens = [];
  for (const found of text.matchAll(MODIFIERS)) {
    const value = found[1] || found[2] || "X";
    const lead = BEFORE_MODIFIER.exec(
      text.slice(Math.max(0, found.index - 24), found.index),
    );
    const named = found[0].includes("odifier") || Boolean(lead && lead[1] !== undefined);
    const letters = /^[A-Z]+$/.test(value) ||
      /^9[3-7]/.test(value) && MEANT.test(text.slice(endOf(found)));
    if (
      named || (letters && (near || value !== "AT")) || (near && value === "59" && lead !== null)
    ) {
      const start = found.index - (lead && lead[1] ? lead[0].length : 0);
      tokens.push(token("M", [value], Math.max(start, 0), endOf(found), value));
    }
  }
  return tokens;
}

/**
 * Ways of counting and other attributes; the earlier kind wins where two overlap.
 * @param {string} text
 */
export function findAttributes(text) {
  /** @type {Token[]} */
  const found = [];
  if (!COUNTABLE.test(text)) return found;
  const free = (/** @type {number} */ start, /** @type {number} */ end) =>
    !found.some((token) => token.start < end && start < token.end);
  for (const [name, pattern] of COUNTS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index, end = endOf(match);
      if (!free(start, end)) continue;
      const value = name === "minutes" ? minutesOf(match) : name;
      found.push(token("T", [value], start, end, match[0]));
    }
  }
  for (const [attribute, value, pattern] of ATTRIBUTES) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index, end = endOf(match);
      if (free(start, end)) found.push(token("A", [attribute, value], start, end, match[0]));
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** @param {Match} match */
function minutesOf(match) {
  const figure = match[1] || match[2];
  if (figure === undefined) {
    return match[0].includes("hour") && !match[0].includes("quarter") ? "60" : "15";
  }
  return String(numberOf(figure));
}
