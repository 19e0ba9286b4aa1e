/** Answers of the engine as the commands print them, each reason with who says so. */

import {
  certainlyInForce,
  editForPair,
  editReason,
  editsOf,
  endOf,
  outsideTables,
  pairOutside,
} from "./edit_lookup.js";
import { byName } from "./facts.js";

/** @import {
 *   BilledLine, ClaimResult, DayUnits, Edit, Facts, Reason, Setting
 * } from "./types.d.ts" */

const NO_EDIT = {
  column1: null,
  column2: null,
  modifier_indicator: null,
  effective: null,
  deleted: null,
  source: null,
};

/** Its own, else those of the facts it rests on. @param {Facts} facts @param {Reason} reason */
export function sourcesOf(facts, reason) {
  if (reason.sources.length) return reason.sources;
  return [...new Set(reason.restsOn.flatMap((reference) => ofFact(facts, reference)))];
}

/** @param {BilledLine} line */
export const lineJson = ({ code, units, modifiers }) => ({ code, units, modifiers });

/** @param {Facts} facts @param {DayUnits} day */
export function unitsJson(facts, day) {
  return {
    total: day.total,
    lines: day.lines.map(lineJson),
    alternatives: day.alternatives.map((lines) => lines.map(lineJson)),
    reasons: day.reasons.map((reason) => cited(facts, reason)),
  };
}

/**
 * Whether two codes are an NCCI pair on a day: null where the tables read have none; `known` is
 * false where they do not tell. `effective` is null where the table gives no first day, `deleted`
 * where it gives no last.
 * @param {Facts} facts @param {string} one @param {string} other @param {string} day
 * @param {Setting} setting
 */
export function pairJson(facts, one, other, day, setting) {
  const edit = editForPair(facts, one, other, day, setting);
  const outside = outsideTables(facts, one, other);
  if (!edit && !outside.length) return null;
  if (edit && certainlyInForce(edit, day)) return editJson(edit);
  const why = edit
    ? editReason(facts, "pair-unknown", edit, { day })
    : pairOutside(facts, one, other, outside, day);
  return { ...(edit ? editJson(edit) : NO_EDIT), known: false, reason: why.text };
}

/** @param {Edit} edit */
function editJson(edit) {
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
    lines: explained(facts, claim.lines),
    not_billable: claim.notBilled.map(({ code, minutes, reason }) => ({
      code,
      minutes,
      reason: reason.text,
      source: sourcesOf(facts, reason).join(", ") || null,
    })),
    ask: claim.questions.map((question) => cited(facts, question.reason)),
    warnings: claim.warnings.map((warning) => cited(facts, warning)),
    by_method: Object.fromEntries(claim.byMethod.map(({ name, claim }) => [name, {
      lines: explained(facts, claim.lines),
      alternatives: claim.alternatives.map((lines) => lines.map(lineJson)),
    }])),
  };
}

/** @param {Facts} facts @param {BilledLine[]} lines */
const explained = (facts, lines) =>
  lines.map((line) => ({
    ...lineJson(line),
    reasons: line.reasons.map((reason) => cited(facts, reason)),
  }));

/** @param {Facts} facts @param {Reason} reason */
function cited(facts, reason) {
  const source = sourcesOf(facts, reason).join(", ");
  return source ? `${reason.text} [${source}]` : reason.text;
}

/** @param {Facts} facts @param {string} reference */
function ofFact(facts, reference) {
  const [register, name] = reference.split("/");
  if (register === "codes") return (facts.codes.get(name) ?? facts.others.get(name))?.cite ?? [];
  if (register === "rules") return facts.table.rules[name]?.cite ?? [];
  if (register === "payers") return facts.table.payers[name]?.cite ?? [];
  return register === "edits" ? latest(facts, name)?.sources ?? [] : [];
}

/** @param {Facts} facts @param {string} pair */
function latest(facts, pair) {
  const [column1, column2] = pair.split("-");
  const own = (/** @type {Edit} */ edit) => Number(edit.setting === "practitioner");
  return editsOf(facts, column1, column2)
    .toSorted((one, other) => own(other) - own(one) || byName(endOf(other), endOf(one)))[0];
}
