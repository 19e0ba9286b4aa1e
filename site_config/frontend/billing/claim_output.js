/** Answers of the engine as the commands print them. */

import { cited, sourceText } from "./citations_used.js";

/** @import { BilledLine, ClaimResult, DayUnits, Edit, Facts } from "./types.d.ts" */

/** @param {BilledLine} line */
export const lineJson = ({ code, units, modifiers }) => ({ code, units, modifiers });

/** @param {Facts} facts @param {DayUnits} day */
export function unitsJson(facts, day) {
  return {
    total: day.total,
    lines: day.lines.map(lineJson),
    alternatives: day.alternatives.map((way) => way.map(lineJson)),
    reasons: day.reasons.map((reason) => cited(facts, reason)),
  };
}

/**
 * `effective` is null where the table read gives no first day, `deleted` where it gives no last
 * one.
 *
 * @param {Edit | undefined} edit
 */
export function editJson(edit) {
  if (!edit) return null;
  return {
    column1: edit.column1,
    column2: edit.column2,
    modifier_indicator: edit.indicator,
    effective: edit.from ?? null,
    deleted: edit.to ?? null,
    source: edit.sources.join(", "),
  };
}

/** @param {Facts} facts @param {ClaimResult} claim */
export function claimJson(facts, claim) {
  return {
    lines: claim.lines.map((line) => ({
      ...lineJson(line),
      reasons: line.reasons.map((reason) => cited(facts, reason)),
    })),
    not_billable: claim.notBilled.map(({ code, minutes, reason }) => ({
      code,
      minutes,
      reason: reason.text,
      source: sourceText(facts, reason),
    })),
    ask: claim.questions.map((question) => cited(facts, question.reason)),
    warnings: claim.warnings.map((warning) => cited(facts, warning)),
  };
}
