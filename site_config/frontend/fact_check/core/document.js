import { framesAsError, read } from "./clauses.js";
import { Frames } from "./frames.js";
import {
  ASKING,
  CODED,
  COUNTED,
  FACT_LABEL,
  FIGURES,
  GOES_ON,
  LABEL,
  LED_ANEW,
  MYTH_LABEL,
  NUMBER,
  OPEN,
  REFUSED,
  SHORT,
  SHOWN,
  THING,
  TITLE,
  UNIT,
  WORTH_READING,
  YES_NO,
} from "./language/documents.js";
import { ADVICE, REFUTED } from "./language/stance.js";
import { TURN } from "./lines.js";
import { normalized } from "./normalize.js";
import { judge } from "./rules/index.js";
import { judgeSums } from "./rules/sums.js";
import { judgePrinciples } from "./rules/principles.js";
import { respective } from "./respective.js";
import { sentences } from "./sentences.js";
import { remembered } from "./text.js";
import { statement } from "./statement.js";
import { tableSentences } from "./tables.js";
import { Tagger } from "./tagging.js";

/** @import { Block, Passage } from "./passages.js" */
/** @import { Tagged } from "./tokens.js" */
/** @import { Knowledge, Statement } from "./types.d.ts" */

/**
 * Goes through a document with what the headings, lists, tables, questions and sentences before
 * tell of each sentence.
 */
export class DocumentChecker {
  #tagger;
  #frames = new Frames();
  #plain = remembered((text) => this.#judge(text, false));
  #framed = remembered((text) => this.#judge(text, true));

  /** @param {Knowledge} knowledge */
  constructor(knowledge) {
    this.#tagger = new Tagger(knowledge);
  }

  /** @param {Block[]} blocks */
  check(blocks) {
    this.#frames = new Frames();
    const turns = blocks.map((block) => this.#isTurn(block));
    return blocks.flatMap((block, index) => {
      const frames = this.#frames, after = turns[index + 1] ? blocks[index + 1] : null;
      frames.turn = turns[index] && (Boolean(after) || turns[index - 1]);
      frames.leads = blocks[index + 1]?.kind === "item";
      frames.refuted = frames.turn && Boolean(after && REFUSED.test(after.passage.text));
      return this.#block(normalized(block));
    });
  }

  /** Whether a block is what somebody says. @param {Block} block */
  #isTurn({ kind, passage: { text } }) {
    const found = kind === "heading" || kind === "table" ? null : TURN.exec(text);
    return found !== null && !THING.test(text) && !this.#tagger.tag(found[0]).tokens.length;
  }

  /** @param {Block} block */
  #block(block) {
    const frames = this.#frames, { kind, passage } = block;
    if (kind === "heading") return this.#heading(block);
    if (kind === "table") {
      frames.lead = "";
      return this.#rows(block);
    }
    const { text } = passage, over = frames.over(kind);
    const statements = this.#passage(passage, kind === "item" ? frames.lead : "");
    statements.push(...this.#composed(passage, over, statements));
    if (kind === "item") {
      if (LED_ANEW.test(text)) frames.lead = "";
      return statements;
    }
    const leads = text.endsWith(":") || (frames.leads && !/[.!?]$/.test(text));
    frames.lead = (leads && sentences(text.slice(-1500)).at(-1)?.[1]) || "";
    return statements;
  }

