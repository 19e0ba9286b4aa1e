import {
  BACKWARD_BLOCK,
  BILLED_AS,
  CODE_LEFT_BLOCK,
  FORWARD_BLOCK,
  LEFT_BLOCK,
  LIST_GAP,
  PURPOSE_GAP,
  TIGHT,
  TYING_WITH,
  WITH,
} from "./language/blockers.js";
import { NEGATORS } from "./language/stance.js";
import { regex } from "./regex.js";
import { positions, token as tokenOf } from "./tokens.js";

/** @import { Clause } from "./clauses.js" */
/** @import { Binding, Token } from "./types.d.ts" */

const LONGEST_GAP = 200;
const MAX_TOKENS = 80;
const REACH = 60;
/** Where a negation before the first of the two has had its effect. */
const SPENT = /\b(?:is|are|was|were)\b|[,:;] /;
const NOT_SO = regex()`
  ^[^,;CP]{0,24}\b(?:is|are) (?:not|never) (?:needed|required|necessary|supported|allowed|
  permitted|expected|true|correct|right)\b|^[^;CP]{0,24}\bfails\b
`;
/** What has the attribute is not the code. */
const NOT_A = /\b(?:is|are) (?:not|never) $|n't $/;
/** Every code from one to another. */
const RANGED = /\b(?:every|all|each|the) (?:\w+ )?from C\b/;
const ADJUNCT = /P (?:with|without|using|plus|after|before) (?:the |a |an )?$/;
/** Where an item of a list begins; the border is a part of the item after it. */
const ITEM = /(?=, (?:and |or )?| and | or )/;
const HEAD_GAP = /^ (?:on|in|of|for|at|by|from)(?: the| a| an)? $/;
/** A way of counting that describes some other service, unless the code is said to be one. */
const OF_ANOTHER = /^ (?:P|modalit|service|code|procedure|treatment)/;
const STATED = regex()`
  \b(?:is|are|isn't|aren't|was|as|an example|belongs?|counts?|falls?|like|one of)\b|^ ?[:(=-]
`;
const RESPECTIVELY = /\brespectively\b|\bin (?:that|this) order\b/;

/**
 * @typedef {{text: string, places: number[], tokens: Token[], letter: string}} Line
 * @typedef {{code: number, gap: string, tight: boolean, forward: boolean}} Hold
 */

/**
 * What a clause says of its codes, in the order of the phrases: whatever the verb, a phrase is said
 * of the code in reach unless something between them keeps them apart.
 * @param {Clause} clause @param {string} [letter]
 */
export function bind(clause, letter = "P") {
  if (!clause.text.includes(letter) || !clause.text.includes("C")) return [];
  const tokens = clause.tokens.slice(0, MAX_TOKENS);
  const line = { text: clause.text, places: positions(clause.text), tokens, letter };
  const wanted = tokens.flatMap((one, index) => (one.letter === letter ? [index] : []));
  const aligned = RESPECTIVELY.test(clause.text) ? alignedPairs(line, wanted) : [];
  if (aligned.length) return aligned;
  /** @type {Map<number, Binding>} */
  const bound = new Map();
  for (const index of wanted) {
    const binding = bindingOf(line, index);
    if (binding) bound.set(index, binding);
  }
  joined(line, wanted, bound);
  return wanted.flatMap((index) => bound.get(index) ?? listedAfter(line, index, bound));
}

/**
 * How each phrase hangs on the one before it: as another of a list, or as what that one is for.
 * @param {Line} line @param {number[]} wanted @param {Map<number, Binding>} bound
 */
function joined(line, wanted, bound) {
  wanted.slice(1).forEach((after, place) => {
    const here = wanted[place], one = bound.get(here), other = bound.get(after);
    if (!one || !other || one.code !== other.code || one.forward !== other.forward) return;
    const gap = line.text.slice(line.places[here] + 1, line.places[after]);
    if (HEAD_GAP.test(gap)) other.joint = "part";
    else other.joint = jointOf(line, here, after);
    if (other.joint === "list" && !one.forward && one.joint === "link") one.joint = "list";
  });
}

