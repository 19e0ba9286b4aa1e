/** What the plan allows for one unit of a code, with the formula that gives it. */

import { covers, reason } from "../facts.js";
import { decimal, negative, percent, plain, plus, rounded, times } from "./decimals.js";
import { applies, asked, dollars, planFact, written } from "./payer_case.js";

/** @import { Reason } from "../types.d.ts" */
/** @import { Decimal } from "./decimals.js" */
/** @import { NumberedLine, PayerCase, UnitPrice } from "./types.d.ts" */
/**
 * @typedef {object} Formula The relative values, their indices, dollars a unit, the plan's share.
 * @property {string} code
 * @property {number[]} values
 * @property {Decimal[]} indices
 * @property {Decimal} factor
 * @property {number} share Percent.
 */

const HUNDRED = decimal(100);
const WHOLE = decimal(1);
const NAMES = ["work", "practice expense", "malpractice"];

/**
 * The price of one unit, or what must be known before there is one.
 * @param {PayerCase} found @param {NumberedLine} line
 * @returns {{ price: UnitPrice } | { question: Reason }}
 */
export function unitPrice(found, line) {
  const { facts, plan } = found;
  if (plan.percent !== undefined) return bySchedule(found, line, plan.percent);
  const fee = plan.fees?.[line.code];
  if (fee === undefined) {
    const values = { plan: plan.name, code: line.code };
    return { question: asked(facts, "fee-unknown", planFact(plan), [], values) };
  }
  const text = `${line.code}: the plan's fee is ${dollars(fee)} for one unit.`;
  return { price: { full: fee, reduced: fee, why: reason(text, planFact(plan)), reducedWhy: "" } };
}

/**
 * @param {PayerCase} found @param {NumberedLine} line @param {number} share
 * @returns {{ price: UnitPrice } | { question: Reason }}
 */
function bySchedule(found, line, share) {
  const { facts, plan } = found;
  const { code, day } = line;
  const schedule = plan.schedules?.find((one) => covers(one, day));
  if (!schedule) {
    const values = { day: written(day) };
    return { question: asked(facts, "schedule-unknown", ["rules/mppr"], [], values) };
  }
  const { locality, sources, values: { [code]: values } } = schedule;
  const restsOn = [`fee_schedules/${schedule.id}`];
  if (plan.locality && !locality) {
    const words = { year: Number(day.slice(0, 4)) };
    return { question: asked(facts, "locality-unknown", restsOn, sources, words) };
  }
  const factor = schedule.factors.find((one) => covers(one, day));
  if (!factor || !values) {
    const words = { code, day: written(day) };
    return { question: asked(facts, "price-unknown", restsOn, sources, words) };
  }
  const indices = (locality?.indices ?? ["1", "1", "1"]).map(decimal);
  const formula = {
    code,
    values: values.slice(0, 3).map(Number),
    indices,
    factor: decimal(factor.amount),
    share,
  };
  const cited = new Set([...sources, ...factor.sources, ...locality?.sources ?? []]);
  return { price: priceBy(found, line, formula, values[3] > 0, restsOn, [...cited]) };
}

/**
 * @param {PayerCase} found @param {NumberedLine} line @param {Formula} formula
 * @param {boolean} isReduced @param {string[]} restsOn @param {string[]} sources
 * @returns {UnitPrice}
 */
function priceBy(found, line, formula, isReduced, restsOn, sources) {
  const full = amountOf(formula, WHOLE);
  const text = `${textOf(formula, WHOLE)} = ${dollars(full)} for one unit.`;
  const why = reason(text, restsOn, sources);
  const cut = found.plan.reductions?.find((one) => covers(one, line.day))?.percent;
  if (!(applies(found, "mppr") && isReduced && cut !== undefined)) {
    return { full, reduced: full, why, reducedWhy: "" };
  }
  const left = percent(plus(HUNDRED, negative(decimal(cut))));
  const reduced = amountOf(formula, left);
  const shown = `${textOf(formula, left)} = ${dollars(reduced)}.`;
  const reducedWhy = `with the practice expense cut by ${plain(decimal(cut))} percent. ${shown}`;
  return { full, reduced, rank: [formula.values[1], full], why, reducedWhy };
}

/**
 * Cents of one unit with a share of its practice expense.
 * @param {Formula} formula @param {Decimal} left
 */
function amountOf(formula, left) {
  const products = partsOf(formula, left).map((part, place) => times(part, formula.indices[place]));
  const value = times(products.reduce(plus), formula.factor);
  return rounded(times(value, decimal(formula.share)));
}

/** @param {Formula} formula @param {Decimal} left */
function partsOf({ values: [work, practice, malpractice] }, left) {
  const [first, second, third] = [work, practice, malpractice].map((one) => percent(decimal(one)));
  return [first, times(second, left), third];
}

/** The formula, each factor as it is used. @param {Formula} formula @param {Decimal} left */
function textOf(formula, left) {
  const parts = partsOf(formula, left).map((part, place) =>
    `${NAMES[place]} ${plain(part)} × ${plain(formula.indices[place])}`
  );
  const plan = formula.share === 100 ? "" : ` × ${formula.share} percent`;
  return `${formula.code}: (${parts.join(" + ")}) × $${plain(formula.factor)}${plan}`;
}

/** A share of cents, half a cent upward. @param {number} amount @param {Decimal} share */
export const partOf = (amount, share) => rounded(percent(times(decimal(amount), share)));
