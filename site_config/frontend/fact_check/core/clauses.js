import {
  CLAUSES,
  CONDITION,
  CONTRAST,
  ERROR_FRAME,
  GOOD_AIMS,
  HEDGE,
  NEGATORS,
  NOT_NEGATORS,
  PAST,
  PAYERS_ANSWER,
  SOME_PAYERS,
  SUPPOSE,
} from "./language/stance.js";
import { endOf, regex } from "./regex.js";
import { countTokens, expand, Tagged } from "./tokens.js";

/** @import { Match } from "./regex.js" */
/** @import { Knowledge, Token } from "./types.d.ts" */

const OPPOSED = regex()`
  \b(?:not|never|rather than|instead of|opposed|distinct|place of|other than|unlike)\b
`;
const UNLIKE_WHICH = /\bunlike C(?: \(P\))?(?:,? which [^,;]*)?,/g;
const SPACES = / +/g;
const AFTER_PART = /(?:,|\band|\bbut|[CP)]) ?$/;
const CONCEDED = /^(?:while|whereas|although|though|even though) /;

/** A piece of a sentence. */
export class Clause extends Tagged {
  denied = NEGATORS.test(this.text);
}

/**
 * A sentence as it is to be understood: whole, and in clauses without what is only named as the
 * opposite.
 */
export class Reading extends Tagged {
  /** @param {Tagged} tagged @param {Clause[]} clauses @param {string} plain */
  constructor(tagged, clauses, plain) {
    super(tagged.text, tagged.tokens, tagged.knowledge, tagged.source);
    this.clauses = clauses;
    this.plain = plain;
  }

  get denied() {
    return this.clauses.some((clause) => clause.denied);
  }

  get asserted() {
    return this.clauses.filter((clause) => !clause.denied);
  }

  /** Whether it speaks of payers with rules of their own. */
  get hedged() {
    return HEDGE.test(this.plain);
  }

  get past() {
    return PAST.test(this.plain);
  }

  /** Whether it tells what a payer answered, so that a service may be named as a mistake. */
  get answered() {
    return PAYERS_ANSWER.test(this.plain);
  }

  get somePayers() {
    return SOME_PAYERS.test(this.plain);
  }

  /** The sentence with everything but codes and modifiers written out. */
  get spoken() {
    return expand(this.text, this.tokens, "CM");
  }
}

/** Whether a text calls what follows an error. @param {string} text */
export function framesAsError(text) {
  const plain = text.replace(GOOD_AIMS, " ");
  return ERROR_FRAME.test(plain) || PAYERS_ANSWER.test(plain);
}

/**
 * A sentence read clause by clause; null where it asks, supposes or tells of an error.
 * @param {Tagged} tagged
 */
export function read(tagged) {
  const plain = tagged.text.replace(GOOD_AIMS, " ").replace(NOT_NEGATORS, "only");
  if (tagged.text.endsWith("?") || ERROR_FRAME.test(plain) || SUPPOSE.test(plain)) return null;
  const [text, tokens] = withoutContrast(plain, tagged.tokens);
  return new Reading(tagged, clausesOf(text, tokens, tagged.knowledge), plain);
}

/**
 * Cut what stands after 'not', 'rather than', 'unlike'.
 * @param {string} text @param {Token[]} tokens @returns {[string, Token[]]}
 */
function withoutContrast(text, tokens) {
  if (!OPPOSED.test(text)) return [text, tokens];
  for (const pattern of [UNLIKE_WHICH, CONTRAST]) {
    for (const match of [...text.matchAll(pattern)].reverse()) {
      if (pattern === CONTRAST && mainNegation(text, match)) continue;
      const first = countTokens(text.slice(0, match.index)), many = countTokens(match[0]);
      tokens = [...tokens.slice(0, first), ...tokens.slice(first + many)];
      text = `${text.slice(0, match.index)} ${text.slice(endOf(match))}`;
    }
  }
  return [text.replace(SPACES, " ").trim(), tokens];
}

/** @param {string} text @param {Match} match */
function mainNegation(text, match) {
  const words = match[0].replace(/^[ ,]+/, "");
  const before = text.slice(0, match.index) + match[0].slice(0, match[0].length - words.length);
  return (words.startsWith("not") || words.startsWith("never")) && !AFTER_PART.test(before);
}

/** @param {string} text */
function borders(text) {
  const conditional = CONDITION.test(text);
  const found = [...text.matchAll(CLAUSES)].filter((one) =>
    one.index && !(conditional && one[0] === ", ")
  )
    .map((one) => /** @type {[number, number]} */ ([one.index, endOf(one)]));
  const comma = text.indexOf(", ");
  if (
    comma > 0 && CONCEDED.test(text) &&
    !found.some(([start, end]) => start <= comma && comma < end)
  ) {
    found.push([comma, comma + 2]);
  }
  return found.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}

/** @param {string} text @param {Token[]} tokens @param {Knowledge} knowledge */
function clausesOf(text, tokens, knowledge) {
  const clauses = [];
  let at = 0, used = 0;
  for (const [start, end] of [...borders(text), [text.length, text.length]]) {
    const part = text.slice(at, start), many = countTokens(part);
    clauses.push(new Clause(part.trim(), tokens.slice(used, used + many), knowledge));
    used += many + countTokens(text.slice(start, end));
    at = end;
  }
  return clauses.filter((clause) => clause.text);
}
