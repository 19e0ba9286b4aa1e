import { counts, modifiers } from "./marks.js";
import { endOf, patternsOf } from "./patterns.js";
import { Finder } from "./phrases.js";
import { isDigits, once, strip } from "./text.js";
import { codesOf, lettered, letters } from "./tokens.js";

/** @import { Knowledge, Token } from "./types.js" */

const of = patternsOf("tagging");
const REMEMBERED = 4096;
const NARROW = 12;

/** A sentence in lower case with a capital letter for every token; the tokens in the order of their letters. */
export class Tagged {
  /** @param {string} text @param {Token[]} tokens */
  constructor(text, tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** @param {string} letter */
  of(letter) {
    return lettered(this.tokens, letter);
  }

  get codes() {
    return codesOf(this.tokens);
  }
}

/** Marks sentences by the knowledge it was made with. */
export class Tagger {
  #knowledge;
  #known;
  #finder;
  /** @type {Map<string, Tagged>} */ #tagged = new Map();

  /** @param {Knowledge} knowledge */
  constructor(knowledge) {
    this.#knowledge = knowledge;
    this.#known = Object.keys(knowledge.codes).sort();
    this.#finder = new Finder(knowledge.phrases);
  }

  /** @param {string} sentence */
  tag(sentence) {
    const known = this.#tagged.get(sentence);
    if (known) return known;
    const made = this.#tag(sentence);
    if (this.#tagged.size >= REMEMBERED) this.#tagged.clear();
    this.#tagged.set(sentence, made);
    return made;
  }

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
    return this.#grouped(strip(of("SPACES").sub(made, " ")), tokens);
  }

  /** The tokens without overlaps: codes before modifiers, those before counts, those before phrases. @param {string} text */
  #resolved(text) {
    const codes = this.#codes(text);
    let hidden = masked(text, codes);
    const modified = modifiers(hidden, codes.length > 0);
    hidden = masked(hidden, modified);
    const counted = counts(hidden.toLowerCase());
    hidden = masked(hidden, counted);
    const phrases = this.#finder.find(hidden).map(([start, end, phrase]) => (
      /** @type {Token} */ ({
        letter: "P",
        values: [phrase],
        start,
        end,
        said: text.slice(start, end),
      })
    ));
    return [...codes, ...modified, ...counted, ...phrases].sort((one, other) =>
      one.start - other.start
    );
  }

  /** @param {string} text */
  #codes(text) {
    /** @type {Token[]} */
    const tokens = [];
    let floor = 0;
    for (const found of of("CODE").all(text)) {
      const end = endOf(found);
      const before = text.slice(Math.max(floor, found.index - 60), found.index),
        after = text.slice(end, end + 40);
      if (!this.#isCode(found[1], before, after)) continue;
      const lead = of("BEFORE_CODE").search(before);
      const tail = of("AFTER_CODE").match(after);
      const start = found.index - (lead ? lead[0].length : 0);
      floor = end + (tail ? endOf(tail) : 0);
      tokens.push({ letter: "C", values: [found[1]], start, end: floor, said: found[1] });
    }
    return tokens;
  }

  /** Whether a number is a billing code here and not a postal code, a sum or the number of something. @param {string} number @param {string} before @param {string} after */
  #isCode(number, before, after) {
    const named = of("NAMED").has(before);
    if (of("NO_CODE_AFTER").match(after) || of("STATE").has(before)) return false;
    if (of("NO_CODE_BEFORE").has(before) && !named) return false;
    return named || number in this.#knowledge.codes || isNear(this.#knowledge, number);
  }

  /** Codes of one list become one token with many values; a range stands for the known codes in it. @param {string} text @param {Token[]} tokens */
  #grouped(text, tokens) {
    /** @type {Token[]} */
    const kept = [];
    let made = "", at = 0, used = 0;
    for (const found of of("GROUP").all(text)) {
      const start = found.index;
      if (found[0].startsWith("C, ") && of("APART").has(text.slice(0, start))) continue;
      const skipped = letters(text.slice(at, start));
      const members = tokens.slice(used + skipped, used + skipped + found[0].split("C").length - 1);
      kept.push(...tokens.slice(used, used + skipped));
      used += skipped + members.length;
      const wide = this.#isWide(members, found[0]);
      if (!wide) {
        const values = this.#spread(members, found[0]);
        const end = members[members.length - 1].end;
        kept.push({ letter: "C", values, start: members[0].start, end, said: found[0] });
      }
      made += text.slice(at, start) + (wide ? "a range of codes" : "C");
      at = endOf(found);
    }
    return new Tagged(made + text.slice(at), [...kept, ...tokens.slice(used)]);
  }

  /** Whether two codes are the ends of a stretch too long to mean each code in it, and no pair. @param {Token[]} members @param {string} text */
  #isWide(members, text) {
    if (members.length !== 2 || !of("RANGE").full(text.slice(1, -1))) return false;
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
        last && of("RANGE").full(gap) && number(code) > number(last) &&
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
    return once(values);
  }
}

/** Whether a number that is no code lies where the content names every code. @param {Knowledge} knowledge @param {string} number */
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

/** The text with its tokens blotted out, of the same length. @param {string} text @param {Token[]} tokens */
function masked(text, tokens) {
  let made = "", at = 0;
  for (const token of tokens) {
    made += text.slice(at, token.start) + "\0".repeat(token.end - token.start);
    at = token.end;
  }
  return made + text.slice(at);
}
