/** A claim before its payer, and how the stages of adjudication speak. */

import { byName, reason } from "../facts.js";

/** @import { Reason } from "../types.d.ts" */
/** @import {
 *   Adjustment, CaseFacts, Figure, NumberedLine, PayerCase, Plan, Ruling, Submission
 * } from "./types.d.ts" */
/** @typedef {Record<string, string | number>} Values */

const WRITTEN_OUT = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

/** "October 5, 2026". @param {string} day */
export const written = (day) => WRITTEN_OUT.format(new Date(day));

/**
 * Unlike `fill` of the claim's messages it writes no date out: what somebody typed stays as it is.
 * @param {string} template @param {Values} values
 */
export const filled = (template, values) =>
  template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** The lines with their places, each with its day. @param {Submission} submission */
export function numberedLines({ visit, claim }) {
  return claim.lines.map((line, index) => /** @type {NumberedLine} */ ({
    number: index + 1,
    line,
    day: line.date ?? visit.date,
    code: line.code,
    units: line.units,
    modifiers: new Set(line.modifiers ?? []),
    billed: cents(line.charge ?? 0),
  }));
}

/** Whole cents of dollars with at most two digits after the point. @param {number} amount */
export const cents = (amount) => Math.round(amount * 100);

/**
 * What sorts lines, wherever they stand on the claim.
 * @param {NumberedLine} one @param {NumberedLine} other
 */
export function byKey(one, other) {
  return byName(one.day, other.day) || byName(one.code, other.code) ||
    byName(modifiersText(one), modifiersText(other)) || one.units - other.units ||
    one.billed - other.billed || one.number - other.number;
}

/** @param {NumberedLine} line */
export const modifiersText = ({ modifiers }) => [...modifiers].sort(byName).join(" ");

/**
 * Why a line is decided as `name` says.
 * @param {CaseFacts} facts @param {string} name @param {string[]} [restsOn]
 * @param {string[]} [sources] @param {Values} [values]
 */
export function decided({ table }, name, restsOn = [], sources = [], values = {}) {
  const entry = table.decisions[name];
  return reason(filled(entry.why ?? "", values), restsOn, [...sources, ...entry.sources ?? []]);
}

/**
 * What must be known first.
 * @param {CaseFacts} facts @param {string} name @param {string[]} [restsOn]
 * @param {string[]} [sources] @param {Values} [values]
 */
export const asked = ({ table }, name, restsOn = [], sources = [], values = {}) =>
  reason(filled(table.questions[name], values), restsOn, sources);

/**
 * @param {CaseFacts} facts @param {"decisions" | "amounts"} kind @param {string} name
 * @param {number} amount @param {Reason} why @returns {Adjustment}
 */
export function adjustment({ table }, kind, name, amount, why) {
  const { group, carc, remarks } = table[kind][name];
  return { group, carc, remarks, amount, why };
}

/** @param {NumberedLine} line @param {string} name @param {Reason} why @returns {Ruling} */
export const denied = ({ number }, name, why) => ({ number, denied: name, why });

/** @param {NumberedLine} line @param {Reason} why @returns {Ruling} */
export const pended = ({ number }, why) => ({ number, why });

/** @param {Plan} plan */
export const planFact = ({ id }) => [`plans/${id}`];

/** @param {NumberedLine} line */
export const codeFact = ({ code }) => [`codes/${code}`];

/** @param {PayerCase} found @param {string} rule */
export const applies = ({ plan }, rule) => plan.applies.includes(rule);

/** What the payer makes of the code. @param {PayerCase} found @param {NumberedLine} line */
export const coverageOf = ({ facts }, line) => facts.codes.get(line.code)?.coverage;

/**
 * The figure in force on a date of service.
 * @param {Plan} plan @param {string} key @param {string} day @returns {Figure | undefined}
 */
export const figureOn = ({ figures }, key, day) =>
  figures.find((one) => one.key === key && (one.from ?? "") <= day && day <= (one.to ?? "~"));

/** Cents as "$1,234.05". @param {number} amount */
export function dollars(amount) {
  const [whole, part] = amountText(Math.abs(amount)).split(".");
  return `${amount < 0 ? "-" : ""}$${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${part}`;
}

/** Cents as "12.05". @param {number} amount */
export function amountText(amount) {
  const most = Math.abs(amount);
  const part = String(most % 100).padStart(2, "0");
  return `${amount < 0 ? "-" : ""}${Math.trunc(most / 100)}.${part}`;
}
