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
import { NEGATORS } from "./language/stance.js";
import { endOf, regex } from "./regex.js";
import { statement } from "./statement.js";
import { rstrip } from "./text.js";
import { ownersOf } from "./tokens.js";

/** @import { Tagged } from "./tokens.js" */
/** @import { Statement } from "./types.d.ts" */

const ASKED = regex("i")`
  ^(?:so |and |but )?(is|are|does|do|can|may|should|must|will)[ \t\n\r\f\v]+
  (?:(you|i|we|a therapist|therapists|one)[ \t\n\r\f\v]+)?([^\n]*)\n?$
`;
const SUBJECT = regex("i")`
  ^((?:an? |the |my |our |your )?(?:[\w-]+ ){0,2}?(?:ptas?|cotas?|otas?|pts?|ots?|slps?|students?|
  aides?|techs?|therapists?|assistants?|patients?|clinics?|chiropractors?|medicare|insurance|
  caregivers?|practices?|providers?|physicians?|doctors?|acupuncturists?|plans?|claims?|payers?|
  [GS]?\d{4,5}|codes?|minutes|units?|modifiers?|it|they))(?= )
`;
const CODE = /(\b(?:\d{5}|[GS]\d{4})\b)[ \t\n\r\f\v]*/;
const LEVELS = 6;
const ANSWER = 90;
/** What comes after these is not what the sentence is about. */
const OBJECT = regex()`
  \([^)]*$|\b(?:after|to|with|from|than|like|unlike|before|beyond|past|by|as)(?: the| code)* ?$
`;
const FORMER = /\bthe (?:former|latter)\b/i;
const PLURAL = /\b(?:these|those|they|both|all)\b/i;
const BARE = /^(?:the |a )?P[.:!?]?$/;

/**
 * Headings in force, the codes last spoken of, an open question, the words that lead to a list, and
 * errors the document has already made.
 */
export class Frames {
  /** @type {[number, Tagged, boolean][]} */ headings = [];
  /** @type {string[]} */ focus = [];
  /** whether the codes in focus are one or a list */ single = true;
  /** @type {Tagged | null} a service that stands alone */ bare = null;
  near = false;
  /** the sentence before, and the question that it or both ask */ before = "";
  question = "";
  /** @type {string[]} the codes of the last sentence that had any */ two = [];
  lead = "";
  /** whether somebody speaks in a dialogue, begins, and is refuted by the next one */
  turn = false;
  opens = false;
  refuted = false;
  /** whether a list comes next */ leads = false;
  afterTitle = false;
  /** @type {Tagged | null} */ asked = null;
  /** @type {Map<string, Set<string>>} */ errors = new Map();

  /**
   * The words over an entry: the lead of its list, or the heading.
   * @param {string} kind
   */
  over(kind) {
    if (kind === "item" && this.lead) return this.lead;
    const listed = kind === "item";
    const heading = this.headings.findLast(([level]) => !listed || level <= LEVELS);
    return listed || this.afterTitle ? heading?.[1].source ?? "" : "";
  }

  /** Whether a heading in force calls its section an error. */
  get framed() {
    return this.headings.some(([, , framed]) => framed);
  }

  get section() {
    return this.headings.findLast(([, tagged]) => tagged.codes.length)?.[1].codes ?? [];
  }

  /** @param {number} level @param {Tagged} tagged @param {boolean} framed */
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
   * @param {Tagged} tagged @param {Statement[]} statements
   */
  learn(tagged, statements) {
    const { codes } = tagged;
    if (codes.length) {
      this.near = true;
      this.two = codes;
      const before = tagged.text.slice(0, tagged.text.indexOf("C"));
      this.focus = OBJECT.test(before) ? [] : codes;
      this.single = codes.length === 1 || tagged.of("C").length === 1;
    }
    this.asked = tagged.source.endsWith("?") ? tagged : null;
    this.question = this.asked
      ? `${few(tagged.source) ? `${this.before} ` : ""}${tagged.source}`
      : "";
    this.before = tagged.source;
    this.bare = BARE.test(tagged.text) ? tagged : null;
    for (const { verdict, kind, code } of statements) {
      if (verdict !== "wrong" || !["definition", "technique"].includes(kind) || !code) continue;
      const owners = tagged.of("P").flatMap(ownersOf).filter((owner) => owner !== code);
      this.errors.set(code, new Set([...this.errors.get(code) ?? [], ...owners]));
    }
  }

