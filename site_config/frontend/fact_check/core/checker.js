import { framesAsError, read } from "./clauses.js";
import { ADVICE, REFUTED } from "./language/stance.js";
import { regex } from "./regex.js";
import { judge } from "./rules/index.js";
import { sentences } from "./sentences.js";
import { remembered } from "./text.js";
import { statement } from "./statement.js";
import { Context } from "./context.js";
import { tableSentences } from "./tables.js";
import { Tagger } from "./tagging.js";
import { readMarkdown, readPlain } from "./lines.js";
import { Passage } from "./passages.js";
import { knowledgeOf } from "./phrases.js";

/** @import { Block } from "./passages.js" */
/** @import { Tagged } from "./tokens.js" */
/** @import { BlockData, Facts, Knowledge, PassageData, Statement } from "./types.d.ts" */

const MARKED = /^ {0,3}#{1,6} |^ *\|.*\||\*\*\S|\]\(|^ {0,3}(?:```|~~~)/m;
const WIDE = /[\u{10000}-\u{10ffff}]/gu;
const FIRST_SPARE = 0xe000, LAST_SPARE = 0xf8ff;

/** Whether a text looks like Markdown. @param {string} text */
export const looksMarked = (text) => MARKED.test(text);

/** Judges documents by the facts of one site. */
export class Checker {
  #documents;

  /** @param {Facts} facts */
  constructor(facts) {
    this.#documents = new DocumentChecker(knowledgeOf(facts));
  }

  /** Every statement about a code in a text. @param {string} text @param {boolean} markdown */
  checkText(text, markdown) {
    const signs = new OneUnitSigns();
    const plain = signs.replaced(text.replace(/^\ufeff/, ""));
    return this.#check(markdown ? readMarkdown(plain) : readPlain(plain), signs);
  }

  /** @param {BlockData[]} blocks */
  checkBlocks(blocks) {
    const signs = new OneUnitSigns();
    const passage = (/** @type {PassageData} */ { text, starts, places }) =>
      new Passage(signs.replaced(text), starts, places);
    const read = blocks.map((block) => ({
      ...block,
      passage: passage(block.passage),
      rows: block.rows.map((row) => row.map(passage)),
    }));
    return this.#check(read, signs);
  }

  /** @param {Block[]} blocks @param {OneUnitSigns} signs @returns {Statement[]} */
  #check(blocks, signs) {
    return this.#documents.check(blocks).map((one) => ({
      ...one,
      text: signs.restored(one.text),
      why: signs.restored(one.why),
    }));
  }
}

/** Stand-ins of one UTF-16 unit for every sign that takes two, so that columns count signs. */
class OneUnitSigns {
  /** @type {Map<string, string>} */ #standIns = new Map();
  /** @type {Map<string, string>} */ #signs = new Map();
  #next = FIRST_SPARE;

  /** @param {string} text */
  replaced(text) {
    return text.replace(WIDE, (sign) => {
      const standIn = this.#standIns.get(sign) ?? this.#free(text);
      this.#standIns.set(sign, standIn);
      this.#signs.set(standIn, sign);
      return standIn;
    });
  }

