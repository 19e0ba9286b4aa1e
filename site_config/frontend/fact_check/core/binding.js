import { patternsOf } from "./patterns.js";
import { rstrip, strip } from "./text.js";
import { spots } from "./tokens.js";

/** @import { Clause } from "./clauses.js" */
/** @import { Said, Token } from "./types.js" */

const of = patternsOf("binding");
const LONGEST_GAP = 160;
const MAX_TOKENS = 80;

/** @typedef {{text: string, places: number[], tokens: Token[], letter: string}} Line */

/** What a clause says of its codes, in the order of the phrases. @param {Clause} clause @param {string} [letter] */
export function bind(clause, letter = "P") {
  if (!clause.text.includes(letter) || !clause.text.includes("C")) return [];
  const tokens = clause.tokens.slice(0, MAX_TOKENS);
  const line = { text: clause.text, places: spots(clause.text), tokens, letter };
  const wanted = tokens.flatMap((token, index) => (token.letter === letter ? [index] : []));
  /** @type {Map<number, Said>} */
  const bound = new Map();
  for (const index of wanted) {
    const said = direct(line, index);
    if (said) bound.set(index, said);
  }
  return chained(line, wanted, bound);
}

/** @param {Line} line @param {number} index @returns {Said | null} */
function direct(line, index) {
  const left = nearest(line, index, -1), right = nearest(line, index, 1);
  const ahead = left === null ? null : forward(line, left, index);
  const behind = right === null ? null : backward(line, index, right);
  if (!ahead || !behind) return ahead ?? behind;
  if (Boolean(strip(ahead.gap)) !== Boolean(strip(behind.gap))) {
    return strip(ahead.gap) ? ahead : behind;
  }
  if (behind.gap.startsWith(" (") && !ahead.gap.startsWith(" (")) return behind;
  return line.tokens[0].letter === "C" ? ahead : behind;
}

/** The next code in that direction, with no other phrase of the kind between. @param {Line} line @param {number} index @param {number} step */
function nearest({ tokens, letter }, index, step) {
  for (let at = index + step; at >= 0 && at < tokens.length; at += step) {
    if (tokens[at].letter === "C") return at;
    if (tokens[at].letter === letter) return null;
  }
  return null;
}

/** @param {Line} line @param {number} code @param {number} phrase @returns {Said | null} */
function forward({ text, places, tokens }, code, phrase) {
  let gap = text.slice(places[code] + 1, places[phrase]);
  const before = text.slice(0, places[code]), after = text.slice(places[phrase] + 1);
  if (gap.startsWith(")")) gap = gap.slice(1);
  if (tokens[phrase].letter === "T" && gap.endsWith("and ")) gap = gap.slice(0, -4);
  if (
    gap.length > LONGEST_GAP || !of("FORWARD_LINKS").match(rstrip(gap)) ||
    of("FORWARD_STOPS").has(gap)
  ) {
    return null;
  }
  if (gap.startsWith(", ") && gap.length < 7) {
    const named = after.startsWith(" code,") || after.startsWith(" code.") || after === " code";
    const bare = gap === ", " && !strip(before) && ["", ",", "."].includes(after.slice(0, 1));
    if (!named && !bare) return null;
  }
  if (of("BACKWARD_LEFT_STOPS").has(before) || of("CODE_LEFT_STOPS").has(before)) return null;
  return { code: tokens[code], phrase: tokens[phrase], joint: "link", forward: true, gap };
}

/** @param {Line} line @param {number} phrase @param {number} code @returns {Said | null} */
function backward({ text, places, tokens }, phrase, code) {
  const gap = text.slice(places[phrase] + 1, places[code]);
  const before = rstrip(text.slice(0, places[phrase])), after = text.slice(places[code] + 1);
  /** @type {Said} */
  const said = { code: tokens[code], phrase: tokens[phrase], joint: "link", forward: false, gap };
  if (gap.length > LONGEST_GAP || of("BACKWARD_LEFT_STOPS").has(before)) return null;
  if (of("FOR_IT").match(after) && of("BILL_FOR_IT").has(gap)) return said;
  if (tokens[phrase].letter === "T") return of("COUNT_BACKWARD").match(rstrip(gap)) ? said : null;
  const right = of("RIGHT_CODE").match(after) && of("CONDITION").match(text);
  if (right && !of("BACKWARD_STOPS").has(rstrip(gap, " ,"))) return said;
  if (["with", "as", "by", "in", "to"].includes(strip(gap))) {
    return of("BILLING").has(before) ? said : null;
  }
  if (!of("BACKWARD_LINKS").match(rstrip(gap)) || of("BACKWARD_STOPS").has(gap)) return null;
  return gap === ", " && !["", ",", ".", ")"].includes(after.slice(0, 1)) ? null : said;
}

/** The bound phrases, and those that hang on one of them. @param {Line} line @param {number[]} wanted @param {Map<number, Said>} bound */
function chained(line, wanted, bound) {
  const steps = wanted.slice(1).map((after, index) => [wanted[index], after]);
  for (const [here, after] of steps) {
    if (bound.has(here) && !bound.has(after)) hang(line, bound, here, after, true);
  }
  for (const [after, here] of steps.reverse()) {
    if (bound.has(here) && !bound.has(after) && !bound.get(here)?.forward) {
      hang(line, bound, here, after, false);
    }
  }
  return wanted.flatMap((index) => bound.get(index) ?? []);
}

/** @param {Line} line @param {Map<number, Said>} bound @param {number} held @param {number} loose @param {boolean} onward */
function hang({ text, places, tokens }, bound, held, loose, onward) {
  const low = Math.min(held, loose), high = Math.max(held, loose);
  const gap = text.slice(places[low] + 1, places[high]);
  if (
    tokens.slice(low + 1, high).some((token) => token.letter === "C") || gap.length > LONGEST_GAP
  ) return;
  const kept = /** @type {Said} */ (bound.get(held));
  if (!onward && of("HEAD_GAP").match(gap)) {
    bound.set(loose, { ...kept, phrase: tokens[loose] });
    bound.set(held, { ...kept, joint: "purpose" });
    return;
  }
  const purpose = () => onward && of("PURPOSE_GAP").match(gap) && !of("FORWARD_STOPS").has(gap);
  const joint = of("LIST_GAP").match(gap)
    ? (kept.joint === "purpose" ? "purpose" : "list")
    : purpose()
    ? "purpose"
    : null;
  if (joint) {
    bound.set(loose, { code: kept.code, phrase: tokens[loose], joint, forward: kept.forward, gap });
  }
}
