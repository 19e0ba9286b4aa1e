/** Who says what a reason says: its own sources, else those of the facts it rests on. */

import { byName } from "./facts.js";
import { editsOf, endOf } from "./edit_lookup.js";

/** @import { Edit, Facts, Reason } from "./types.d.ts" */

/** @param {Facts} facts @param {Reason} reason */
export function sourcesOf(facts, reason) {
  if (reason.sources.length) return reason.sources;
  return [...new Set(reason.restsOn.flatMap((reference) => ofFact(facts, reference)))];
}

/** @param {Facts} facts @param {Reason} reason */
export const sourceText = (facts, reason) => sourcesOf(facts, reason).join(", ") || null;

/** The sentence with its sources in brackets. @param {Facts} facts @param {Reason} reason */
export function cited(facts, reason) {
  const source = sourceText(facts, reason);
  return source ? `${reason.text} [${source}]` : reason.text;
}

/** @param {Facts} facts @param {string} reference @returns {string[]} */
function ofFact(facts, reference) {
  const [register, name] = reference.split("/");
  if (register === "codes") return (facts.codes.get(name) ?? facts.others.get(name))?.cite ?? [];
  if (register === "rules") return facts.table.rules[name]?.cite ?? [];
  if (register === "payers") return facts.table.payers[name]?.cite ?? [];
  return register === "edits" ? latest(facts, name)?.sources ?? [] : [];
}

/**
 * A pair is found by its two codes: the edit that ended last, or not yet.
 *
 * @param {Facts} facts
 * @param {string} name
 * @returns {Edit | undefined}
 */
function latest(facts, name) {
  const [column1, column2] = name.split("-");
  const own = (/** @type {Edit} */ edit) => Number(edit.setting === "practitioner");
  return editsOf(facts, column1, column2)
    .toSorted((one, other) => own(other) - own(one) || byName(endOf(other), endOf(one)))[0];
}
