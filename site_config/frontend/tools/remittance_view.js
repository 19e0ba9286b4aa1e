/** A remittance to read: the table of amounts, then what was decided on each line and why. */

import { dollars } from "../billing/adjudication/payer_case.js";
import { listOf, make } from "../shared/dom.js";
import { remittanceWords as words } from "../shared/strings/index.js";
import { link, scrollRegion, table } from "../shared/table.js";

/** @import {
 *   AdjustmentJson, LineJson, ReasonJson, RemittanceJson
 * } from "../billing/adjudication/types.d.ts" */
/**
 * @typedef {object} Addresses
 * @property {DOMStringMap} pages Of denials, codes and sources, as seen from here.
 * @property {Record<string, string>} denials The page of each reason and remark code.
 */

const CODE = /\b(9\d{4}|G\d{4})\b/;

/** Dollars as text to "$1,234.05". @param {string} text */
const money = (text) => dollars(Math.round(Number(text) * 100));

/** In a sentence or two. @param {RemittanceJson} found */
export function summary({ status, rejections, totals }) {
  if (status === "rejected") return `${words.rejected}. ${rejections.map(rejection).join(" ")}`;
  const { billed, allowed, paid, patient } = totals;
  const values = { billed, allowed, paid, patient };
  return words.summary(
    Object.fromEntries(Object.entries(values).map(([name, text]) => [name, money(text)])),
  );
}

/** @param {RemittanceJson["rejections"][number]} one */
const rejection = ({ line, item, words: text }) =>
  `${words.rejection({ place: line ?? 0, item })}${text}`;

/** Writes one remittance; sources are numbered in their order. */
export class RemittanceView {
  #addresses;
  /** @type {string[]} */ #sources = [];

  /** @param {Addresses} addresses */
  constructor(addresses) {
    this.#addresses = addresses;
  }

  /** @param {RemittanceJson} found @returns {Node[]} */
  nodes(found) {
    if (found.status === "rejected") {
      return [
        make("p", make("strong", `${words.rejected}.`), ` ${words.rejectedWhy}`),
        listOf(
          "ul",
          found.rejections.map((one) => [
            words.rejection({ place: one.line ?? 0, item: one.item }),
            this.#reason(one),
          ]),
        ),
      ];
    }
    return [
      make("p", summary(found)),
      this.#table(found),
      ...found.lines.flatMap((line) => this.#line(line)),
      ...found.notes.map((text) => make("p", text)),
    ];
  }

  /** @param {RemittanceJson} found */
  #table({ lines, totals }) {
    const amounts = (/** @type {LineJson | RemittanceJson["totals"]} */ one) =>
      [one.billed, one.allowed, one.paid, one.patient].map(money);
    const paid = lines.filter(({ status }) => status === "paid").length;
    const rows = lines.map((
      line,
    ) => [written(line), words.statuses[line.status], ...amounts(line)]);
    const total = [
      words.total,
      words.paidLines({ paid, lines: lines.length }),
      ...amounts(totals),
    ];
    return scrollRegion(words.answer, table("", words.columns, [...rows, total]));
  }

  /** @param {LineJson} line */
  #line(line) {
    const status = words.statuses[line.status].toLowerCase();
    const parts = [
      ...line.pricing.map((one) => this.#reason(one)),
      ...line.adjustments.map((one) => [this.#codes(one), " ", this.#reason(one)]),
      ...line.questions.map((one) => [make("strong", words.ask), " ", this.#reason(one)]),
    ];
    const title = words.why({ place: line.line, code: line.code, status });
    return [make("h4", title), listOf("ul", parts)];
  }

  /** @param {AdjustmentJson} one */
  #codes({ group, reason, remarks, amount }) {
    const codes = [`${group}-${reason}`, ...remarks].flatMap((code) => [this.#denial(code), " "]);
    return make("strong", codes, `${money(amount)}:`);
  }

  /** @param {string} code */
  #denial(code) {
    const id = this.#addresses.denials[code];
    return id ? link(code, `${this.#addresses.pages.denials}${id}/`) : code;
  }

  /** @param {ReasonJson} reason */
  #reason({ words: text, rests_on: restsOn, sources }) {
    const prose = text.split(CODE).map((part, index) =>
      index % 2 && restsOn.includes(`codes/${part}`)
        ? link(part, `${this.#addresses.pages.codes}${part}/`)
        : part
    );
    return [...prose, ...sources.flatMap((id) => [" ", this.#mark(id)])];
  }

  /** @param {string} id */
  #mark(id) {
    if (!this.#sources.includes(id)) this.#sources.push(id);
    const number = this.#sources.indexOf(id) + 1;
    const href = `${this.#addresses.pages.sources}#${id}`;
    const mark = link(String(number), href, "rc-mark");
    mark.setAttribute("aria-label", words.source({ number }));
    return mark;
  }
}

/** @param {LineJson} line */
const written = ({ code, modifiers, units }) => `${[code, ...modifiers].join(" ")} × ${units}`;
