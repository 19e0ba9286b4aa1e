import { sourcesOf } from "../billing/citations_used.js";
import { make } from "../shared/dom.js";
import { strings } from "../shared/strings/tools/index.js";

/** @import { Facts, Reason } from "../billing/types.js" */

/** @typedef {Node | string} Part */

const CODE = /\b(?:9\d{4}|G\d{4})\b/;

/** An answer being written: its sources are numbered as they come and listed at the end; codes lead to their pages. */
export class AnswerOutput {
  /** @type {Element[]} */ #nodes = [];
  /** @type {Map<string, number>} */ #numbers = new Map();
  #facts;
  #addresses;

  /** @param {Facts} facts @param {DOMStringMap} addresses of the pages of sources and codes, as seen from here */
  constructor(facts, addresses) {
    this.#facts = facts;
    this.#addresses = addresses;
  }

  /** @param {...Element} nodes */
  add(...nodes) {
    this.#nodes.push(...nodes);
  }

  get nodes() {
    if (!this.#numbers.size) return this.#nodes;
    const list = [...this.#numbers.keys()].map((id) => make("li", this.#sourceLink(id)));
    return [
      ...this.#nodes,
      make("h3", strings.sources),
      make("ol.rc-notes", list),
    ];
  }

  /** Text in which every code leads to its page. @param {string} text @returns {Part[]} */
  prose(text) {
    return text.split(new RegExp(`(${CODE.source})`)).map((
      part,
    ) => (CODE.test(part) ? this.code(part) : part));
  }

  /** @param {string} code @returns {Part} */
  code(code) {
    const known = this.#facts.codes.get(code);
    if (!known) return code;
    return make("a.rc-code", { href: `${this.#addresses.codes}${code}/`, title: known.name }, code);
  }

  /** A sentence with the numbers of its sources. @param {Reason} reason @returns {Part[]} */
  said(reason) {
    return [...this.prose(reason.text), ...this.marks(sourcesOf(this.#facts, reason))];
  }

  /** @param {string[]} sources @returns {Part[]} */
  marks(sources) {
    return sources.flatMap((id) => [" ", this.#mark(id)]);
  }

  /** @param {Reason[]} reasons @param {"ol" | "ul"} [tag] */
  list(reasons, tag = "ul") {
    return make(tag, reasons.map((reason) => make("li", this.said(reason))));
  }

  /** @param {string} id */
  #mark(id) {
    if (!this.#numbers.has(id)) this.#numbers.set(id, this.#numbers.size + 1);
    const number = this.#numbers.get(id) ?? 0;
    return make("a.rc-mark", {
      href: `${this.#addresses.sources}#${id}`,
      title: this.#facts.table.sources[id] ?? id,
      "aria-label": strings.sourceMark(number),
    }, String(number));
  }

  /** @param {string} id */
  #sourceLink(id) {
    return make(
      "a",
      { href: `${this.#addresses.sources}#${id}` },
      this.#facts.table.sources[id] ?? id,
    );
  }
}

/** A table with a head; its first column names the row. @param {string[]} head @param {Part[][]} rows @param {string} label */
export function scrollTable(head, rows, label) {
  const cells = (/** @type {Part[]} */ row) => make("tr", row.map((part) => make("td", part)));
  const titles = head.map((textContent) => {
    return make("th", { scope: "col" }, textContent);
  });
  const made = make(
    "table.rc-table",
    make("thead", make("tr", titles)),
    make("tbody", rows.map(cells)),
  );
  return make("div.rc-scroll", { tabIndex: 0, role: "region", "aria-label": label }, made);
}
