import { findAttributes, findModifiers } from "./marks.js";
import { endOf, regex } from "./regex.js";
import { Finder } from "./phrases.js";
import { isDigits, remembered, unique } from "./text.js";
import { countTokens, Tagged, token } from "./tokens.js";

/** @import { Knowledge, Token } from "./types.d.ts" */

const CODE = /(?:\b|(?<=\b(?:CPT|HCPCS)))(\d{5}|[GS]\d{4}|\d{4}T)\b/g;
const RANGE = /^(?: ?(?:-|to|through|thru) ?)$/;
const BEFORE_CODE = regex("i")`
  \b(?:the )?(?:(?:current procedural terminology|cpt|hcpcs|billing code|procedure code|billing|
  procedure|codes?|code number)\b\(?r?\)?[ :#-]*)+$
`;
const AFTER_CODE = regex("i")`
  ^ (?:cpt |billing |procedure |hcpcs |service |procedural )?(?:codes?\b(?! (?:for|of)\b)|cpt\b)
`;
const NO_CODE_BEFORE = regex("i")`
  (?:[$#]|\b(?:zip|zipcode|zip code|postal code|invoice|order|order number(?: is)?|page|ticket|
  room|
  suite|case|account|phone|fax|tel|log|record|serial|policy|claim number|member|part|po box|
  box|ext|oregon|portland|population|nearly|almost|approximately)\b[ #:.]*|\d[.,/-]|\b\d{3}[ -])$
`;
const STATE = /(?:,|\b[A-Z][a-z]+) (?:OR|WA|CA|DC|ID|NV|MD|VA) $|, Oregon $/;
const NO_CODE_AFTER = regex("i")`
  ^(?:-\d{4}\b|[.,]\d|%| (?:patients|people|visits|claims|dollars|members|cases|miles|users|
  students|times|square|euros|hours|minutes|residents|steps|records|votes|beds)\b)
`;
const SPACES = / +/g;
const NAMED = /\b(?:cpt|hcpcs|codes?)[ :#-]*$/i;
const APART = regex()`
  \b(?:unlike|instead of|besides|in addition to|except for|rather than|as for|apart from) $
`;
const GROUP = /C(?:(?:,? and |,? or |,? & |,? ?\/ ?|, | \+ | ?- ?| to | through | thru )C)+/g;
const NARROW = 20;

/** Marks sentences by the knowledge it was made with. */
export class Tagger {
  #knowledge;
  #known;
  #finder;

  /** @param {Knowledge} knowledge */
  constructor(knowledge) {
    this.#knowledge = knowledge;
    this.#known = Object.keys(knowledge.codes)
      .filter((code) => knowledge.codes[code].state === "active").sort();
    this.#finder = new Finder(knowledge.phrases);
  }

  tag = remembered((sentence) => this.#tag(sentence));

  /** @param {string} sentence */
  #tag(sentence) {
    const text = signed(sentence);
    const tokens = this.#resolved(text);
    let made = "", at = 0;
    for (const token of tokens) {
      made += text.slice(at, token.start).toLowerCase() + token.letter;
      at = token.end;
    }
    made += text.slice(at).toLowerCase();
    const grouped = this.#grouped(made.replace(SPACES, " ").trim(), tokens);
    return new Tagged(...grouped, this.#knowledge, sentence);
  }

  /**
   * The tokens without overlaps: codes before modifiers, those before counts, those before phrases.
   * @param {string} text
   */
  #resolved(text) {
    const codes = this.#codes(text);
    let hidden = masked(text, codes);
    const modified = findModifiers(hidden, codes.length > 0);
    hidden = masked(hidden, modified);
    const counted = findAttributes(hidden.toLowerCase());
    hidden = masked(hidden, counted);
    const phrases = this.#finder.find(hidden).map(([start, end, phrase]) =>
      token("P", [phrase], start, end, text.slice(start, end), this.#knowledge.phrases[phrase])
    );
    return [...codes, ...modified, ...counted, ...phrases].sort((one, other) =>
      one.start - other.start
    );
  }

  /** @param {string} text */
  #codes(text) {
    const tokens = [];
    let floor = 0;
    for (const found of text.matchAll(CODE)) {
      const end = endOf(found);
      const before = text.slice(Math.max(floor, found.index - 60), found.index),
        after = text.slice(end, end + 40);
      if (!this.#isCode(found[1], before, after)) continue;
      const lead = BEFORE_CODE.exec(before);
      const tail = AFTER_CODE.exec(after);
      const start = found.index - (lead ? lead[0].length : 0);
      floor = end + (tail ? endOf(tail) : 0);
      tokens.push(token("C", [found[1]], start, floor, found[1]));
    }
    return tokens;
  }

  /**
   * Whether a number is a billing code here and not a postal code, a sum or the number of
   * something.
   * @param {string} number @param {string} before @param {string} after
   */
  #isCode(number, before, after) {
    const named = NAMED.test(before);
    if (NO_CODE_AFTER.test(after) || STATE.test(before)) return false;
    if (NO_CODE_BEFORE.test(before) && !named) return false;
    return named || number in this.#knowledge.codes || isNear(this.#knowledge, number);
  }

  /**
   * Codes of one list become one token with many values; a range stands for the known codes in it.
   * @param {string} text @param {Token[]} tokens @returns {[string, Token[]]}
   */
  #grouped(text, tokens) {
    const grouped = [];
    let made = "", at = 0, used = 0;
    for (const found of text.matchAll(GROUP)) {
      const start = found.index;
      if (found[0].startsWith("C, ") && APART.test(text.slice(0, start))) continue;
      const skipped = countTokens(text.slice(at, start));
      const members = tokens.slice(used + skipped, used + skipped + found[0].split("C").length - 1);
      grouped.push(...tokens.slice(used, used + skipped));
      used += skipped + members.length;
      const wide = this.#isWide(members, found[0]);
      if (!wide) {
        const values = this.#spread(members, found[0]);
        const end = members[members.length - 1].end;
        grouped.push(token("C", values, members[0].start, end, found[0]));
      }
      made += text.slice(at, start) + (wide ? "a range of codes" : "C");
      at = endOf(found);
    }
    return [made + text.slice(at), [...grouped, ...tokens.slice(used)]];
  }

  /**
   * Whether two codes are the ends of a stretch too long to mean each code in it, and no pair.
   * @param {Token[]} members @param {string} text
   */
  #isWide(members, text) {
    if (members.length !== 2 || !RANGE.test(text.slice(1, -1))) return false;
    const [first, last] = members.map((member) => member.values[0]);
    const pair = `practitioner:${[first, last].sort().join("-")}`;
    return number(last) - number(first) > NARROW && !(pair in this.#knowledge.pairs);
  }

  /** @param {Token[]} members @param {string} text */
  #spread(members, text) {
    /** @type {string[]} */
    const values = [];
    ["", ...text.split("C").slice(1)].slice(0, members.length).forEach((gap, index) => {
      const code = members[index].values[0], last = values.at(-1);
      if (
        last && RANGE.test(gap) && number(code) > number(last) &&
        number(code) - number(last) <= NARROW
      ) {
        values.push(
          ...this.#known.filter((known) =>
            last < known && known < code && known.length === code.length
          ),
        );
      }
      values.push(code);
    });
    return unique(values);
  }
}

/**
 * Whether a number that is no code lies where the content names every code.
 * @param {Knowledge} knowledge @param {string} number
 */
export const isNear = (knowledge, number) =>
  knowledge.whole.some(([first, last]) => first <= number && number <= last);

/** @param {string} code */
const number = (code) => (isDigits(code) ? Number(code) : 0);

/** Signs that print differently and mean the same. @param {string} text */
const signed = (text) =>
  text.replace(/[–—−‑]/g, "-").replace(/[‘’]/g, "'").replace(/→/g, ">").replace(
    /[“”"®™©\xa0\t\n]/g,
    " ",
  );

/** @param {string} text @param {Token[]} tokens */
function masked(text, tokens) {
  let made = "", at = 0;
  for (const token of tokens) {
    made += text.slice(at, token.start) + "\0".repeat(token.end - token.start);
    at = token.end;
  }
  return made + text.slice(at);
}
