/** Where modifiers stand on a line, and which one parts a pair. */

import { reason } from "./outcomes.js";
import { nameOf } from "./edit_lookup.js";

/** @import { Edit, Facts, Reason } from "./types.js" */

/** Modifiers once each, as they stand on the line; unknown ones last. @param {Facts} facts @param {string[]} modifiers */
export function inOrder(facts, modifiers) {
  const { order } = facts.table.modifiers;
  const place = (/** @type {string} */ modifier) =>
    order.includes(modifier) ? order.indexOf(modifier) : order.length;
  return [...new Set(modifiers)].sort((one, other) => place(one) - place(other));
}

/**
 * The modifier that parts an indicator-1 pair: the exact one where the note says what sets the services apart, else 59.
 *
 * @param {Facts} facts @param {Edit} edit @param {(string | undefined)[]} ways @returns {[string, Reason]}
 */
export function partingModifier(facts, edit, ways) {
  const known = [...new Set(ways.flatMap((way) => way ?? []))];
  const modifier = known.length === 1 ? facts.table.modifiers.parting[known[0]] : "59";
  const { column1, column2, asOf } = edit;
  const text = facts.say("pair-parted", { modifier, column1, column2, table: asOf });
  return [modifier, reason(text, [nameOf(edit), "rules/ncci-pairs"], edit.sources)];
}
