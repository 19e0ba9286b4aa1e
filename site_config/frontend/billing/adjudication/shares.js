/** Who pays the allowed amount: deductible, coinsurance or copay, reductions of the payment. */

import { byName, reason } from "../facts.js";
import { decimal, negative, plain, plus } from "./decimals.js";
import {
  adjustment,
  asked,
  byKey,
  cents,
  dollars,
  figureOn,
  filled,
  planFact,
  written,
} from "./payer_case.js";
import { partOf } from "./pricing.js";

/** @import {
 *   Adjustment, Figure, LinePrice, NumberedLine, PaidLine, PayerCase
 * } from "./types.d.ts" */
/** @import { Values } from "./payer_case.js" */

const FIGURES = ["deductible", "coinsurance", "copay", "assistant-payment", "sequestration"];
const HUNDRED = decimal(100);

/**
 * What must be known of the plan or the patient before the line can be paid.
 * @param {PayerCase} found @param {NumberedLine} line
 */
export function openFigures({ facts, plan, account }, { day }) {
  const unknown = FIGURES.filter((key) => plan.named.includes(key) && !figureOn(plan, key, day));
  const questions = unknown.map((key) => {
    const values = { plan: plan.name, day: written(day), figure: facts.table.figures[key] };
    return asked(facts, "figure-unknown", planFact(plan), [], values);
  });
  if (plan.named.includes("deductible") && (account.deductible_met ?? null) === null) {
    questions.push(asked(facts, "deductible-met", planFact(plan)));
  }
  return questions;
}

/**
 * Each line's payment. The line that allows most takes deductible and copay first, then by code and
 * modifiers, so the order of the claim changes nothing.
 * @param {PayerCase} found @param {LinePrice[]} prices
 */
export function payLines(found, prices) {
  const lines = prices.map((price) => contract(found, price));
  lines.sort((one, other) =>
    byName(one.price.line.day, other.price.line.day) || other.allowed - one.allowed ||
    byKey(one.price.line, other.price.line)
  );
  const share = sharing(found);
  return lines.map((line) => cut(found, share(line)));
}

/**
 * @param {PayerCase} found @param {string} name @param {Figure | null} figure
 * @param {number} amount @param {Values} values @returns {Adjustment}
 */
function taken({ facts, plan }, name, figure, amount, values) {
  const entry = facts.table.amounts[name];
  const text = filled(entry.why, figure ? { text: figure.text, ...values } : values);
  const sources = new Set([...figure?.sources ?? [], ...entry.sources ?? []]);
  const why = reason(text, figure ? planFact(plan) : [], [...sources]);
  return adjustment(facts, "amounts", name, amount, why);
}

/**
 * The charge down to what the plan allows: contract first, then the reduction.
 * @param {PayerCase} found @param {LinePrice} price @returns {PaidLine}
 */
function contract(found, price) {
  const charge = price.line.billed;
  const agreed = Math.min(charge, price.full);
  const allowed = Math.min(charge, price.reduced);
  const adjustments = [];
  if (charge > agreed) {
    const values = { charge: dollars(charge), allowed: dollars(agreed) };
    const one = taken(found, "contract", null, charge - agreed, values);
    adjustments.push({ ...one, why: { ...one.why, restsOn: price.unit.why.restsOn } });
  }
  if (agreed > allowed) {
    const one = taken(found, "reduction", null, agreed - allowed, { text: price.text });
    adjustments.push({ ...one, why: { ...one.why, restsOn: ["rules/mppr"] } });
  }
  return { price, allowed, paid: allowed, adjustments };
}

/** What is left of deductible and copay while lines take shares. @param {PayerCase} found */
function sharing(found) {
  const met = cents(found.account.deductible_met ?? 0);
  /** @type {Map<string, number>} */
  const used = new Map();
  /**
   * @param {PaidLine} line @param {string} key @param {string} period @param {number} before
   */
  function fixed(line, key, period, before) {
    const figure = figureOn(found.plan, key, line.price.line.day);
    if (!figure) return line;
    const name = `${key} ${period}`;
    const left = cents(Number(figure.amount)) - before - (used.get(name) ?? 0);
    const amount = Math.min(key === "deductible" ? Math.max(0, left) : left, line.paid);
    used.set(name, (used.get(name) ?? 0) + amount);
    const values = { left: dollars(Math.max(0, left)), taken: dollars(amount) };
    return amount > 0 ? less(line, taken(found, key, figure, amount, values)) : line;
  }
  return (/** @type {PaidLine} */ line) => {
    const { day } = line.price.line;
    const copaid = fixed(fixed(line, "deductible", day.slice(0, 4), met), "copay", day, 0);
    return percentage(found, copaid, "coinsurance", "coinsurance");
  };
}

/** After what is taken off the payer's own part. @param {PayerCase} found @param {PaidLine} line */
function cut(found, line) {
  const marks = Object.values(found.facts.modifiers.assistant);
  const assisted = marks.some((name) => line.price.line.modifiers.has(name));
  const left = assisted ? percentage(found, line, "assistant", "assistant-payment") : line;
  return percentage(found, left, "sequestration", "sequestration");
}

/**
 * A percentage of what is still paid; of an assistant's work what the percentage leaves.
 * @param {PayerCase} found @param {PaidLine} line @param {string} name @param {string} key
 */
function percentage(found, line, name, key) {
  const figure = figureOn(found.plan, key, line.price.line.day);
  if (!figure) return line;
  const stated = decimal(figure.amount);
  const share = name === "assistant" ? plus(HUNDRED, negative(stated)) : stated;
  const amount = partOf(line.paid, share);
  const values = { percent: plain(share), base: dollars(line.paid), taken: dollars(amount) };
  return amount > 0 ? less(line, taken(found, name, figure, amount, values)) : line;
}

/** @param {PaidLine} line @param {Adjustment} one @returns {PaidLine} */
const less = (line, one) => (
  { ...line, paid: line.paid - one.amount, adjustments: [...line.adjustments, one] }
);
