import { framesAsError, read } from "./clauses.js";
import { ADVICE, REFUTED } from "./language/stance.js";
import { regex } from "./regex.js";
import { judge } from "./rules/index.js";
import { sentences } from "./sentences.js";
import { statement } from "./statement.js";
import {
  completeAnswer,
  completeFragment,
  completeListItem,
  Context,
  repeatedErrors,
  resolveReference,
  techniqueSentence,
} from "./context.js";
import { tableSentences } from "./tables.js";
import { Tagger } from "./tagging.js";

/** @import { Block, Passage } from "./passages.js" */
/** @import { Tagged } from "./tagging.js" */
/** @import { Knowledge, Statement } from "./types.d.ts" */

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
const REMEMBERED = 4096;

/** What the text so far leaves behind. */
class State {
  context = new Context();
  lead = "";
  afterTitle = false;
}

/**
 * Goes through a document with what the headings, lists, tables, questions and sentences before
 * tell of each sentence.
 */
export class DocumentChecker {
  #knowledge;
  #tagger;
  /** @type {Map<string, Statement[]>} */ #known = new Map();

  /** @param {Knowledge} knowledge */
  constructor(knowledge) {
    this.#knowledge = knowledge;
    this.#tagger = new Tagger(knowledge);
  }

  /**
   * Every statement about a code, in the order of the text.
   * @param {Block[]} blocks @returns {Statement[]}
   */
  check(blocks) {
    const state = new State();
    return blocks.flatMap((block) => this.#block(state, block));
  }

  /** @param {State} state @param {Block} block @returns {Statement[]} */
  #block(state, block) {
    if (block.kind === "heading") return this.#heading(state, block);
    if (block.kind === "table") {
      state.lead = "";
      return this.#rows(state, block);
    }
    if (block.kind === "item") {
      return this.#passage(state, block.passage, state.lead.endsWith(":") ? state.lead : "");
    }
    const statements = this.#passage(state, block.passage, "");
    const text = block.passage.text;
    state.lead = (text.endsWith(":") && sentences(text.slice(-1500)).at(-1)?.[1]) || "";
    return statements;
  }

  /** @param {State} state @param {Block} block */
  #heading(state, block) {
    const text = block.passage.text.slice(0, 600);
    state.lead = "";
    const tagged = this.#tagger.tag(text);
    const framed = framesAsError(tagged.text);
    state.context.enter(block.level, tagged, framed);
    state.afterTitle = true;
    const statements = this.#sentence(state, block.passage, 0, text, framed, "");
    state.afterTitle = true;
    return statements;
  }

  /** @param {State} state @param {Block} block */
  #rows(state, block) {
    return tableSentences(this.#tagger, block).flatMap(([passage, text]) =>
      at(this.#judged(text, state.context.framed), passage.place(0), passage.text)
    );
  }

  /** @param {State} state @param {Passage} passage @param {string} lead */
  #passage(state, passage, lead) {
    const parts = sentences(passage.text), { context } = state;
    context.near = state.afterTitle || Boolean(context.question);
    let myth = MYTH_LABEL.test(passage.text);
    return parts.flatMap(([offset, text], number) => {
      myth = myth && !FACT_LABEL.test(text);
      const after = parts[number + 1]?.[1] ?? "";
      const inherited = context.framed && !ADVICE.test(text.toLowerCase());
      const framed = myth || inherited || REFUTED.test(after.toLowerCase());
      const statements = this.#sentence(state, passage, offset, text, framed, number ? "" : lead);
      state.afterTitle = text.length < TITLE && context.title(this.#tagger.tag(text));
      return statements;
    });
  }

  /**
   * @param {State} state @param {Passage} passage @param {number} offset @param {string} words
   * @param {boolean} framed @param {string} lead
   */
  #sentence(state, passage, offset, words, framed, lead) {
    const text = words.replace(LABEL, ""), { context, afterTitle } = state;
    state.afterTitle = false;
    const asked = context.question || afterTitle || lead || text.endsWith("?");
    if (!asked && !WORTH_READING.test(text)) return [];
    const tagged = this.#tagger.tag(text);
    let statements = this.#judged(this.#completed(context, tagged, text, afterTitle, lead), framed);
    if (!statements.length && !framed) statements = this.#bySection(context, tagged, text);
    context.learn(tagged, text, this.#knowledge, statements);
    return at(statements, passage.place(offset), text);
  }

  /**
   * The sentence with what it leaves out.
   * @param {Context} context @param {Tagged} tagged @param {string} text
   * @param {boolean} afterTitle @param {string} lead
   */
  #completed(context, tagged, text, afterTitle, lead) {
    return completeAnswer(context, tagged, text) ||
      (lead && completeListItem(this.#tagger, lead, tagged, text)) ||
      (afterTitle && completeFragment(context, tagged, text)) ||
      resolveReference(context, tagged, text) || text;
  }

  /**
   * What only the section makes a statement.
   * @param {Context} context @param {Tagged} tagged @param {string} text
   */
  #bySection(context, tagged, text) {
    const all = techniqueSentence(context, this.#knowledge, tagged, text);
    if (all) return this.#judged(all, false).filter((one) => one.verdict === "wrong");
    return repeatedErrors(context, this.#knowledge, tagged);
  }

  /** The same words are judged once only. @param {string} text @param {boolean} framed */
  #judged(text, framed) {
    const key = `${framed}${text}`;
    const known = this.#known.get(key);
    if (known) return known;
    const made = this.#judge(text, framed);
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(key, made);
    return made;
  }

  /**
   * The verdicts on a sentence by itself.
   * @param {string} text @param {boolean} framed @returns {Statement[]}
   */
  #judge(text, framed) {
    const tagged = this.#tagger.tag(text);
    if (!tagged.tokens.length && !FIGURES.test(tagged.text)) return [];
    const statements = judge(this.#knowledge, read(tagged, framed));
    const [code] = tagged.codes;
    if (statements.length || !code || !(code in this.#knowledge.codes)) return statements;
    const why = framed
      ? "Told as an error, asked or supposed; not judged."
      : "No pattern fits this sentence.";
    return [statement("unknown", "definition", code, why)];
  }
}

/** @param {Statement[]} statements @param {[number, number]} place @param {string} text */
const at = (statements, [line, column], text) =>
  statements.map((one) => ({ ...one, line, column, text: text.slice(0, SHOWN) }));
