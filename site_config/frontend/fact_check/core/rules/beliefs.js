import { NEGATORS } from "../language/stance.js";
import { contradicted } from "../statement.js";
import { unique } from "../text.js";
import { BELIEFS } from "./belief_list.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Belief } from "../types.d.ts" */

const NEEDED = new RegExp(unique(BELIEFS.flatMap((belief) => belief.needs)).join("|"));
const LONGEST_QUOTE = 120;

/**
 * Beliefs stated in a sentence.
 * @param {Reading} reading
 */
export function judgeBeliefs(reading) {
  if (reading.somePayers) return [];
  const { spoken } = reading;
  if (!NEEDED.test(spoken)) return [];
  return BELIEFS.flatMap((belief) => {
    if (!belief.needs.some((word) => spoken.includes(word)) || !isAbout(belief, reading)) return [];
    const words = matched(belief, reading, spoken);
    return words === null ? [] : [wrong(belief, reading, words)];
  });
}

/** @param {Belief} belief @param {Reading} reading */
function isAbout({ codes, modifiers }, reading) {
  if (modifiers) return reading.modifiers.some((one) => modifiers.includes(one));
  return !codes || codes.includes(reading.codes[0]);
}

/** @param {Belief} belief @param {Reading} reading @param {string} spoken */
function matched(belief, reading, spoken) {
  const texts = belief.mayDeny || reading.clauses.length === 1 ? [spoken, reading.text] : [spoken];
  for (const text of texts) {
    const match = belief.pattern.exec(text);
    if (!match) continue;
    const refused = !belief.mayDeny && isDenied(match[0], text.slice(0, match.index));
    if (!refused && !belief.unless?.test(text)) return match[0];
  }
  return null;
}

/** @param {string} words @param {string} before */
const isDenied = (words, before) => NEGATORS.test(words) || NEGATORS.test(before.slice(-60));

/** @param {Belief} belief @param {Reading} reading @param {string} words */
function wrong({ name, kind, fact }, reading, words) {
  const pattern = `'${name}': “${words.trim().slice(0, LONGEST_QUOTE)}”`;
  return contradicted(reading.knowledge, kind, reading.codes[0] ?? null, pattern, fact);
}