/**
 * The first code of a list has the first item of the other list, and so on.
 * @param {Line} line @param {number[]} wanted @returns {Binding[]}
 */
function alignedPairs({ text, places, tokens }, wanted) {
  const codes = tokens.filter(({ letter }) => letter === "C").flatMap(({ values }) => values);
  if (codes.length < 2 || !wanted.length) return [];
  const first = places[tokens.findIndex(({ letter }) => letter === "C")];
  const ahead = wanted.every((index) => places[index] < first);
  const start = ahead ? 0 : first + 1, side = ahead ? text.slice(0, first) : text.slice(start);
  let at = start;
  const items = side.split(ITEM).map((item) => {
    const low = at;
    at += item.length;
    return wanted.filter((index) => places[index] >= low && places[index] < at);
  }).filter((held) => held.length);
  if (items.length !== codes.length) return [];
  return items.flatMap((held, place) =>
    held.map((index) => ({
      code: tokenOf("C", [codes[place]], 0, 0, codes[place]),
      phrase: tokens[index],
      joint: /** @type {const} */ ("link"),
      forward: true,
      tight: true,
      gap: "",
      denied: false,
    }))
  );
}

/** @param {Line} line @param {number} index */
function bindingOf(line, index) {
  const hold = held(line, index);
  if (!hold || (line.letter === "P" && ADJUNCT.test(line.text.slice(0, line.places[index])))) {
    return null;
  }
  const { tokens } = line, between = previous(line, index, hold.code);
  if (between !== null && severalCodes(tokens) && jointOf(line, between, index) !== "list") {
    return null;
  }
  return /** @type {Binding} */ ({
    code: tokens[hold.code],
    phrase: tokens[index],
    joint: "link",
    forward: hold.forward,
    tight: hold.tight,
    gap: hold.gap,
    denied: isDenied(line, index, hold.code),
  });
}

/**
 * Whether a negation stands between a phrase and its code or shortly before both.
 * @param {Line} line @param {number} index @param {number} code
 */
function isDenied({ text, places, letter }, index, code) {
  const low = Math.min(places[index], places[code]), high = Math.max(places[index], places[code]);
  const before = text.slice(Math.max(0, low - REACH), low).split(SPENT).at(-1);
  const turned = letter !== "P" && places[index] < places[code];
  const between = turned && !NOT_A.test(text.slice(low, high)) ? "" : text.slice(low, high);
  return NEGATORS.test(`${before}${between}`) || NOT_SO.test(text.slice(high + 1));
}

/** @param {Token[]} tokens */
const severalCodes = (tokens) => tokens.filter(({ letter }) => letter === "C").length > 1;

/**
 * The phrase between a code and the one at `index`, the nearest to that one.
 * @param {Line} line @param {number} index @param {number} code
 */
function previous({ tokens, letter }, index, code) {
  const step = code < index ? -1 : 1;
  for (let at = index + step; at !== code; at += step) {
    if (tokens[at].letter === letter) return at;
  }
  return null;
}

/** @param {Line} line @param {number} one @param {number} other @returns {Binding["joint"]} */
function jointOf({ text, places }, one, other) {
  const [low, high] = one < other ? [one, other] : [other, one];
  const gap = text.slice(places[low] + 1, places[high]);
  if (LIST_GAP.test(gap)) return "list";
  return PURPOSE_GAP.test(gap) ? "purpose" : "link";
}

