/** What must be asked before the lines of a code: about its add-on and the assistant's units. */

import { deMinimis } from "./assistants.js";
import { outOfDate } from "./coded_services.js";
import { codeOf, missingInformation, payerOf, reason } from "./facts.js";
import { assistantUnits, lineShares, marksAssistants } from "./line_shares.js";
import { openFact } from "./open_facts.js";
import { roleOf } from "./select_codes.js";

/** @import { Allocation, CodedService, Facts, MissingInformation, Visit } from "./types.d.ts" */

/**
 * Each question once, with all the codes that wait for it.
 * @param {{code: string, questions: MissingInformation[]}[]} found @returns {MissingInformation[]}
 */
export function byQuestion(found) {
  const asked = found.flatMap(({ code, questions }) =>
    questions.map((question) => ({ code, question }))
  );
  return [...Map.groupBy(asked, ({ question }) => JSON.stringify(question)).values()]
    .map((same) => ({ ...same[0].question, codes: same.map(({ code }) => code) }));
}

/**
 * Where it is not known whether, or on how many units, an assistant's modifier belongs.
 * @param {Facts} facts @param {Visit} visit @param {string} code @param {CodedService[]} coded
 * @param {Allocation[]} allocations @returns {MissingInformation[]}
 */
export function assistantUnknown(facts, visit, code, coded, allocations) {
  const marked = marksAssistants(payerOf(facts, visit), visit.date);
  if (!marked || !coded.some((entry) => entry.byAssistant && !entry.excluded)) return [];
  const { discipline, date: day } = visit;
  const modifier = facts.table.modifiers.assistant[discipline];
  if (modifier === undefined) return [];
  const certain = () =>
    allocations.flat().filter(([name]) => name === code)
      .every(([, units]) => assistantUnits(facts, visit, coded, units).split.certain !== false);
  const message = deMinimis(facts, day) === undefined
    ? "assistant-unknown"
    : certain()
    ? null
    : "assistant-split";
  if (!message) return [];
  const text = facts.say(message, { discipline, day, modifier, code });
  return [missingInformation(null, "assistant", reason(text, ["rules/assistants"]))];
}

/**
 * What is open about the add-on that carries units of a code.
 * @param {Facts} facts @param {Visit} visit @param {string} code @param {CodedService[]} coded
 * @param {Allocation[]} allocations @returns {MissingInformation[]}
 */
export function addOnOpen(facts, visit, code, coded, allocations) {
  const addOn = facts.bases.has(code) ? code : codeOf(facts, code).addOn;
  const used = allocations.flat().some(([name, plain]) =>
    name === code &&
    lineShares(facts, code, { plain, marked: 0 }, undefined).some((one) => one.code === addOn)
  );
  if (!used || addOn === undefined || !facts.codes.has(addOn)) return [];
  const invalid = outOfDate(facts, addOn, visit.date);
  if (invalid) return [missingInformation(null, "code", invalid)];
  return coded.filter((entry) => !entry.denied).flatMap(({ service }) => {
    const found = openFact(facts, visit, service, roleOf(facts, visit, service), addOn);
    const why = found?.reasons.at(-1);
    return found && why ? [missingInformation(null, found.missing, why)] : [];
  });
}
