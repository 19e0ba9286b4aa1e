/** Medically unlikely edits: the units of a code over a line, or over a day. */

import { covers, reason, sum } from "../facts.js";
import { applies, asked, denied, pended } from "./payer_case.js";

/** @import { NumberedLine, PayerCase, Ruling, Stage } from "./types.d.ts" */

const BY_LINE = 1;

/** An edit by day counts the code over all lines of the day. @type {Stage} */
export function ruleOnUnits(found, lines) {
  if (!applies(found, "mues")) return [];
  const ofDay = Map.groupBy(lines, service);
  return lines.flatMap((line) => {
    const units = sum((ofDay.get(service(line)) ?? []).map((one) => one.units));
    return ofLine(found, line, units) ?? [];
  });
}

/** @param {NumberedLine} line */
const service = ({ day, code }) => `${day} ${code}`;

/**
 * @param {PayerCase} found @param {NumberedLine} line @param {number} ofDay
 * @returns {Ruling | null}
 */
function ofLine({ facts, setting }, line, ofDay) {
  const { code } = line;
  const { mue: mues = [], leastMue = Infinity } = facts.codes.get(code) ?? {};
  const restsOn = [`codes/${code}`, "rules/mue"];
  const mue = mues.find((one) => one.setting === setting && covers(one, line.day));
  if (!mue) {
    if (ofDay <= leastMue) return null;
    return pended(line, asked(facts, "units-unknown", restsOn, [], { code }));
  }
  const units = mue.adjudication === BY_LINE ? line.units : ofDay;
  if (units <= mue.units) return null;
  const above = facts.say("mue-exceeded", { units, code, most: mue.units, table: mue.asOf });
  const kind = facts.say(`mue-${mue.adjudication ?? "None"}`);
  return denied(line, "units-over", reason(`${above} ${kind}`, restsOn, mue.sources));
}
