import { sourcesOf } from "../billing/claim_output.js";
import { listOf, make } from "../shared/dom.js";
import { scrollRegion } from "../shared/table.js";
import { toolsWords as strings } from "../shared/strings/index.js";

/** @import { Facts, Reason } from "../billing/types.d.ts" */

/** @typedef {Node | string} Part */

const CODE = /\b(9\d{4}|G\d{4})\b/;

/** An answer with numbered sources, listed at the end, and codes that link to their pages. */
export class AnswerOutput {
  /** @type {Element[]} */ #nodes = [];
  /** @type {Map<string, number>} */ #numbers = new Map();
  #facts;
  #addresses;

  /**
   * @param {Facts} facts @param {DOMStringMap} addresses of the pages of sources and codes, as
   * seen from here
   */
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
    return [
      ...this.#nodes,
      make("h3", strings.sources),
      listOf("ol.rc-notes", [...this.#numbers.keys()].map((id) => this.#sourceLink(id))),
    ];
  }

  /** Text in which every code leads to its page. @param {string} text */
  prose(text) {
    return text.split(CODE).map((part, index) => (index % 2 ? this.code(part) : part));
  }

  /** @param {string} code */
  code(code) {
    const taught = this.#facts.codes.get(code);
    if (!taught) return code;
    return make(
      "a.rc-code",
      { href: `${this.#addresses.codes}${code}/`, title: taught.name },
      code,
    );
  }

  /** @param {Reason} reason */
  sentence(reason) {
    return [...this.prose(reason.text), ...this.marks(sourcesOf(this.#facts, reason))];
  }

  /** @param {string[]} sources */
  marks(sources) {
    return sources.flatMap((id) => [" ", this.#mark(id)]);
  }

  /** @param {Reason[]} reasons @param {"ol" | "ul"} [tag] */
  list(reasons, tag = "ul") {
    return listOf(tag, reasons.map((reason) => this.sentence(reason)));
  }

  /** @param {string} id */
  #mark(id) {
    if (!this.#numbers.has(id)) this.#numbers.set(id, this.#numbers.size + 1);
    const number = this.#numbers.get(id) ?? 0;
    return make("a.rc-mark", {
      href: `${this.#addresses.sources}#${id}`,
      title: this.#facts.table.sources[id] ?? id,
      "aria-label": strings.sourceMark({ number }),
    }, String(number));
  }

  /** @param {string} id */
  #sourceLink(id) {
    const href = `${this.#addresses.sources}#${id}`;
    return make("a", { href }, this.#facts.table.sources[id] ?? id);
  }
}

/** @param {string[]} head @param {Part[][]} rows @param {string} label */
export function scrollTable(head, rows, label) {
  const titles = head.map((text) => make("th", { scope: "col" }, text));
  const lines = rows.map((row) => make("tr", row.map((part) => make("td", part))));
  const content = [make("thead", make("tr", titles)), make("tbody", lines)];
  return scrollRegion(label, make("table.rc-table", content));
}
