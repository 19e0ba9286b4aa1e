/**
 * Units of measured codes: minutes, area, days with data, or a month's minutes of their own.
 *
 * They never enter Medicare's sum of 15-minute codes. A base is billed once; what lies beyond its
 * size is its add-on. A measured code without an add-on repeats within a day or a visit, up to its
 * units a day, and is billed once in a longer span.
 */

import { codeOf, covers, quantity, reason } from "./facts.js";

/** @import { Code, Facts, Measure, Measured, Reason, Service } from "./types.d.ts" */

/** Spans within which a code without an add-on is billed more than once. */
const REPEATED = ["day", "visit"];

/** What the note gives of it, if anything. @param {Service} service @param {Measure} measure */
export function amountOf(service, measure) {
  const found = measure.of === "minutes" ? service.minutes : service.details?.[measure.of];
  return typeof found === "number" ? found : undefined;
}

/** What a unit of a measured code stands for on a day. @param {Code} code @param {string} day */
export const measureOn = ({ measure, earlier }, day) =>
  earlier?.find((one) => covers(one, day)) ?? measure;

/**
 * Units of the measured base of that name for an amount in all, by its measure of the day.
 * @param {Facts} facts @param {string} name @param {number} amount @param {Measure} [scale]
 */
export function measureUnits(facts, name, amount, scale = measureOf(facts, name)) {
  const code = codeOf(facts, name);
  const own = Math.min(unitsFor(scale, amount), mostOf(code));
  const further = measureOfAddOn(facts, code);
  const beyond = own && further ? unitsFor(further, amount - scale.size) : 0;
  return { scale, amount, own, further: beyond };
}

/** Units of a code and of its add-on together. @param {Measured} found */
export const unitsOf = ({ own, further }) => own + further;

/**
 * How the amount became units, in sentences.
 * @param {Facts} facts @param {string} name @param {Measured} found @returns {Reason[]}
 */
export function measureReasons(facts, name, found) {
  const [code, measure] = [codeOf(facts, name), found.scale];
  const { sources } = code.unit;
  const [cite, units] = [`codes/${name}`, quantity(facts, found.own, "unit")];
  const scale = scaleOf(facts, measure);
  const amount = amountText(facts, found.amount, measure.of);
  const message = measure.of === "data_days" ? "measured-data_days" : "measured";
  const text = facts.say(message, { code: name, amount, units, ...scale });
  const reasons = [reason(text, [cite], sources)];
  const [further, rest] = [measureOfAddOn(facts, code), found.amount - measure.size];
  if (further && rest > 0) {
    const text = facts.say(found.further ? "measured-further" : "measured-rest", {
      size: scale.size,
      rest: amountText(facts, rest, measure.of),
      add_on: code.addOn,
      units: quantity(facts, found.further, "unit"),
      least: amountText(facts, further.least, further.of),
    });
    reasons.push(reason(text, [cite, `codes/${code.addOn}`]));
  } else if (!code.addOn && unitsFor(measure, found.amount) > found.own) {
    const text = facts.say("measured-most", { code: name, most: units, span: scale.span });
    reasons.push(reason(text, [cite], sources));
  }
  return reasons;
}

/**
 * Why an amount earns no unit.
 * @param {Facts} facts @param {string} name @param {Measure} measure @param {number} amount
 */
export function tooLittle(facts, name, measure, amount) {
  const text = amountText(facts, amount, measure.of);
  const values = { code: name, amount: text, ...scaleOf(facts, measure) };
  return reason(facts.say("measured-too-little", values), [`codes/${name}`]);
}

/**
 * Why minutes of a day say nothing of a code that is counted by something else.
 * @param {Facts} facts @param {string} code @param {Measure} measure
 */
export function countedElsewhere(facts, code, measure) {
  const what = facts.say(`${measure.of}-what`);
  return reason(facts.say("measured-elsewhere", { code, what }), [`codes/${code}`]);
}

/** @param {Facts} facts @param {string} name */
const measureOf = (facts, name) => /** @type {Measure} */ (codeOf(facts, name).measure);

/** @param {Facts} facts @param {Code} code */
const measureOfAddOn = (facts, code) => facts.codes.get(code.addOn ?? "")?.measure;

/**
 * One from the first amount that earns any, and one more at `least` of every further size.
 * @param {Measure} measure @param {number} amount
 */
const unitsFor = ({ size, least, first = least }, amount) =>
  Math.max(Number(amount >= first), Math.floor((amount + size - least) / size));

/** Units of the code itself at most, its add-on aside. @param {Code} code */
function mostOf({ addOn, measure, perDay }) {
  const repeated = addOn === undefined && REPEATED.includes(measure?.span ?? "");
  return perDay ?? (repeated ? Infinity : 1);
}

/**
 * An amount of what a measured code is counted by: "20 square centimeters".
 * @param {Facts} facts @param {number} amount @param {string} of
 */
export const amountText = (facts, amount, of) =>
  facts.say(`${of}-${amount === 1 ? "one" : "many"}`, { n: amount });

/** @param {Facts} facts @param {Measure} measure */
const scaleOf = (facts, { of, size, least, first = least, span }) => ({
  size: amountText(facts, size, of),
  least: amountText(facts, first, of),
  span: facts.say(`span-${span}`),
});
