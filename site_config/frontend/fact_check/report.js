import { make } from "../shared/dom.js";

/** @import { Facts, Statement } from "./core/types.d.ts" */

/**
 * @typedef {{title: string, address: string}} PageLink
 * @typedef {PageLink & {quiz: PageLink | null}} Myth
 * @typedef {object} Teaching Addresses count from the site's root.
 * @property {Record<string, Myth>} myths
 * @property {Record<string, string>} confusions wrong and right code to the name of a myth
 * @property {Record<string, PageLink>} quizzes
 * @property {Record<string, string>} sources
 * @typedef {{knowledge: Facts, teaching: Teaching}} TeachingTable What assets/claims.js holds.
 */

const SEARCH_AHEAD = 400;
const MYTH = /misconceptions\/([a-z0-9-]+)/;

/** @param {number} count @param {string} one */
const plural = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;

export const words = {
  noFacts: "The facts could not be loaded, so nothing can be checked here. " +
    "The command below does the same.",
  empty: "Nothing to check: put a text into the field.",
  /** @param {number} most */
  tooLong: (most) =>
    `The text is too long for this page: at most ${
      most.toLocaleString("en-US")
    } signs. The command below reads more.`,
  /** @param {number} wrong @param {number} all */
  found: (wrong, all) =>
    wrong
      ? `${plural(wrong, "wrong statement")} of ${plural(all, "statement")} about codes`
      : all
      ? "No wrong statement found"
      : "No statement about a code found",
  /** @param {number} others */
  rest: (others) => `Left alone: ${others}.`,
  caution: "What is not understood is left alone, so a text without a mark is not proved right.",
  marked: "Your text, with what is wrong underlined",
  reasons: "What is wrong, and what is right",
  /** @param {number} line */
  line: (line) => `Line ${line}`,
  right: "Right code",
  myth: "The myth behind it",
  quiz: "Train it away",
  sources: "Sources",
};

/** The result of a check as nodes. */
export class Report {
  #table;
  #addresses;
  #text;
  #wrong;

  /**
   * @param {TeachingTable} table @param {DOMStringMap} addresses @param {string} text
   * @param {Statement[]} statements
   */
  constructor(table, addresses, text, statements) {
    this.#table = table;
    this.#addresses = addresses;
    this.#text = text;
    this.#wrong = statements.filter((one) => one.verdict === "wrong");
    this.title = words.found(this.#wrong.length, statements.length);
    this.rest = words.rest(statements.length - this.#wrong.length);
  }

  nodes() {
    const head = [
      make("h3", this.title),
      make("p", `${this.rest} ${words.caution}`),
    ];
    if (!this.#wrong.length) return head;
    return [
      ...head,
      make("h4", words.marked),
      this.#marked(),
      make("h4", words.reasons),
      make("ol.rc-wrongs", this.#wrong.map((one, index) => this.#reasons(one, index))),
    ];
  }

  /** The text with each wrong statement as a link; of overlapping ones the first. */
  #marked() {
    const shown = make("div.rc-marked");
    const spanOf = textSpans(this.#text);
    const spans = this.#wrong.map((one, index) => ({ span: spanOf(one), index }));
    let at = 0;
    for (
      const { span: [start, end], index } of spans.sort((one, other) => one.span[0] - other.span[0])
    ) {
      if (start < at) continue;
      const link = make(
        "a.rc-wrong",
        { href: `#rc-wrong-${index + 1}` },
        this.#text.slice(start, end),
      );
      shown.append(this.#text.slice(at, start), link);
      at = end;
    }
    shown.append(this.#text.slice(at));
    return shown;
  }

  /** @param {Statement} one @param {number} index */
  #reasons(one, index) {
    const item = make(
      "li",
      { id: `rc-wrong-${index + 1}`, tabIndex: -1 },
      make("p", make("strong", words.line(one.line)), ": ", make("q", one.text)),
      make("p", one.why),
    );
    const myth = this.#myth(one);
    const quiz = myth?.quiz ?? this.#table.teaching.quizzes[one.right_code ?? one.code ?? ""];
    if (one.right_code) item.append(this.#line(words.right, this.#code(one.right_code)));
    if (myth) item.append(this.#line(words.myth, this.#lead(myth)));
    if (quiz) item.append(this.#line(words.quiz, this.#lead(quiz)));
    if (one.sources.length) {
      item.append(this.#line(words.sources, ...one.sources.map((id) => this.#source(id))));
    }
    return item;
  }

  /** @param {Statement} one */
  #myth(one) {
    const { myths, confusions } = this.#table.teaching;
    const name = MYTH.exec(one.why)?.[1] ?? confusions[`${one.code} ${one.right_code}`];
    return name ? myths[name] : undefined;
  }

  /** @param {string} label @param {...HTMLElement} links */
  #line(label, ...links) {
    const joined = links.flatMap((link, index) => (index ? ["; ", link] : [link]));
    return make("p", `${label}: `, joined, ".");
  }

  /** @param {PageLink} lead */
  #lead({ title, address }) {
    return linkTo(title, `${this.#addresses.root}${address}`);
  }

  /** @param {string} code */
  #code(code) {
    const taught = this.#table.knowledge.taught.includes(code);
    return linkTo(
      code,
      `${this.#addresses.codes}${taught ? `${code}/` : `other/#${code.toLowerCase()}`}`,
    );
  }

  /** @param {string} id */
  #source(id) {
    return linkTo(this.#table.teaching.sources[id] ?? id, `${this.#addresses.sources}#${id}`);
  }
}

/** @param {string} textContent @param {string} href */
function linkTo(textContent, href) {
  return make("a", { href }, textContent);
}

/** @param {string} text @returns {(statement: Statement) => [number, number]} */
function textSpans(text) {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) {
    starts.push(end + 1);
  }
  const wide = /[\u{10000}-\u{10ffff}]/u.test(text);
  return ({ line, column, text: words }) => {
    const first = starts[line - 1] ?? 0;
    const start = wide
      ? first + [...text.slice(first, starts[line])].slice(0, column - 1).join("").length
      : first + column - 1;
    return [start, endOf(text, start, words)];
  };
}

/** @param {string} text @param {number} start @param {string} words */
function endOf(text, start, words) {
  let end = start;
  for (const sign of words) {
    const next = /\s/.test(sign) ? -1 : text.slice(end, end + SEARCH_AHEAD).indexOf(sign);
    if (next >= 0) end += next + sign.length;
  }
  return Math.max(end, Math.min(start + 1, text.length));
}
