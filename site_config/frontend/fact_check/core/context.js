import {
  ASIDE,
  BILLED_SO,
  CODE_ALONE,
  CODE_TITLE,
  COREF,
  ECHO,
  FRAGMENT,
  FRAGMENT_SHORT,
  NO,
  QUESTION_PHRASE,
  QUESTION_WHAT,
  QUESTION_WHICH,
  TECHNIQUES,
  YES,
} from "./language/references.js";
import { endOf, regex } from "./regex.js";
import { statement } from "./statement.js";
import { rstrip } from "./text.js";

/** @import { Tagged, Tagger } from "./tagging.js" */
/** @import { Knowledge, Statement } from "./types.d.ts" */

const ASKED = regex("i")`
  ^(is|are|does|do|can|may|should)[ \t\n\r\f\v]+
  (?:(you|i|we|a therapist|therapists|one)[ \t\n\r\f\v]+)?([^\n]*)\n?$
`;
const CODE = /(\b(?:\d{5}|[GS]\d{4})\b)[ \t\n\r\f\v]*/;
const LEVELS = 6;

/**
 * Headings in force, the codes last spoken of, an open question, and errors the document has
 * already made.
 */
export class Context {
  /** @type {[number, Tagged, boolean][]} */ headings = [];
  /** @type {string[]} */ focus = [];
  near = false;
  question = "";
  /** @type {Tagged | null} */ asked = null;
  /** @type {Map<string, Set<string>>} */ errors = new Map();

  /** Whether a heading in force calls its section an error. */
  get framed() {
    return this.headings.some(([, , framed]) => framed);
  }

  /** The codes of the nearest heading that names any. */
  get section() {
    return this.headings.findLast(([, tagged]) => tagged.codes.length)?.[1].codes ?? [];
  }

  /**
   * Go on below a heading of that level.
   * @param {number} level @param {Tagged} tagged @param {boolean} framed
   */
  enter(level, tagged, framed) {
    while (this.headings.length && this.headings[this.headings.length - 1][0] >= level) {
      this.headings.pop();
    }
    this.headings.push([level, tagged, framed]);
    this.focus = tagged.codes.length ? tagged.codes : this.section;
  }

  /**
   * Whether a sentence is a code and nothing more, and so the title of what follows.
   * @param {Tagged} tagged
   */
  title(tagged) {
    if (!CODE_TITLE.test(tagged.text) || tagged.codes.length !== 1) return false;
    this.enter(LEVELS + 1, tagged, this.framed);
    return true;
  }

  /**
   * Remember what the next sentences may point back to.
   * @param {Tagged} tagged @param {string} text @param {Knowledge} knowledge
   * @param {Statement[]} statements
   */
  learn(tagged, text, knowledge, statements) {
    const codes = tagged.codes;
    if (codes.length) {
      this.near = true;
      this.focus = codes.length === 1 || tagged.of("C").length === 1 ? codes : [];
    }
    const open = text.endsWith("?");
    this.question = open ? text : "";
    this.asked = open ? tagged : null;
    for (const one of statements) {
      if (one.verdict !== "wrong" || !["definition", "technique"].includes(one.kind) || !one.code) {
        continue;
      }
      const known = this.errors.get(one.code) ?? new Set();
      const owners = tagged.of("P").flatMap((token) => ownersOf(knowledge, token.values[0]));
      owners.filter((code) => code !== one.code).forEach((code) => known.add(code));
      this.errors.set(one.code, known);
    }
  }
}

/** @param {Knowledge} knowledge @param {string} phrase */
function ownersOf(knowledge, phrase) {
  const { own, aims } = knowledge.phrases[phrase];
  return own.length ? own : aims;
}

/**
 * An answer made a sentence by its question, or nothing.
 * @param {Context} context @param {Tagged} tagged @param {string} text
 */
export function completeAnswer(context, tagged, text) {
  const { asked } = context;
  if (!asked || NO.test(text)) return "";
  const codes = asked.codes, phrases = asked.of("P");
  if (YES.test(text) && codes.length) return asserted(context.question);
  const bare = !phrases.length && !tagged.codes.length;
  if (codes.length && bare && QUESTION_WHAT.test(asked.text) && !COREF.test(text)) {
    return `${codes.join(" and ")}: ${text}`;
  }
  if (!phrases.length || codes.length || tagged.of("P").length) return "";
  const which = QUESTION_WHICH.test(asked.text) && CODE_ALONE.test(tagged.text);
  if (!which && !(QUESTION_PHRASE.test(asked.text) && BILLED_SO.test(tagged.text))) {
    return "";
  }
  return `${phrases[phrases.length - 1].text} is billed with ${tagged.codes.join(" and ")}`;
}

