import {
  BACKWARD_LEFT_STOPS,
  BACKWARD_LINKS,
  BACKWARD_STOPS,
  BILL_FOR_IT,
  CODE_LEFT_STOPS,
  COUNT_BACKWARD,
  FOR_IT,
  FORWARD_LINKS,
  FORWARD_STOPS,
  LIST_GAP,
  PURPOSE_GAP,
  RIGHT_CODE,
} from "./language/links.js";
import { CONDITION } from "./language/stance.js";
import { rstrip } from "./text.js";
import { positions } from "./tokens.js";

/** @import { Clause } from "./clauses.js" */
/** @import { Binding, Token } from "./types.d.ts" */

const BILLING = /\b(?:bill|cod|report|submit|charg|claim|use|document)\w*(?: \w+){0,3} ?$/;
const HEAD_GAP = /^ (?:on|in|of|with|for|at|by|from)(?: the| a| an)? $/;
const LONGEST_GAP = 160;
const MAX_TOKENS = 80;

/** @typedef {{text: string, places: number[], tokens: Token[], letter: string}} Line */

/**
 * What a clause says of its codes, in the order of the phrases.
 * @param {Clause} clause @param {string} [letter]
 */
export function bind(clause, letter = "P") {
  if (!clause.text.includes(letter) || !clause.text.includes("C")) return [];
  const tokens = clause.tokens.slice(0, MAX_TOKENS);
  const line = { text: clause.text, places: positions(clause.text), tokens, letter };
  const wanted = tokens.flatMap((token, index) => (token.letter === letter ? [index] : []));
  /** @type {Map<number, Binding>} */
  const bound = new Map();
  for (const index of wanted) {
    const binding = direct(line, index);
    if (binding) bound.set(index, binding);
  }
  return chained(line, wanted, bound);
}

/** @param {Line} line @param {number} index @returns {Binding | null} */
function direct(line, index) {
  const left = nearest(line, index, -1), right = nearest(line, index, 1);
  const ahead = left === null ? null : forward(line, left, index);
  const behind = right === null ? null : backward(line, index, right);
  if (!ahead || !behind) return ahead ?? behind;
  if (Boolean(ahead.gap.trim()) !== Boolean(behind.gap.trim())) {
    return ahead.gap.trim() ? ahead : behind;
  }
  if (behind.gap.startsWith(" (") && !ahead.gap.startsWith(" (")) return behind;
  return line.tokens[0].letter === "C" ? ahead : behind;
}

/**
 * The next code in that direction, with no other phrase of the kind between.
 * @param {Line} line @param {number} index @param {number} step
 */
function nearest({ tokens, letter }, index, step) {
  for (let at = index + step; at >= 0 && at < tokens.length; at += step) {
    if (tokens[at].letter === "C") return at;
    if (tokens[at].letter === letter) return null;
  }
  return null;
}

/** @param {Line} line @param {number} code @param {number} phrase @returns {Binding | null} */
function forward({ text, places, tokens }, code, phrase) {
  let gap = text.slice(places[code] + 1, places[phrase]);
  const before = text.slice(0, places[code]), after = text.slice(places[phrase] + 1);
  if (gap.startsWith(")")) gap = gap.slice(1);
  if (tokens[phrase].letter === "T" && gap.endsWith("and ")) gap = gap.slice(0, -4);
  if (
    gap.length > LONGEST_GAP || !FORWARD_LINKS.test(gap.trimEnd()) ||
    FORWARD_STOPS.test(gap)
  ) {
    return null;
  }
  if (gap.startsWith(", ") && gap.length < 7) {
    const named = after.startsWith(" code,") || after.startsWith(" code.") || after === " code";
    const bare = gap === ", " && !before.trim() && ["", ",", "."].includes(after.slice(0, 1));
    if (!named && !bare) return null;
  }
  if (BACKWARD_LEFT_STOPS.test(before) || CODE_LEFT_STOPS.test(before)) return null;
  return { code: tokens[code], phrase: tokens[phrase], joint: "link", forward: true, gap };
}

/** @param {Line} line @param {number} phrase @param {number} code @returns {Binding | null} */
function backward({ text, places, tokens }, phrase, code) {
  const gap = text.slice(places[phrase] + 1, places[code]);
  const before = text.slice(0, places[phrase]).trimEnd(), after = text.slice(places[code] + 1);
  /** @type {Binding} */
  const binding = {
    code: tokens[code],
    phrase: tokens[phrase],
    joint: "link",
    forward: false,
    gap,
  };
  if (gap.length > LONGEST_GAP || BACKWARD_LEFT_STOPS.test(before)) return null;
  if (FOR_IT.test(after) && BILL_FOR_IT.test(gap)) return binding;
  if (tokens[phrase].letter === "T") return COUNT_BACKWARD.test(gap.trimEnd()) ? binding : null;
  const right = RIGHT_CODE.test(after) && CONDITION.test(text);
  if (right && !BACKWARD_STOPS.test(rstrip(gap, " ,"))) return binding;
  if (["with", "as", "by", "in", "to"].includes(gap.trim())) {
    return BILLING.test(before) ? binding : null;
  }
  if (!BACKWARD_LINKS.test(gap.trimEnd()) || BACKWARD_STOPS.test(gap)) return null;
  return gap === ", " && !["", ",", ".", ")"].includes(after.slice(0, 1)) ? null : binding;
}

/** @param {Line} line @param {number[]} wanted @param {Map<number, Binding>} bound */
function chained(line, wanted, bound) {
  const steps = wanted.slice(1).map((after, index) => [wanted[index], after]);
  for (const [here, after] of steps) hang(line, bound, here, after);
  for (const [after, here] of steps.reverse()) {
    if (!bound.get(here)?.forward) hang(line, bound, here, after);
  }
  return wanted.flatMap((index) => bound.get(index) ?? []);
}

/**
 * @param {Line} line @param {Map<number, Binding>} bound @param {number} held @param {number} loose
 */
function hang({ text, places, tokens }, bound, held, loose) {
  const head = bound.get(held), phrase = tokens[loose], onward = loose > held;
  if (!head || bound.has(loose)) return;
  const low = Math.min(held, loose), high = Math.max(held, loose);
  const gap = text.slice(places[low] + 1, places[high]);
  const separated = tokens.slice(low + 1, high).some(({ letter }) => letter === "C");
  if (separated || gap.length > LONGEST_GAP) return;
  if (!onward && HEAD_GAP.test(gap)) {
    bound.set(loose, { ...head, phrase });
    bound.set(held, { ...head, joint: "purpose" });
    return;
  }
  const listed = LIST_GAP.test(gap);
  const aimed = onward && PURPOSE_GAP.test(gap) && !FORWARD_STOPS.test(gap);
  if (listed || aimed) {
    const joint = listed && head.joint !== "purpose" ? "list" : "purpose";
    bound.set(loose, { ...head, phrase, joint, gap });
  }
}
