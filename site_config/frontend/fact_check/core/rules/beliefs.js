import { NEGATORS } from "../language/stance.js";
import { factOf, statement } from "../statement.js";
import { strip, unique } from "../text.js";
import { BELIEFS } from "./belief_list.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Belief, Knowledge, Statement } from "../types.d.ts" */

const NEEDED = new RegExp(unique(BELIEFS.flatMap((belief) => belief.needs)).join("|"));
const LONGEST_QUOTE = 120;

/**
 * Beliefs stated in a sentence.
 * @param {Knowledge} knowledge @param {Reading} reading @returns {Statement[]}
 */
export function judgeBeliefs(knowledge, reading) {
  if (reading.framed || reading.asked || reading.somePayers) return [];
  const { spoken } = reading;
  if (!NEEDED.test(spoken)) return [];
  return BELIEFS.flatMap((belief) => {
    if (!belief.needs.some((word) => spoken.includes(word)) || !isAbout(belief, reading)) return [];
    const words = matched(belief, reading, spoken);
    return words === null ? [] : [wrong(knowledge, belief, reading, words)];
  });
}

/** @param {Belief} belief @param {Reading} reading */
function isAbout({ codes, modifiers }, { tagged }) {
  if (modifiers) return tagged.of("M").some((token) => modifiers.includes(token.values[0]));
  return !codes || codes.includes(tagged.codes[0]);
}

/** @param {Belief} belief @param {Reading} reading @param {string} spoken */
function matched(belief, reading, spoken) {
  const texts = belief.mayDeny || reading.clauses.length === 1
    ? [spoken, reading.tagged.text]
    : [spoken];
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

/**
 * @param {Knowledge} knowledge @param {Belief} belief @param {Reading} reading
 * @param {string} words
 */
function wrong(knowledge, belief, reading, words) {
  const fact = factOf(knowledge, belief.fact);
  const quote = strip(words).slice(0, LONGEST_QUOTE);
  const why = `Pattern '${belief.name}': “${quote}”. ${belief.fact}: ${fact.text}`;
  return statement("wrong", belief.kind, reading.tagged.codes[0] ?? null, why, fact.sources);
}
