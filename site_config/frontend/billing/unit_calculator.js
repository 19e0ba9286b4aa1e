/** Units of one day by code alone: no payer, no edits, only minutes and who treated. */

import { lineShares } from "./append_modifiers.js";
import { splitUnits } from "./assistants.js";
import { baseOf, byName, sum } from "./facts.js";
import {
  countedElsewhere,
  measureReasons,
  measureUnits,
  tooLittle,
  unitsOf,
} from "./measured_units.js";
import { reason } from "./outcomes.js";
import { minutesByCode, unitMethod } from "./unit_methods.js";

/** @import { Allocation, BilledLine, CountedDay, CountedService, Counting, DayUnits, Facts, Measure, Minutes, Reason } from "./types.d.ts" */
/** @typedef {import("./unit_methods.js").UnitMethod} UnitMethod */

/**
 * Units by the named method; CQ and CO are Medicare's and go with its method only.
 *
 * @param {Facts} facts
 * @param {CountedDay} day
 * @param {"cms" | "ama"} name
 * @returns {DayUnits}
 */
export function unitsOfDay(facts, day, name) {
  const method = /** @type {UnitMethod} */ (unitMethod(facts, name, facts.table.judged));
  const timed = day.services.filter((service) => isTimed(facts, service));
  const count = method.count(facts, minutesOf(facts, timed));
  const untimed = untimedCodes(facts, day);
  const measured = minutesOf(
    facts,
    day.services.filter((service) => service.minutes && scaleOf(facts, service)?.of === "minutes"),
  );
  const mark = name === "cms" ? facts.table.modifiers.assistant[day.discipline] : undefined;
  /** @type {Allocation} */
  const whole = [
    ...untimed.map((code) => /** @type {[string, number]} */ ([code, 1])),
    ...measured.map((
      [code, spent],
    ) => /** @type {[string, number]} */ ([code, unitsOf(measureUnits(facts, code, spent))])),
  ];
  const [lines, ...alternatives] = count.allocations.map((allocation) =>
    linesOf(facts, day, [...allocation, ...whole], method.counting, mark)
  );
  return {
    total: sum(lines.map((line) => line.units)),
    lines,
    alternatives,
    reasons: [
      ...(timed.length ? count.reasons : []),
      ...untimed.map((code) => reason(facts.say("untimed", { code }), [`codes/${code}`])),
      ...measured.flatMap(([code, spent]) => whyMeasured(facts, code, spent)),
      ...elsewhere(facts, day),
      ...assistantReasons(facts, lines),
    ],
  };
}

/**
 * As the service says; else as the facts say of its code.
 *
 * @param {Facts} facts
 * @param {CountedService} service
 */
function isTimed(facts, service) {
  return service.timed ?? Boolean(facts.codes.get(baseOf(facts, service.code))?.timed);
}

/** @param {Facts} facts @param {CountedService[]} services @returns {Minutes} */
const minutesOf = (facts, services) =>
  minutesByCode(services.map((service) => [baseOf(facts, service.code), service.minutes]));

/** @param {Facts} facts @param {CountedService} service @returns {Measure | undefined} */
const scaleOf = (facts, service) => facts.codes.get(baseOf(facts, service.code))?.measure;

/** @param {Facts} facts @param {CountedDay} day */
function untimedCodes(facts, day) {
  const found = day.services.filter((service) =>
    service.minutes && !isTimed(facts, service) && !scaleOf(facts, service)
  );
  return [...new Set(found.map((service) => service.code))].sort(byName);
}

/** @param {Facts} facts @param {string} code @param {number} spent @returns {Reason[]} */
function whyMeasured(facts, code, spent) {
  const found = measureUnits(facts, code, spent);
  const measure = /** @type {Measure} */ (facts.codes.get(code)?.measure);
  return found.own ? measureReasons(facts, code, found) : [tooLittle(facts, code, measure, spent)];
}

/**
 * Codes that no minutes of a day count.
 *
 * @param {Facts} facts
 * @param {CountedDay} day
 * @returns {Reason[]}
 */
function elsewhere(facts, day) {
  const codes = new Set(day.services.map((service) => baseOf(facts, service.code)));
  return [...codes].sort(byName).flatMap((code) => {
    const measure = facts.codes.get(code)?.measure;
    return measure && measure.of !== "minutes" ? [countedElsewhere(facts, code, measure)] : [];
  });
}

/**
 * @param {Facts} facts @param {CountedDay} day @param {Allocation} allocation @param {Counting}
 *   counting
 * @param {string | undefined} assistant @returns {BilledLine[]}
 */
function linesOf(facts, day, allocation, counting, assistant) {
  const counted = allocation.filter(([, units]) => units)
    .sort(([one], [other]) => byName(one, other));
  return counted.flatMap(([name, units]) => {
    const ofCode = day.services.filter((service) =>
      baseOf(facts, service.code) === name && service.minutes
    );
    const split = assistant
      ? splitUnits(
        isTimed(facts, ofCode[0]) ? counting : undefined,
        units,
        ofCode.map((service) => [service.by === "assistant", service.minutes]),
      )
      : { plain: units, marked: 0 };
    return lineShares(facts, name, split, assistant).map(({ code, units, mark }) => (
      { code, units, modifiers: mark ? [mark] : [], reasons: [] }
    ));
  });
}

/** @param {Facts} facts @param {BilledLine[]} lines */
function assistantReasons(facts, lines) {
  return lines.flatMap(({ code, modifiers }) =>
    modifiers.map((modifier) =>
      reason(facts.say("assistant-line", { modifier, code }), ["rules/assistants"])
    )
  );
}
