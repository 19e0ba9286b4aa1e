/** The lines of a code's units: the assistant's and the others', the add-on's and its own. */

import { deMinimis, splitUnits } from "./assistants.js";
import { covers, payerOf } from "./facts.js";
import { payerMethod } from "./unit_methods.js";

/** @import { CodedService, Facts, Payer, UnitSplit, Visit } from "./types.d.ts" */

/**
 * Code, units and assistant's modifier of each line, marked units first; what is above the units a
 * day of a code is its add-on.
 * @param {Facts} facts @param {string} name @param {UnitSplit} split
 * @param {string | undefined} mark
 * @returns {{code: string, units: number, mark: string | undefined}[]}
 */
export function lineShares(facts, name, { marked, plain }, mark) {
  const code = facts.codes.get(name);
  const limit = code?.addOn ? code.perDay ?? (code.measure ? 1 : Infinity) : Infinity;
  const ownMarked = Math.min(marked, limit);
  const ownPlain = Math.min(plain, limit - ownMarked);
  const addOn = code?.addOn ?? name;
  return [
    { code: name, units: ownMarked, mark },
    { code: addOn, units: marked - ownMarked, mark },
    { code: name, units: ownPlain, mark: undefined },
    { code: addOn, units: plain - ownPlain, mark: undefined },
  ].filter(({ units }) => units);
}

/**
 * Whether a line of an assistant carries CQ or CO for a payer.
 * @param {Payer} payer @param {string} day
 */
export const marksAssistants = ({ policy, assistants }, day) =>
  policy?.medicareModifiers || assistants !== undefined && covers(assistants, day);

/**
 * A device supplied for 30 days holds no work, so it carries no CQ or CO (rules/remote-monitoring).
 * @param {Facts} facts @param {Visit} visit @param {CodedService[]} coded @param {number} units
 * @returns {{assistant?: string, split: UnitSplit}}
 */
export function assistantUnits(facts, visit, coded, units) {
  const percent = deMinimis(facts, visit.date);
  const wanted = marksAssistants(payerOf(facts, visit), visit.date);
  const assistant = facts.table.modifiers.assistant[visit.discipline];
  const supplied = coded[0].measure?.span === "30-days";
  if (!wanted || !assistant || percent === undefined || supplied) {
    return { split: { plain: units, marked: 0 } };
  }
  const counting = coded[0].timed ? payerMethod(facts, visit)?.counting : undefined;
  /** @type {[boolean, number][]} */
  const shares = coded.map((entry) => [entry.byAssistant, entry.minutes]);
  return { assistant, split: splitUnits(counting, percent, units, shares) };
}
