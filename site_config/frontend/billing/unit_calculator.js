/** Units of one day by code alone: no payer, no edits, only minutes and who treated. */

import { whichWasFirst } from "./initial_codes.js";
import { lineShares } from "./line_shares.js";
import { deMinimis, splitUnits } from "./assistants.js";
import { baseOf, byName, distinct, memo, reason, sum } from "./facts.js";
import {
  countedElsewhere,
  measureReasons,
  measureUnits,
  tooLittle,
  unitsOf,
} from "./measured_units.js";
import { choicesOf, having, minutesByCode, unitMethod } from "./unit_methods.js";

/** @import {
 *   Allocation, CountedDay, CountedService, DayUnits, Facts, Measure, Minutes
 * } from "./types.d.ts" */
/** @import { UnitMethod } from "./unit_methods.js" */

/**
 * Units by the named method; CQ and CO are Medicare's and go with its method only.
 * @param {Facts} facts @param {CountedDay} day @param {"cms" | "ama"} name @returns {DayUnits}
 */
export function unitsOfDay(facts, day, name) {
  const method = /** @type {UnitMethod} */ (unitMethod(facts, name, facts.table.judged));
  const timed = day.services.filter((service) => isTimed(facts, service));
  const spent = day.services.filter((service) => service.minutes);
  const count = method.count(facts, minutesOf(facts, timed));
  const untimed = spent.filter((entry) => !isTimed(facts, entry) && !scaleOf(facts, entry));
  const once = [...new Set(untimed.map((service) => service.code))].sort(byName);
  const [measured, rivals] = setApart(facts, measuredOf(facts, spent));
  const mark = name === "cms" ? facts.table.modifiers.assistant[day.discipline] : undefined;
  /** @type {Allocation} */
  const whole = [];
  for (const code of once) whole.push([code, 1]);
  for (const [code, amount] of measured) {
    whole.push([code, unitsOf(measureUnits(facts, code, amount))]);
  }
  const linesOfCode = memo((/** @type {string} */ code, /** @type {number} */ units) =>
    linesOf(facts, day, [code, units], method, mark)
  );
  const [lines, ...alternatives] = choicesOf(count.right).map((chosen) =>
    [...having(count.right, chosen), ...whole]
      .filter(([, units]) => units)
      .sort(([one], [other]) => byName(one, other))
      .flatMap((share) => linesOfCode(...share))
  );
  return {
    total: sum(lines.map((line) => line.units)),
    lines,
    alternatives,
    reasons: [
      ...(timed.length ? count.reasons : []),
      ...once.map((code) => reason(facts.say("untimed", { code }), [`codes/${code}`])),
      ...measured.flatMap((entry) => whyMeasured(facts, ...entry)),
      ...distinct(rivals.map(([code]) => whichWasFirst(facts, code))),
      ...elsewhere(facts, day),
      ...lines.flatMap(({ code, modifiers }) =>
        modifiers.map((modifier) =>
          reason(facts.say("assistant-line", { modifier, code }), ["rules/assistants"])
        )
      ),
    ],
  };
}

/** @param {Facts} facts @param {CountedService} service */
const isTimed = (facts, service) =>
  service.timed ?? Boolean(facts.codes.get(baseOf(facts, service.code))?.timed);

/** @param {Facts} facts @param {CountedService[]} services */
const minutesOf = (facts, services) =>
  minutesByCode(services.map((service) => [baseOf(facts, service.code), service.minutes]));

/**
 * Minutes of measured codes; each visit is counted by itself.
 * @param {Facts} facts @param {CountedService[]} spent
 */
function measuredOf(facts, spent) {
  const byMinutes = spent.filter((one) => scaleOf(facts, one)?.of === "minutes");
  const { visits = [], pooled = [] } = Object.groupBy(
    byMinutes,
    (one) => scaleOf(facts, one)?.span === "visit" ? "visits" : "pooled",
  );
  const apart = visits.map((
    { code, minutes },
  ) => /** @type {[string, number]} */ ([code, minutes]));
  return [...minutesOf(facts, pooled), ...apart].sort((one, other) =>
    byName(one[0], other[0]) || one[1] - other[1]
  );
}

/**
 * Those that can be counted, and the codes of which only one is initial: it is asked which.
 * @param {Facts} facts @param {Minutes} measured
 */
function setApart(facts, measured) {
  const earned = new Set(
    measured.filter(([code, spent]) => measureUnits(facts, code, spent).own).map(([code]) => code),
  );
  const rivals = measured.filter(([code]) =>
    earned.has(code) && earned.has(facts.oneInitial.get(code) ?? "")
  );
  return [measured.filter((entry) => !rivals.includes(entry)), rivals];
}

/** @param {Facts} facts @param {CountedService} service */
const scaleOf = (facts, service) => facts.codes.get(baseOf(facts, service.code))?.measure;

/** @param {Facts} facts @param {string} code @param {number} spent */
function whyMeasured(facts, code, spent) {
  const found = measureUnits(facts, code, spent);
  const measure = /** @type {Measure} */ (facts.codes.get(code)?.measure);
  return found.own ? measureReasons(facts, code, found) : [tooLittle(facts, code, measure, spent)];
}

/** @param {Facts} facts @param {CountedDay} day */
function elsewhere(facts, day) {
  const codes = new Set(day.services.map((service) => baseOf(facts, service.code)));
  return [...codes].sort(byName).flatMap((code) => {
    const measure = facts.codes.get(code)?.measure;
    return measure && measure.of !== "minutes" ? [countedElsewhere(facts, code, measure)] : [];
  });
}

/**
 * @param {Facts} facts @param {CountedDay} day @param {[string, number]} share
 * @param {UnitMethod} method @param {string | undefined} assistant
 */
function linesOf(facts, day, [name, units], method, assistant) {
  const percent = deMinimis(facts, facts.table.judged);
  const ofCode = day.services.filter((service) =>
    baseOf(facts, service.code) === name && service.minutes
  );
  const counting = isTimed(facts, ofCode[0]) ? method.counting : undefined;
  /** @type {[boolean, number][]} */
  const shares = ofCode.map((service) => [service.by === "assistant", service.minutes]);
  const split = assistant && percent !== undefined
    ? splitUnits(counting, percent, units, shares)
    : { plain: units, marked: 0 };
  return lineShares(facts, name, split, assistant).map(({ code, units, mark }) => (
    { code, units, modifiers: mark ? [mark] : [], reasons: [] }
  ));
}