/** @param {Line} line @param {number} index @returns {Hold | null} */
function held(line, index) {
  const ahead = nearest(line, index, -1), behind = nearest(line, index, 1);
  const left = ahead === null ? null : forward(line, ahead, index);
  const right = behind === null ? null : backward(line, index, behind);
  if (!left || !right) return left ?? right;
  if (right.gap === " " && left.gap.startsWith(",")) return right;
  if (left.tight !== right.tight) return left.tight ? left : right;
  const opened = (/** @type {Hold} */ one) => one.gap.startsWith(" (");
  if (opened(left) !== opened(right)) return opened(right) ? right : left;
  const first = line.tokens.find(({ letter }) => letter === "C" || letter === line.letter);
  return first?.letter === "C" ? left : right;
}

/** @param {Line} line @param {number} index @param {number} step */
function nearest({ tokens }, index, step) {
  for (let at = index + step; at >= 0 && at < tokens.length; at += step) {
    if (tokens[at].letter === "C") return at;
  }
  return null;
}

/** @param {Line} line @param {number} code @param {number} phrase @returns {Hold | null} */
function forward({ text, places, letter }, code, phrase) {
  const gap = text.slice(places[code] + 1, places[phrase]);
  const before = text.slice(0, places[code]), after = text.slice(places[phrase] + 1);
  if (isBlocked(gap, FORWARD_BLOCK, letter, "") || isLed(before, text)) return null;
  if (letter === "T" && OF_ANOTHER.test(after) && !STATED.test(gap)) return null;
  if (gap === ", " && letter === "P" && !apposed(before, after)) return null;
  return { code, gap, tight: TIGHT.test(gap), forward: true };
}

/**
 * Whether a code stands after what keeps it apart, and is no range.
 * @param {string} before @param {string} text
 */
const isLed = (before, text) =>
  CODE_LEFT_BLOCK.test(before) && !(before.endsWith("from ") && RANGED.test(text));

/** @param {string} before @param {string} after */
const apposed = (before, after) =>
  /^ code[,.]?/.test(after) || (!before.trim() && ["", ",", "."].includes(after.slice(0, 1)));

/** @param {Line} line @param {number} phrase @param {number} code @returns {Hold | null} */
function backward({ text, places, tokens, letter }, phrase, code) {
  const gap = text.slice(places[phrase] + 1, places[code]);
  const before = text.slice(0, places[phrase]), after = text.slice(places[code] + 1);
  if (letter !== "P" && /^ (?:to|toward|for)\b/.test(gap) && !(letter === "A" && gap === " for ")) {
    return null;
  }
  if (letter === "A" && /^(?:is|are|be) /.test(tokens[phrase].text)) return null;
  if (isBlocked(gap, BACKWARD_BLOCK, letter, before) || LEFT_BLOCK.test(before)) return null;
  if (gap === ", " && letter === "P" && !["", ",", ".", ")"].includes(after.slice(0, 1))) {
    return null;
  }
  return { code, gap, tight: TIGHT.test(gap), forward: false };
}

/** @param {string} gap @param {RegExp} block @param {string} letter @param {string} before */
function isBlocked(gap, block, letter, before) {
  const words = letter === "P" ? gap : gap.replace(/\b(?:do|does) not\b|n't\b|\bduring\b/, "");
  if (gap.length > LONGEST_GAP || block.test(words.trimEnd())) return true;
  if (!WITH.test(gap) || letter !== "P" || BILLED_AS.test(gap.trimEnd())) return false;
  return !TYING_WITH.test(`${before.slice(-60)}P${gap}`);
}

/**
 * A phrase that nothing holds, listed after one that is held.
 * @param {Line} line @param {number} index @param {Map<number, Binding>} bound
 */
function listedAfter(line, index, bound) {
  const { tokens, letter } = line;
  for (const step of [-1, 1]) {
    const at = index + step, head = bound.get(at);
    if (tokens[at]?.letter !== letter || !head || (step > 0 && head.forward)) continue;
    if (jointOf(line, at, index) === "list") {
      const binding = /** @type {Binding} */ ({ ...head, phrase: tokens[index], joint: "list" });
      bound.set(index, binding);
      return [binding];
    }
  }
  return [];
}
