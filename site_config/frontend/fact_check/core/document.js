import { framesAsError, read } from "./clauses.js";
import { Frames } from "./frames.js";
import { ADVICE, REFUTED } from "./language/stance.js";
import { normalized } from "./normalize.js";
import { regex } from "./regex.js";
import { judge } from "./rules/index.js";
import { judgePrinciples } from "./rules/principles.js";
import { sentences } from "./sentences.js";
import { remembered } from "./text.js";
import { statement } from "./statement.js";
import { tableSentences } from "./tables.js";
import { Tagger } from "./tagging.js";

/** @import { Block, Passage } from "./passages.js" */
/** @import { Tagged } from "./tokens.js" */
/** @import { Knowledge, Statement } from "./types.d.ts" */

const WORTH_READING = regex("i")`
  \d{2}|[gs]\d{4}|units?\b|modifier|threshold|\bkx\b|minute|\bcaps?\b|medicare|\bcpt\b|codes?\b|
  ^it\b|
  ^they\b|technique|document|record|diagnos|progress|\b[gc][opnqaxyz]\b|\bmue|every insur|certif|
  plan of care|\bpoc\b|assistant|\b(?:pta|ota|cota|aide|tech|student|chiropract|acupunct|massage)|
  supervis|telehealth|\babn\b|indicator|column|interchang|review|consent|caregiver|days?\b|
  percent|
  \bx[esup]\b|\bat\b.*treat|sign(?:s|ed|ature)\b|\bplans?\b|physician|doctor|\bbill|therap|
  evaluat|
  component|level|group|edits?\b|claims?\b|pa(?:y|ys|id)\b|cover|insur|wound|needl|video|notes?\b|
  pairs?\b|\bmai\b|mppr|spine|regions?|\boig\b|ncci|discipline|exercis|massage|stim|patient
`;
const LABEL = regex()`
  ^(?:[Qq]|[Aa]|[Qq]uestion|[Aa]nswer|[A-Z]{2,12}|Attendee|Presenter|Host|Speaker|Moderator|
  Caller|
  Student|Instructor|Teacher|Trainer|Trainee|Biller|Interviewer|Guest|User|Reply|Patient|Coach|
  Owner|
  Therapist|Expert|Reader|Editor|Me|You)\s*\d?[:.]\s+
`;
const FACT_LABEL = /^(?:fact|reality|truth|the truth|correct|right)[ \t\n\r\f\v]*:/i;
const MYTH_LABEL = /^(?:myth|false|wrong|incorrect|don'?t)[ \t\n\r\f\v]*[:#0-9]/i;
const FIGURES = WORTH_READING;
const TITLE = 30;
const SHOWN = 400;
const SHORT = 140;
/** A sentence that goes on with what the one before it spoke of. */
const GOES_ON = regex("i")`
  ^(?:so |then |and |but )?(?:it|they|that|this|these|those|he|she|both)(?:'s|'re)?
  (?: also| always| only| still| never)? (?:is|are|was|can|may|must|need|ha[sv]e?|do|will|mean|
  should|pay|cover|count|require|goes|go|appl|get|last|bill|carr|take)
`;
const ASKING = regex("i")`
  , (?:no|right|correct|yes)\?$|^(?:is|are|do|does|can|may|should|will|what (?:happens|if)|why)\b|
  \bor\b
`;
const YES_NO = /^(?:yes|no|not|never|nope|yep|right|correct|sure|exactly)\b/i;

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
    return blocks.flatMap((block) => this.#block(normalized(block)));
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
    if (kind === "item") return statements;
    frames.lead = (text.endsWith(":") && sentences(text.slice(-1500)).at(-1)?.[1]) || "";
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
    return tableSentences(this.#tagger, block).flatMap(([passage, text]) =>
      at(this.#judged(text, this.#frames.framed), passage.place(0), passage.text)
    );
  }

  /**
   * What a short entry says together with the words that stand over it.
   * @param {Passage} passage @param {string} over @param {Statement[]} found
   */
  #composed(passage, over, found) {
    const { text } = passage, frames = this.#frames;
    if (!over || frames.framed || text.length > SHORT || over.length > SHORT || found.some(wrong)) {
      return [];
    }
    const [head, entry] = [over, text].map((words) => this.#tagger.tag(words));
    if (head.of("P").length && entry.of("P").length && entry.codes.length) return [];
    const sentence = `${over.replace(/[:?.!\s]+$/, "")}: ${text.replace(LABEL, "")}`;
    return at(this.#judged(sentence, false).filter(wrong), passage.place(0), text);
  }

  /** @param {Passage} passage @param {string} lead */
  #passage(passage, lead) {
    const parts = sentences(passage.text), frames = this.#frames;
    frames.near = frames.afterTitle || Boolean(frames.asked);
    let myth = MYTH_LABEL.test(passage.text);
    return parts.flatMap(([offset, text], number) => {
      myth = myth && !FACT_LABEL.test(text);
      const after = parts[number + 1]?.[1] ?? "";
      const inherited = frames.framed && !ADVICE.test(text.toLowerCase());
      const framed = myth || inherited || REFUTED.test(after.replace(LABEL, "").toLowerCase());
      const statements = this.#sentence(passage, offset, text, framed, number ? "" : lead);
      frames.afterTitle = text.length < TITLE && frames.title(this.#tagger.tag(text));
      return statements;
    });
  }

  /**
   * @param {Passage} passage @param {number} offset @param {string} words
   * @param {boolean} framed @param {string} lead
   */
  #sentence(passage, offset, words, framed, lead) {
    const text = words.replace(LABEL, ""), frames = this.#frames, { afterTitle } = frames;
    frames.afterTitle = false;
    const asked = frames.asked || afterTitle || lead || text.endsWith("?");
    if (!asked && !WORTH_READING.test(text)) return [];
    const tagged = this.#tagger.tag(text), leading = lead ? this.#tagger.tag(lead) : null;
    const question = frames.asked ? frames.question : "";
    let statements = this.#judged(frames.complete(tagged, leading, afterTitle), framed);
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
    if (asked || !before || !GOES_ON.test(text) || text.length + before.length > 2 * SHORT) {
      return [];
    }
    const first = `${before.replace(/[.!:]+$/, "")}; `;
    const reading = read(this.#tagger.tag(first + text));
    return reading && !reading.answered ? judgePrinciples(reading, first.length) : [];
  }

  /** A question and its answer as one sentence. @param {string} question @param {string} answer */
  #answered(question, answer) {
    if (question.length > SHORT || YES_NO.test(answer) || ASKING.test(question)) return [];
    const sentence = `${question.replace(LABEL, "").replace(/[?*\s]+$/, "")}: ${answer}`;
    return this.#judged(sentence, false).filter(wrong);
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

/** @param {Statement} one */
const wrong = (one) => one.verdict === "wrong";