/** 'Is X for Y?' as 'X is for Y.' @param {string} question */
function asserted(question) {
  const plain = rstrip(question, "? ");
  const verb = ASKED.exec(plain);
  if (!verb) return plain;
  const rest = verb[3];
  if (!["is", "are"].includes(verb[1].toLowerCase())) return rest;
  const code = CODE.exec(rest);
  return code
    ? `${rest.slice(0, code.index)}${code[1]} ${verb[1].toLowerCase()} ${rest.slice(endOf(code))}`
    : rest;
}

/**
 * A list item after the words that lead to the list.
 * @param {Tagger} tagger @param {string} lead @param {Tagged} tagged @param {string} text
 */
export function completeListItem(tagger, lead, tagged, text) {
  const start = tagger.tag(lead), codes = start.codes.length;
  if (Boolean(codes) === Boolean(tagged.codes.length) || codes > 1) return "";
  return codes || start.of("P").length ? `${rstrip(lead, ": ")} ${text}` : "";
}

/**
 * The first words under a heading that is a code, or a code alone under a heading that is a
 * service.
 * @param {Context} context @param {Tagged} tagged @param {string} text
 */
export function completeFragment(context, tagged, text) {
  const last = context.headings.at(-1);
  if (!last) return "";
  const [level, heading] = last;
  if (level > LEVELS && !FRAGMENT_SHORT.test(tagged.text)) return "";
  const codes = heading.codes, phrases = heading.of("P");
  const first = codes.length === 1 && !phrases.length && !tagged.codes.length &&
    !COREF.test(text);
  if (first && FRAGMENT.test(tagged.text)) return `${codes[0]}: ${text}`;
  const alone = phrases.length && !codes.length && !tagged.of("P").length &&
    CODE_ALONE.test(tagged.text);
  return alone ? `${phrases[0].text}: ${text}` : "";
}

/**
 * The sentence with 'this code' or 'it' replaced by the code last spoken of.
 * @param {Context} context @param {Tagged} tagged @param {string} text
 */
export function resolveReference(context, tagged, text) {
  if (tagged.codes.length || !context.focus.length) return "";
  const pointer = COREF.exec(text);
  if (!pointer || !(context.near || pointer[0].toLowerCase().includes("code"))) return "";
  let tail = text.slice(endOf(pointer));
  if (tail.startsWith("'s ") || tail.startsWith("’s ")) tail = ` is${tail.slice(2)}`;
  return `${text.slice(0, pointer.index)}${context.focus.join(" and ")}${tail}`;
}

/**
 * A list of techniques in a section about one code, as a sentence about the code.
 * @param {Context} context @param {Knowledge} knowledge @param {Tagged} tagged @param {string} text
 */
export function techniqueSentence(context, knowledge, tagged, text) {
  const lead = TECHNIQUES.exec(tagged.text), section = context.section;
  if (tagged.codes.length || section.length !== 1 || !lead || ASIDE.test(tagged.text)) {
    return "";
  }
  const phrases = tagged.of("P");
  const own = phrases.some((token) => knowledge.phrases[token.values[0]].own.includes(section[0]));
  return own && !lead[0].includes("P")
    ? `${section[0]} covers ${text.slice(phrases[0].start)}`
    : "";
}

/**
 * A sentence without a code that goes on from an error made about the code of its section.
 * @param {Context} context @param {Knowledge} knowledge @param {Tagged} tagged
 * @returns {Statement[]}
 */
export function repeatedErrors(context, knowledge, tagged) {
  const section = context.section;
  if (tagged.codes.length || section.length !== 1 || !ECHO.test(tagged.text)) return [];
  const [code] = section, foreign = context.errors.get(code) ?? new Set();
  const phrases = tagged.of("P");
  const repeated = phrases.filter((token) =>
    ownersOf(knowledge, token.values[0]).some((owner) => foreign.has(owner))
  );
  if (
    !repeated.length ||
    phrases.some((token) => knowledge.phrases[token.values[0]].own.includes(code))
  ) {
    return [];
  }
  const fact = knowledge.codes[code];
  const right = ownersOf(knowledge, repeated[0].values[0])[0];
  const why = `Pattern 'an error goes on': the section is about ${code}, and “${
    repeated[0].text
  }” is taken for it. codes/${code}: ${fact.name}. ${fact.meaning}`;
  return [statement("wrong", "technique", code, why, fact.sources, right)];
}
