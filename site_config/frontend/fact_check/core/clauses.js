import { endOf, patternsOf } from "./patterns.js";
import { strip } from "./text.js";
import { codesOf, lettered, letters, spelled } from "./tokens.js";

/** @import { Match } from "./patterns.js" */
/** @import { Tagged } from "./tagging.js" */
/** @import { Stance, Token } from "./types.js" */

const of = patternsOf("clauses");

/** A piece of a sentence: tagged text, its tokens, and how it is meant. */
export class Clause {
  /** @param {string} text @param {Token[]} tokens @param {Stance} stance */
  constructor(text, tokens, stance) {
    this.text = text;
    this.tokens = tokens;
    this.stance = stance;
  }

  /** @param {string} letter */
  of(letter) {
    return lettered(this.tokens, letter);
  }

  get codes() {
    return codesOf(this.tokens);
  }
}

/** A sentence as it is to be understood: whole, and in clauses without what is only named as the opposite. */
export class Reading {
  /** @param {Tagged} tagged @param {Clause[]} clauses @param {boolean} framed @param {boolean} asked @param {string} plain */
  constructor(tagged, clauses, framed, asked, plain) {
    this.tagged = tagged;
    this.clauses = clauses;
    this.framed = framed;
    this.asked = asked;
    this.plain = plain;
  }

  /** Whether it speaks of payers that may do as they like. */
  get hedged() {
    return of("HEDGE").has(this.plain);
  }

  get past() {
    return of("PAST").has(this.plain);
  }

  get somePayers() {
    return of("SOME_PAYERS").has(this.plain);
  }

  /** The sentence with everything but codes and modifiers written out. */
  get spoken() {
    return spelled(this.tagged.text, this.tagged.tokens, "CM");
  }
}

/** @param {string} text */
export const framedAs = (text) => of("ERROR_FRAME").has(of("GOOD_AIMS").sub(text, " "));

/** @param {Tagged} tagged @param {boolean} framed whether the text around already calls what is said an error */
export function read(tagged, framed) {
  const plain = of("NOT_NEGATORS").sub(of("GOOD_AIMS").sub(tagged.text, " "), "only");
  const asked = tagged.text.endsWith("?");
  const error = framed || of("ERROR_FRAME").has(plain) || of("SUPPOSE").has(plain);
  const [text, tokens] = withoutContrast(plain, tagged.tokens);
  return new Reading(
    tagged,
    clausesOf(text, tokens, asked || error ? "unclear" : "said"),
    error,
    asked,
    plain,
  );
}

/** Cut what stands after 'not', 'rather than', 'unlike'. @param {string} text @param {Token[]} tokens @returns {[string, Token[]]} */
function withoutContrast(text, tokens) {
  if (!of("OPPOSED").has(text)) return [text, tokens];
  for (const name of ["UNLIKE_WHICH", "CONTRAST"]) {
    for (const match of of(name).all(text).reverse()) {
      if (name === "CONTRAST" && mainNegation(text, match)) continue;
      const first = letters(text.slice(0, match.index)), many = letters(match[0]);
      tokens = [...tokens.slice(0, first), ...tokens.slice(first + many)];
      text = `${text.slice(0, match.index)} ${text.slice(endOf(match))}`;
    }
  }
  return [strip(of("SPACES").sub(text, " ")), tokens];
}

/** Whether the 'not' belongs to the verb of the sentence. @param {string} text @param {Match} match */
function mainNegation(text, match) {
  const said = match[0].replace(/^[ ,]+/, "");
  const before = text.slice(0, match.index) + match[0].slice(0, match[0].length - said.length);
  return (said.startsWith("not") || said.startsWith("never")) && !of("AFTER_PART").has(before);
}

/** Where clauses part. @param {string} text @returns {[number, number][]} */
function borders(text) {
  const conditional = of("CONDITION").match(text) !== null;
  const found = of("CLAUSES").all(text).filter((one) =>
    one.index && !(conditional && one[0] === ", ")
  )
    .map((one) => /** @type {[number, number]} */ ([one.index, endOf(one)]));
  const comma = text.indexOf(", ");
  if (
    comma > 0 && of("CONCEDED").match(text) &&
    !found.some(([start, end]) => start <= comma && comma < end)
  ) {
    found.push([comma, comma + 2]);
  }
  return found.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}

/** @param {string} text @param {Token[]} tokens @param {Stance} stance */
function clausesOf(text, tokens, stance) {
  const clauses = [];
  let at = 0, used = 0;
  for (const [start, end] of [...borders(text), [text.length, text.length]]) {
    const part = text.slice(at, start), many = letters(part);
    const meant = stance === "said" && of("NEGATORS").has(part) ? "denied" : stance;
    clauses.push(new Clause(strip(part), tokens.slice(used, used + many), meant));
    used += many + letters(text.slice(start, end));
    at = end;
  }
  return clauses.filter((clause) => clause.text);
}
