/**
 * Stage 3 of a claim, apply NCCI edits: what an edit denies leaves, and the units are counted
 * again.
 */

import { countUnits, withoutUnits } from "./count_units.js";
import { certainlyInForce, editForPair, editReason } from "./edit_lookup.js";
import { byName, missingInformation, notBilled, pairs, payerOf } from "./facts.js";

/** @import {
 *   Allocation, CodedService, CountedUnits, Edit, EditedUnits, Facts, NotBilled, Reason, Visit
 * } from "./types.d.ts" */

/**
 * Take denied services off until no edit denies any; every round removes some.
 * @param {Facts} facts @param {Visit} visit @param {CountedUnits} counted @returns {EditedUnits}
 */
export function applyEdits(facts, visit, counted) {
  let left = counted;
  /** @type {NotBilled[]} */
  const denials = [];
  let { payable, conflict } = payableIn(facts, visit, left);
  while (conflict) {
    const [services, why] = denied(facts, visit, left.coded, conflict);
    denials.push(...services.map((entry) => notBilled(entry.code, entry.service.minutes, why)));
    left = countUnits(facts, visit, left.coded.filter((entry) => !services.includes(entry)));
    ({ payable, conflict } = payableIn(facts, visit, left));
  }
  const codes = codesIn(payable[0]);
  for (const entry of left.coded) if (entry.excluded) codes.delete(entry.code);
  const edits = editsAmong(facts, visit, codes);
  const certain = edits.filter((edit) => certainlyInForce(edit, visit.date));
  const why = (/** @type {Edit} */ edit) =>
    editReason(facts, "pair-unknown", edit, { day: visit.date });
  return {
    counted,
    coded: left.coded,
    allocations: payable,
    reasons: left.reasons,
    notBilled: [...denials, ...withoutUnits(facts, visit, left.coded, payable)],
    bypassed: certain,
    missing: edits.filter((edit) => !certain.includes(edit))
      .map((edit) => missingInformation(null, "pair", why(edit))),
  };
}

/** @param {Allocation} allocation */
const codesIn = (allocation) => new Set(allocation.map(([code]) => code));

/** @param {Facts} facts @param {Visit} visit @param {CountedUnits} counted */
function payableIn(facts, visit, { coded, allocations }) {
  const conflicts = allocations.map((one) => conflictIn(facts, visit, coded, codesIn(one)));
  const payable = allocations.filter((_, index) => !conflicts[index]);
  return { payable, conflict: payable.length ? undefined : conflicts[0] };
}

/**
 * The first edit that denies a service; one whose column 1 is denied itself comes later.
 * @param {Facts} facts @param {Visit} visit @param {CodedService[]} coded
 * @param {Set<string>} codes
 */
function conflictIn(facts, visit, coded, codes) {
  const denying = editsAmong(facts, visit, codes)
    .filter((edit) => certainlyInForce(edit, visit.date) && notSeparate(coded, edit).length);
  const second = new Set(denying.map((edit) => edit.column2));
  const late = (/** @type {Edit} */ edit) => Number(second.has(edit.column1));
  return denying.sort((one, other) =>
    late(one) - late(other) || byName(one.column1, other.column1) ||
    byName(one.column2, other.column2)
  )[0];
}

/** @param {Facts} facts @param {Visit} visit @param {Set<string>} codes */
function editsAmong(facts, visit, codes) {
  if (!payerOf(facts, visit).policy?.ncciEdits) return [];
  return pairs(codes).flatMap(({ one, other }) =>
    editForPair(facts, one, other, visit.date, visit.setting) ?? []
  );
}

/**
 * Services of column 2 that are denied: all, or with indicator 1 those not separate.
 * @param {CodedService[]} coded @param {Edit} edit
 */
function notSeparate(coded, edit) {
  const [first, second] = [edit.column1, edit.column2].map((code) =>
    coded.filter((entry) => entry.code === code && !entry.excluded)
  );
  if (!first.length) return [];
  if (edit.indicator === 0) return second;
  return first.every((entry) => entry.service.separate)
    ? []
    : second.filter((entry) => !entry.service.separate);
}

/**
 * Column 2, unless column 1 earns a unit only with the minutes of column 2.
 * @param {Facts} facts @param {Visit} visit @param {CodedService[]} coded @param {Edit} edit
 * @returns {[CodedService[], Reason]}
 */
function denied(facts, visit, coded, edit) {
  const second = notSeparate(coded, edit);
  const rest = coded.filter((entry) => !second.includes(entry));
  if (codesIn(countUnits(facts, visit, rest).allocations[0]).has(edit.column1)) {
    const message = edit.indicator === 0 ? "pair-never" : "pair-apart-only";
    const { confidence = "high" } = edit;
    return [second, { ...editReason(facts, message, edit), confidence }];
  }
  const first = coded.filter((entry) => entry.code === edit.column1);
  return [first, editReason(facts, "pair-no-unit", edit)];
}