  /**
   * @param {Tagged} tagged @param {Tagged | null} lead the words before the list it is an item of
   * @param {boolean} afterTitle
   */
  complete(tagged, lead, afterTitle) {
    return this.#answer(tagged) || (lead && listItem(lead, tagged)) ||
      (afterTitle && this.#fragment(tagged)) || this.#resolved(tagged) || tagged.source;
  }

  /** An answer made a sentence by its question, or nothing. @param {Tagged} tagged */
  #answer(tagged) {
    const { text, source, codes: own } = tagged, asked = this.asked ?? this.bare;
    if (!asked) return "";
    const codes = asked.codes, phrases = asked.of("P");
    const yes = YES.exec(source), polar = ASKED.test(asked.source);
    if (yes && (codes.length || polar)) {
      const rest = source.slice(yes[0].length);
      return `${rstrip(asserted(asked.source), ".")}${rest && !own.length ? `, ${rest}` : "."}`;
    }
    if (NO.test(source) && polar) {
      return `It is not so that ${asserted(asked.source)}`;
    }
    if (NO.test(source)) return "";
    const bare = !phrases.length && !own.length;
    if (codes.length && bare && QUESTION_WHAT.test(asked.text) && !COREF.test(source)) {
      return `${codes.join(" and ")}: ${source}`;
    }
    if (!phrases.length || codes.length || tagged.of("P").length) return "";
    const which = QUESTION_WHICH.test(asked.text) && CODE_ALONE.test(text);
    const short = source.length < ANSWER && own.length === 1 && !NEGATORS.test(text);
    if (!which && !short && !(QUESTION_PHRASE.test(asked.text) && BILLED_SO.test(text))) return "";
    const about = /\b(?:after|before|with|following|during)\b/.test(asked.text) ? 0 : -1;
    return `${phrases.at(about)?.text} is billed with ${own.join(" and ")}`;
  }

  /**
   * The first words under a heading that is a code, or a code alone under a heading that is a
   * service.
   * @param {Tagged} tagged
   */
  #fragment(tagged) {
    const last = this.headings.at(-1), { text, source } = tagged;
    if (!last) return "";
    const [level, heading] = last;
    if (level > LEVELS && !FRAGMENT_SHORT.test(text)) return "";
    const codes = heading.codes, phrases = heading.of("P");
    const first = codes.length === 1 && !phrases.length && !tagged.codes.length &&
      !COREF.test(source);
    if (first && FRAGMENT.test(text)) return `${codes[0]}: ${source}`;
    const alone = phrases.length && !codes.length && !tagged.of("P").length &&
      CODE_ALONE.test(text);
    return alone ? `${phrases[0].text}: ${source}` : "";
  }

  /** 'This code' or 'it' replaced by the code last spoken of. @param {Tagged} tagged */
  #resolved({ source, codes }) {
    if (!codes.length && this.two.length === 2 && FORMER.test(source)) {
      return source.replace(/\bthe former\b/i, this.two[0]).replace(/\bthe latter\b/i, this.two[1]);
    }
    if (codes.length || !this.focus.length) return "";
    const pointer = COREF.exec(source);
    if (!pointer || !(this.near || pointer[0].toLowerCase().includes("code"))) return "";
    if (!this.single && !PLURAL.test(pointer[0])) return "";
    const tail = source.slice(endOf(pointer)).replace(/^['’]s /, " is ");
    return `${source.slice(0, pointer.index)}${this.focus.join(" and ")}${tail}`;
  }

  /**
   * A list of techniques in a section about one code, as a sentence about the code.
   * @param {Tagged} tagged
   */
  techniques(tagged) {
    const lead = TECHNIQUES.exec(tagged.text), [code, another] = this.section;
    if (tagged.codes.length || !code || another || !lead || ASIDE.test(tagged.text)) return "";
    const phrases = tagged.of("P"), own = phrases.some(({ entry }) => entry.own.includes(code));
    return own && !lead[0].includes("P")
      ? `${code} covers ${tagged.source.slice(phrases[0].start)}`
      : "";
  }

  /**
   * A sentence without a code that goes on from an error made about the code of its section.
   * @param {Tagged} tagged
   */
  repeatedErrors(tagged) {
    const [code, another] = this.section, phrases = tagged.of("P");
    if (tagged.codes.length || !code || another || !ECHO.test(tagged.text)) return [];
    const foreign = this.errors.get(code);
    const repeated = phrases.find((token) => ownersOf(token).some((owner) => foreign?.has(owner)));
    if (!repeated || phrases.some(({ entry }) => entry.own.includes(code))) return [];
    const fact = tagged.knowledge.codes[code], [right] = ownersOf(repeated);
    const why =
      `Pattern 'an error goes on': the section is about ${code}, and “${repeated.text}” ` +
      `is taken for it. codes/${code}: ${fact.name}. ${fact.meaning}`;
    return [statement("wrong", "technique", code, why, fact.sources, right)];
  }
}

/** @param {string} question */
const few = (question) => question.split(" ").length < 4;

/** 'Is X for Y?' as 'X is for Y.' @param {string} question */
function asserted(question) {
  const plain = rstrip(question, "? ");
  const verb = ASKED.exec(plain);
  if (!verb) return plain;
  const rest = verb[3], word = verb[1].toLowerCase();
  if (/^(?:can|may|should|must|will)$/.test(word)) {
    return verb[2] ? `${verb[2]} ${word} ${rest}` : rest.replace(SUBJECT, `$1 ${word}`);
  }
  if (!["is", "are"].includes(word)) return `${verb[2] ?? ""} ${rest}`.trim();
  const code = CODE.exec(rest);
  return code
    ? `${rest.slice(0, code.index)}${code[1]} ${verb[1].toLowerCase()} ${rest.slice(endOf(code))}`
    : rest;
}

/** @param {Tagged} lead @param {Tagged} item */
function listItem(lead, item) {
  const codes = lead.codes.length;
  if (Boolean(codes) === Boolean(item.codes.length) || codes > 1) return "";
  return codes || lead.of("P").length ? `${rstrip(lead.source, ": ")} ${item.source}` : "";
}
