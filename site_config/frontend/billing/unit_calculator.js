/** Units of one day by code alone: no payer, no pairs, nothing but minutes and who furnished them. */

import { splitTimed, splitWhole } from "./assistants.js";
import { merged, METHODS } from "./unit_counting.js";
import { baseOf, byName, sum } from "./facts.js";
import { withAddOn } from "./claim_lines.js";
import { countedElsewhere, measureReasons, measureUnits, tooLittle } from "./measured_units.js";
import { reason } from "./outcomes.js";

/** @import { Allocation, CountedDay, CountedService, DayUnits, Facts, Line, Measure, Minutes, Reason, Split } from "./types.js" */
/** @typedef {import("./unit_counting.js").Method} Method */

/** Units by the named method; CQ and CO stand only where it is counted Medicare's way. @param {Facts} facts @param {CountedDay} day @param {"cms" | "ama"} name @returns {DayUnits} */
export function unitsOfDay(facts, day, name) {
  const method = /** @type {Method} */ (METHODS.get(name));
  const of = (/** @type {boolean} */ timed) =>
    day.services.filter((service) => isTimed(facts, service) === timed);
  const timed = merged(of(true).map((service) => [baseOf(facts, service.code), service.minutes]));
  const isUntimed = (/** @type {CountedService} */ service) =>
    service.minutes && !measureOf(facts, service);
  const untimed = [...new Set(of(false).filter(isUntimed).map((service) => service.code))].sort(
    byName,
  );
  const measured = measuredIn(facts, day);
  const count = method.count(facts, timed);
  const mark = name === "cms" ? facts.table.modifiers.assistant[day.discipline] : undefined;
  /** @type {Allocation} */
  const others = [
    ...untimed.map(one),
    ...measured.map(([code, spent]) => unitsOf(facts, code, spent)),
  ];
  const ways = count.allocations.map((way) => linesOf(facts, day, [...way, ...others], mark));
  return {
    total: sum(ways[0].map((line) => line.units)),
    lines: ways[0],
    alternatives: ways.slice(1),
    reasons: [
      ...(timed.length ? count.reasons : []),
      ...untimed.map((code) => reason(facts.say("untimed", { code }), [`codes/${code}`])),
      ...measured.flatMap(([code, spent]) => reasonsOf(facts, code, spent)),
      ...elsewhere(facts, day),
      ...assistantReasons(facts, ways[0], mark),
    ],
  };
}

/** As the service says; else as the facts say of its code. @param {Facts} facts @param {CountedService} service */
function isTimed(facts, service) {
  return service.timed ?? Boolean(facts.codes.get(baseOf(facts, service.code))?.timed);
}

/** @param {string} code @returns {[string, number]} */
const one = (code) => [code, 1];

/** @param {Facts} facts @param {CountedService} service @returns {Measure | undefined} */
const measureOf = (facts, service) => facts.codes.get(baseOf(facts, service.code))?.measure;

/** Minutes by code of codes that are measured by minutes of their own. @param {Facts} facts @param {CountedDay} day @returns {Minutes} */
function measuredIn(facts, day) {
  const found = day.services.filter((service) =>
    service.minutes && measureOf(facts, service)?.of === "minutes"
  );
  return merged(found.map((service) => [baseOf(facts, service.code), service.minutes]));
}

/** @param {Facts} facts @param {string} code @param {number} spent @returns {[string, number]} */
function unitsOf(facts, code, spent) {
  const { own, further } = measureUnits(facts, code, spent);
  return [code, own + further];
}

/** @param {Facts} facts @param {string} code @param {number} spent @returns {Reason[]} */
function reasonsOf(facts, code, spent) {
  const found = measureUnits(facts, code, spent);
  const measure = /** @type {Measure} */ (facts.codes.get(code)?.measure);
  return found.own ? measureReasons(facts, code, found) : [tooLittle(facts, code, measure, spent)];
}

/** Codes that no minutes of a day count. @param {Facts} facts @param {CountedDay} day @returns {Reason[]} */
function elsewhere(facts, day) {
  const codes = [...new Set(day.services.map((service) => baseOf(facts, service.code)))].sort(
    byName,
  );
  return codes.flatMap((code) => {
    const measure = facts.codes.get(code)?.measure;
    return measure && measure.of !== "minutes" ? [countedElsewhere(facts, code, measure)] : [];
  });
}

/** @param {Facts} facts @param {CountedDay} day @param {Allocation} allocation @param {string | undefined} mark @returns {Line[]} */
function linesOf(facts, day, allocation, mark) {
  return allocation.filter(([, units]) => units).sort(([one], [other]) => byName(one, other))
    .flatMap(
      ([code, units]) => {
        const split = mark ? splitOf(facts, day, code, units) : { plain: units, marked: 0 };
        /** @type {[number, number, string[]][]} */
        const parts = [[0, split.marked, mark ? [mark] : []], [split.marked, split.plain, []]];
        return parts.flatMap(([first, amount, modifiers]) =>
          withAddOn(facts, code, first, amount).map(([name, share]) => ({
            code: name,
            units: share,
            modifiers,
            reasons: [],
          }))
        );
      },
    );
}

/** @param {Facts} facts @param {CountedDay} day @param {string} code @param {number} units @returns {Split} */
function splitOf(facts, day, code, units) {
  const ofCode = day.services.filter((service) =>
    baseOf(facts, service.code) === code && service.minutes
  );
  const assisted = ofCode.filter((service) => service.by === "assistant");
  const assistant = sum(assisted.map((service) => service.minutes));
  const therapist = sum(ofCode.map((service) => service.minutes)) - assistant;
  return isTimed(facts, ofCode[0])
    ? splitTimed(units, therapist, assistant)
    : splitWhole(units, therapist, assistant, therapist > 0, assistant > 0);
}

/** @param {Facts} facts @param {Line[]} lines @param {string | undefined} mark */
function assistantReasons(facts, lines, mark) {
  return lines.filter((line) => mark && line.modifiers.includes(mark))
    .map((line) =>
      reason(facts.say("assistant-line", { modifier: mark, code: line.code }), ["rules/assistants"])
    );
}
