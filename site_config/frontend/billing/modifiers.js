/** The order of modifiers on a line, and which one bypasses an edit. */

import { editReason } from "./edit_lookup.js";

/** @import { Edit, Facts, Reason } from "./types.d.ts" */

/**
 * Modifiers once each, in their order on the line; unknown ones last.
 *
 * @param {Facts} facts
 * @param {string[]} modifiers
 */
export function inOrder(facts, modifiers) {
  const { order } = facts.table.modifiers;
  const place = (/** @type {string} */ modifier) =>
    order.includes(modifier) ? order.indexOf(modifier) : order.length;
  return [...new Set(modifiers)].sort((one, other) => place(one) - place(other));
}

/**
 * The modifier that bypasses an indicator-1 edit: the exact one where the note says what sets the
 * services apart, else 59.
 *
 * @param {Facts} facts @param {Edit} edit @param {(string | undefined)[]} separateBy @returns
 *   {[string, Reason]}
 */
export function bypassModifier(facts, edit, separateBy) {
  const apart = [...new Set(separateBy.flatMap((one) => one ?? []))];
  const modifier = apart.length === 1 ? facts.table.modifiers.bypass[apart[0]] : "59";
  const why = editReason(facts, "pair-parted", edit, { modifier });
  return [modifier, { ...why, restsOn: [...why.restsOn, "rules/ncci-pairs"] }];
}
