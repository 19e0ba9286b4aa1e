/** The facts of one plan with their indexes. */

import { fill } from "../facts.js";

/** @import { CaseFacts, PlanFacts, SharedTable } from "./types.d.ts" */

/** @param {SharedTable} shared @param {PlanFacts} own @returns {CaseFacts} */
export function readPlanFacts(shared, own) {
  const codes = new Map(Object.entries(own.codes));
  const others = new Map(Object.entries(own.others));
  return {
    shared,
    table: shared.table,
    known: new Set(shared.known),
    modifiers: shared.modifiers,
    bypass: new Set(["59", ...Object.values(shared.modifiers.bypass)]),
    payer: own.payer,
    plan: own.plan,
    days: own.days,
    codes,
    others,
    people: own.people,
    edits: Map.groupBy(own.edits, (edit) => `${edit.column1}-${edit.column2}`),
    say: (name, values = {}) => fill(shared.messages[name], values),
    cite: (reference) => {
      const [register, name] = reference.split("/");
      if (register === "codes") return codes.get(name)?.cite ?? others.get(name)?.cite ?? [];
      if (register === "rules") return shared.rules[name] ?? [];
      if (register === "payers") return name === own.payer.id ? own.payer.cite : [];
      return own.plan?.schedules?.find(({ id }) => reference === `fee_schedules/${id}`)?.sources ??
        [];
    },
  };
}

/**
 * Whether these facts answer for every code and day of the lines.
 * @param {CaseFacts} facts @param {{ code: string, day: string }[]} lines
 */
export const answersFor = (facts, lines) =>
  lines.every(({ code, day }) => holdsCode(facts, code) && holdsDay(facts, day));

/** @param {CaseFacts} facts @param {string} code */
export const holdsCode = (facts, code) =>
  !facts.known.has(code) || facts.codes.has(code) || facts.others.has(code);

/** @param {CaseFacts} facts @param {string} day */
export const holdsDay = ({ days }, day) => !days || days[0] <= day && day <= days[1];
