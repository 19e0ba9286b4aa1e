/**
 * Units of measured codes: each by an amount of its own (minutes, area, days with data, a month's
 * minutes).
 *
 * They never enter Medicare's pool of 15-minute codes. A base stands once; what lies beyond its
 * size is its add-on. A measured
 * code without an add-on repeats within a day, up to its units a day, and stands once in a longer
 * span.
 */

import { codeOf, quantity } from "./facts.js";
import { reason } from "./outcomes.js";

/** @import { Code, Facts, Measure, Measured, Reason, Service } from "./types.d.ts" */

/**
 * What the note gives of it; nothing where it is silent.
 *
 * @param {Service} service
 * @param {Measure} measure
 * @returns {number | undefined}
 */
export function amountOf(service, measure) {
  const found = measure.of === "minutes" ? service.minutes : service.details?.[measure.of];
  return typeof found === "number" ? found : undefined;
}

/**
 * Units of the measured base of that name for an amount in all.
 *
 * @param {Facts} facts
 * @param {string} name
 * @param {number} amount
 * @returns {Measured}
 */
export function measureUnits(facts, name, amount) {
  const [code, measure] = measuredCode(facts, name);
  const own = Math.min(unitsFor(measure, amount), mostOf(code));
  const further = measureOfAddOn(facts, code);
  return { amount, own, further: own && further ? unitsFor(further, amount - measure.size) : 0 };
}

/** Units of a code and of its add-on together. @param {Measured} found */
export const unitsOf = ({ own, further }) => own + further;

/**
 * How the amount became units, in sentences.
 *
 * @param {Facts} facts
 * @param {string} name
 * @param {Measured} found
 * @returns {Reason[]}
 */
export function measureReasons(facts, name, found) {
  const [code, measure] = measuredCode(facts, name);
  const values = {
    code: name,
    amount: amountText(facts, found.amount, measure.of),
    units: quantity(facts, found.own, "unit"),
    ...scaleOf(facts, measure),
  };
  return [
    reason(facts.say("measured", values), [`codes/${name}`], code.unit.sources),
    ...beyond(facts, name, found),
  ];
}

/**
 * Why an amount earns no unit.
 *
 * @param {Facts} facts
 * @param {string} name
 * @param {Measure} measure
 * @param {number} amount
 */
export function tooLittle(facts, name, measure, amount) {
  const values = {
    code: name,
    amount: amountText(facts, amount, measure.of),
    ...scaleOf(facts, measure),
  };
  return reason(facts.say("measured-too-little", values), [`codes/${name}`]);
}

/**
 * Why minutes of a day say nothing of a code that is counted by something else.
 *
 * @param {Facts} facts
 * @param {string} name
 * @param {Measure} measure
 */
export function countedElsewhere(facts, name, measure) {
  const values = { code: name, what: facts.say(`${measure.of}-what`), ...scaleOf(facts, measure) };
  return reason(facts.say("measured-elsewhere", values), [`codes/${name}`]);
}

/**
 * What lies beyond the size of the base.
 *
 * @param {Facts} facts
 * @param {string} name
 * @param {Measured} found
 * @returns {Reason[]}
 */
function beyond(facts, name, found) {
  const [code, measure] = measuredCode(facts, name);
  const further = measureOfAddOn(facts, code);
  const rest = found.amount - measure.size;
  if (further && rest > 0) {
    const values = {
      size: amountText(facts, measure.size, measure.of),
      rest: amountText(facts, rest, measure.of),
      add_on: code.addOn,
      units: quantity(facts, found.further, "unit"),
      least: amountText(facts, further.least, further.of),
    };
    const message = found.further ? "measured-further" : "measured-rest";
    return [reason(facts.say(message, values), [`codes/${name}`, `codes/${code.addOn}`])];
  }
  if (code.addOn || unitsFor(measure, found.amount) <= found.own) return [];
  const values = {
    code: name,
    most: quantity(facts, found.own, "unit"),
    ...scaleOf(facts, measure),
  };
  return [reason(facts.say("measured-most", values), [`codes/${name}`], code.unit.sources)];
}

/** @param {Facts} facts @param {string} name @returns {[Code, Measure]} */
function measuredCode(facts, name) {
  const code = codeOf(facts, name);
  return [code, /** @type {Measure} */ (code.measure)];
}

/** @param {Facts} facts @param {Code} code @returns {Measure | undefined} */
const measureOfAddOn = (facts, code) => facts.codes.get(code.addOn ?? "")?.measure;

/**
 * One from `least` on, then one for every further `size`.
 *
 * @param {Measure} measure
 * @param {number} amount
 */
const unitsFor = ({ size, least }, amount) =>
  Math.max(0, Math.floor((amount + size - least) / size));

/** Units of the code itself at most, its add-on aside. @param {Code} code */
function mostOf(code) {
  const once = code.addOn !== undefined || code.measure?.span !== "day";
  return code.perDay ?? (once ? 1 : Infinity);
}

/** @param {Facts} facts @param {number} amount @param {string} of */
const amountText = (facts, amount, of) =>
  facts.say(`${of}-${amount === 1 ? "one" : "many"}`, { n: amount });

/** @param {Facts} facts @param {Measure} measure */
const scaleOf = (facts, { of, size, least, span }) => ({
  size: amountText(facts, size, of),
  least: amountText(facts, least, of),
  span: facts.say(`span-${span}`),
});