  /** A private sign that the text does not use. @param {string} text */
  #free(text) {
    while (this.#next < LAST_SPARE && text.includes(String.fromCharCode(this.#next))) this.#next++;
    return String.fromCharCode(Math.min(this.#next++, LAST_SPARE));
  }

  /** @param {string} text */
  restored(text) {
    return text.replace(/[\ue000-\uf8ff]/g, (one) => this.#signs.get(one) ?? one);
  }
}

const WORTH_READING = regex("i")`
  \d{5}|[gs]\d{4}|unit|modifier|threshold|kx|minute|\bcap\b|medicare|\bcpt\b|codes?\b|^it\b|^they\b|
  technique|document|record|diagnos|progress (?:report|note)|\b[gc][opnq]\b|mue|every insur
`;
const LABEL = /^(?:Q|A|Question|Answer)[ \t\n\r\f\v]*[:.][ \t\n\r\f\v]*/i;
const FACT_LABEL = /^(?:fact|reality|truth|the truth|correct|right)[ \t\n\r\f\v]*:/i;
const MYTH_LABEL = /^(?:myth|false|wrong|incorrect|don'?t)[ \t\n\r\f\v]*[:#0-9]/i;
const FIGURES = /unit|minute|\bcap\b|threshold|\bcpt\b|codes?\b|diagnos|progress|time/;
const TITLE = 30;
const SHOWN = 400;

/**
 * Goes through a document with what the headings, lists, tables, questions and sentences before
 * tell of each sentence.
 */
class DocumentChecker {
  #tagger;
  #context = new Context();
  #plain = remembered((text) => this.#judge(text, false));
  #framed = remembered((text) => this.#judge(text, true));

  /** @param {Knowledge} knowledge */
  constructor(knowledge) {
    this.#tagger = new Tagger(knowledge);
  }

  /** @param {Block[]} blocks */
  check(blocks) {
    this.#context = new Context();
    return blocks.flatMap((block) => this.#block(block));
  }

  /** @param {Block} block */
  #block(block) {
    const context = this.#context, { kind, passage } = block;
    if (kind === "heading") return this.#heading(block);
    if (kind === "table") {
      context.lead = "";
      return this.#rows(block);
    }
    if (kind === "item") {
      return this.#passage(passage, context.lead.endsWith(":") ? context.lead : "");
    }
    const statements = this.#passage(passage, ""), { text } = passage;
    context.lead = (text.endsWith(":") && sentences(text.slice(-1500)).at(-1)?.[1]) || "";
    return statements;
  }

  /** @param {Block} block */
  #heading({ level, passage }) {
    const text = passage.text.slice(0, 600), context = this.#context;
    const tagged = this.#tagger.tag(text), framed = framesAsError(tagged.text);
    context.lead = "";
    context.enter(level, tagged, framed);
    context.afterTitle = true;
    const statements = this.#sentence(passage, 0, text, framed, "");
    context.afterTitle = true;
    return statements;
  }

  /** @param {Block} block */
  #rows(block) {
    return tableSentences(this.#tagger, block).flatMap(([passage, text]) =>
      at(this.#judged(text, this.#context.framed), passage.place(0), passage.text)
    );
  }

  /** @param {Passage} passage @param {string} lead */
  #passage(passage, lead) {
    const parts = sentences(passage.text), context = this.#context;
    context.near = context.afterTitle || Boolean(context.asked);
    let myth = MYTH_LABEL.test(passage.text);
    return parts.flatMap(([offset, text], number) => {
      myth = myth && !FACT_LABEL.test(text);
      const after = parts[number + 1]?.[1] ?? "";
      const inherited = context.framed && !ADVICE.test(text.toLowerCase());
      const framed = myth || inherited || REFUTED.test(after.toLowerCase());
      const statements = this.#sentence(passage, offset, text, framed, number ? "" : lead);
      context.afterTitle = text.length < TITLE && context.title(this.#tagger.tag(text));
      return statements;
    });
  }

  /**
   * @param {Passage} passage @param {number} offset @param {string} words
   * @param {boolean} framed @param {string} lead
   */
  #sentence(passage, offset, words, framed, lead) {
    const text = words.replace(LABEL, ""), context = this.#context, { afterTitle } = context;
    context.afterTitle = false;
    const asked = context.asked || afterTitle || lead || text.endsWith("?");
    if (!asked && !WORTH_READING.test(text)) return [];
    const tagged = this.#tagger.tag(text), leading = lead ? this.#tagger.tag(lead) : null;
    let statements = this.#judged(context.complete(tagged, leading, afterTitle), framed);
    if (!statements.length && !framed) statements = this.#bySection(tagged);
    context.learn(tagged, statements);
    return at(statements, passage.place(offset), text);
  }

  /** What only the section makes a statement. @param {Tagged} tagged */
  #bySection(tagged) {
    const all = this.#context.techniques(tagged);
    if (all) return this.#judged(all, false).filter((one) => one.verdict === "wrong");
    return this.#context.repeatedErrors(tagged);
  }

  /** @param {string} text @param {boolean} framed */
  #judged(text, framed) {
    return framed ? this.#framed(text) : this.#plain(text);
  }

  /** @param {string} text @param {boolean} framed */
  #judge(text, framed) {
    const tagged = this.#tagger.tag(text);
    if (!tagged.tokens.length && !FIGURES.test(tagged.text)) return [];
    const reading = framed ? null : read(tagged), statements = reading ? judge(reading) : [];
    const [code] = tagged.codes;
    if (statements.length || !code || !(code in tagged.knowledge.codes)) return statements;
    const why = framed
      ? "Told as an error, asked or supposed; not judged."
      : "No pattern fits this sentence.";
    return [statement("unknown", "definition", code, why)];
  }
}

/** @param {Statement[]} statements @param {[number, number]} place @param {string} text */
const at = (statements, [line, column], text) =>
  statements.map((one) => ({ ...one, line, column, text: text.slice(0, SHOWN) }));