  /** @param {Block} block */
  #heading({ level, passage }) {
    const text = passage.text.slice(0, 600), frames = this.#frames;
    const tagged = this.#tagger.tag(text), framed = framesAsError(tagged.text);
    frames.lead = "";
    frames.enter(level, tagged, framed);
    frames.afterTitle = true;
    const statements = this.#sentence(passage, 0, text, framed, "");
    frames.afterTitle = true;
    return statements;
  }

  /** @param {Block} block */
  #rows(block) {
    /** @type {Map<string, Statement>} */
    const first = new Map();
    for (const [passage, text] of tableSentences(this.#tagger, block)) {
      const place = passage.place(0), judged = this.#judged(text, this.#frames.framed);
      for (const one of at(judged, place, passage.text)) {
        const key = [one.line, one.column, one.kind, one.code, one.verdict].join(" ");
        if (!first.has(key)) first.set(key, one);
      }
    }
    return [...first.values()];
  }

  /**
   * What a short entry says together with the words that stand over it.
   * @param {Passage} passage @param {string} over @param {Statement[]} found
   */
  #composed(passage, over, found) {
    const { text } = passage, frames = this.#frames;
    if (over.endsWith("?") && YES_NO.test(text)) return [];
    if (!over || frames.framed || text.length > SHORT || over.length > SHORT || found.some(wrong)) {
      return [];
    }
    const [head, entry] = [over, text].map((words) => this.#tagger.tag(words));
    if (head.of("P").length && entry.of("P").length && entry.codes.length) return [];
    const sentence = united(over, text.replace(LABEL, ""));
    return at(this.#judged(sentence, false).filter(wrong), passage.place(0), text);
  }

  /** @param {Passage} passage @param {string} lead */
  #passage(passage, lead) {
    const frames = this.#frames, named = frames.turn ? TURN.exec(passage.text)?.[0].length ?? 0 : 0;
    const parts = sentences(passage.text.slice(named));
    frames.near = frames.afterTitle || Boolean(frames.asked);
    let myth = MYTH_LABEL.test(passage.text);
    return parts.flatMap(([offset, text], number) => {
      myth = myth && !FACT_LABEL.test(text);
      const after = parts[number + 1]?.[1] ?? "";
      const inherited = frames.framed && !ADVICE.test(text.toLowerCase());
      const framed = myth || inherited || frames.refuted ||
        REFUTED.test(after.replace(LABEL, "").toLowerCase());
      const titled = frames.afterTitle;
      frames.opens = frames.turn && !number;
      const statements = this.#sentence(passage, offset + named, text, framed, number ? "" : lead);
      const tagged = text.length < TITLE ? this.#tagger.tag(text) : null;
      frames.afterTitle = tagged !== null &&
        (frames.title(tagged) || (titled && !tagged.codes.length));
      return statements;
    });
  }

  /**
   * @param {Passage} passage @param {number} offset @param {string} words
   * @param {boolean} framed @param {string} lead
   */
  #sentence(passage, offset, words, framed, lead) {
    const frames = this.#frames, { afterTitle } = frames;
    const text = words.replace(LABEL, "");
    frames.afterTitle = false;
    const asked = frames.asked || afterTitle || lead || text.endsWith("?");
    if (!asked && !WORTH_READING.test(text)) return [];
    const tagged = this.#tagger.tag(text), leading = lead ? this.#tagger.tag(lead) : null;
    const question = frames.asked ? frames.question : frames.opens ? frames.before : "";
    let statements = this.#judged(frames.complete(tagged, leading, afterTitle), framed);
    statements = statements.filter((one) => !this.#ofAnother(one, tagged));
    if (!statements.some(wrong) && !framed) statements.push(...this.#bySection(tagged));
    if (!statements.some(wrong) && !framed && question && text.length < SHORT) {
      statements = [...statements, ...this.#answered(question, text)];
    }
    if (!statements.some(wrong) && !framed) statements.push(...this.#continued(text));
    frames.learn(tagged, statements);
    return at(statements, passage.place(offset), text);
  }

  /** What a sentence says with the one before it, whose subject it keeps. @param {string} text */
  #continued(text) {
    const { before, asked } = this.#frames;
    if (
      asked || !before || !(GOES_ON.test(text) || COUNTED.test(text)) ||
      text.length + before.length > 2 * SHORT
    ) {
      return [];
    }
    const first = `${before.replace(/[.!:]+$/, "")}; `;
    const reading = read(this.#tagger.tag(first + text));
    return reading && !reading.answered
      ? [...judgePrinciples(reading, first.length), ...judgeSums(reading)]
      : [];
  }

  /** A question and its answer as one sentence. @param {string} question @param {string} answer */
  #answered(question, answer) {
    if (question.length > SHORT || YES_NO.test(answer) || ASKING.test(question)) return [];
    const sentence = united(question.replace(LABEL, "").replace(/[?*\s]+$/, ""), answer);
    return this.#judged(sentence, false).filter(wrong);
  }

  /**
   * Whether minutes are judged as a timed code's although the code last spoken of is none.
   * @param {Statement} one @param {Tagged} tagged
   */
  #ofAnother(one, tagged) {
    if (one.code || one.kind !== "timing" || tagged.codes.length) return false;
    const { codes } = tagged.knowledge;
    return this.#frames.focus.some((code) => code in codes && codes[code].minutes !== 15);
  }

  /** What only the section makes a statement. @param {Tagged} tagged */
  #bySection(tagged) {
    const all = this.#frames.techniques(tagged);
    if (all) return this.#judged(all, false).filter(wrong);
    return this.#frames.repeatedErrors(tagged);
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
    if (reading && !statements.length) {
      for (const part of respective(text)) {
        const each = read(this.#tagger.tag(part));
        statements.push(...(each ? judge(each) : []));
      }
    }
    const [code] = tagged.codes;
    if (statements.length || !code || !(code in tagged.knowledge.codes)) return statements;
    const why = framed
      ? "Told as an error, asked or supposed; not judged."
      : "No pattern fits this sentence.";
    return [statement("unknown", "definition", code, why)];
  }
}

/**
 * A lead and its entry as one sentence; a number without its unit has the lead's.
 * @param {string} over @param {string} text
 */
function united(over, text) {
  const lead = over.replace(/[:?.!\s]+$/, ""), unit = UNIT.exec(lead);
  const bare = unit && CODED.test(over + text) && NUMBER.test(text) && !UNIT.test(text);
  const entry = bare ? `${text.replace(/[.;,\s]+$/, "")} ${unit[0]}` : text;
  return `${lead}${OPEN.test(lead) ? " " : ": "}${entry}`;
}

/** @param {Statement[]} statements @param {[number, number]} place @param {string} text */
const at = (statements, [line, column], text) =>
  statements.map((one) => ({ ...one, line, column, text: text.slice(0, SHOWN) }));

/** @param {Statement} one */
const wrong = (one) => one.verdict === "wrong";
