/** Which NCCI edit holds between two codes on a date of service. */

import { byName, covers, reason } from "./facts.js";

/** @import { Edit, Facts, Setting } from "./types.d.ts" */

/**
 * The edit on a pair, in that column order, in force on a date of service. The practitioner table
 * serves where the hospital's has the pair in neither column order; of two edits whose first days
 * are not known, the one that ended first is the older one.
 * @param {Pick<Facts, "edits">} facts @param {string} column1 @param {string} column2
 * @param {string} day @param {Setting} setting @returns {Edit | undefined}
 */
export function editOn(facts, column1, column2, day, setting) {
  const [here, turned] = [[column1, column2], [column2, column1]].map(([one, other]) =>
    editsOf(facts, one, other).filter((edit) => edit.indicator !== 9 && covers(edit, day))
  );
  const hasOwn = [...here, ...turned].some((edit) => edit.setting === setting);
  return here
    .sort((one, other) => byName(endOf(one), endOf(other)))
    .find((edit) => edit.setting === (hasOwn ? setting : "practitioner"));
}

/**
 * The edit between two codes, whichever of them is column 1.
 * @param {Facts} facts @param {string} one @param {string} other @param {string} day
 * @param {Setting} setting
 */
export function editForPair(facts, one, other, day, setting) {
  return editOn(facts, one, other, day, setting) ?? editOn(facts, other, one, day, setting);
}

/**
 * Whether the facts say that the edit held, rather than only that it had not ended.
 * @param {Edit} edit @param {string} day
 */
export function certainlyInForce(edit, day) {
  return !edit.undecided && (edit.from !== undefined || day >= edit.asOf || day === edit.to);
}

/**
 * Codes whose pairs are not known: not taught here, or younger than the tables read.
 * @param {Facts} facts @param {string[]} codes
 */
export const outsideTables = (facts, ...codes) =>
  codes.filter((name) => {
    const code = facts.codes.get(name);
    return !code || (code.from ?? "") > facts.table.pairsRead;
  });

/**
 * That a pair without an edit here may still be one.
 * @param {Facts} facts @param {string} one @param {string} other @param {string[]} outside
 * @param {string} day
 */
export function pairOutside(facts, one, other, outside, day) {
  const values = { one, other, codes: outside.join(facts.say("and")), day };
  const text = facts.say("pair-outside", { ...values, table: facts.table.pairsRead });
  return reason(text, ["rules/ncci-pairs"]);
}

/** @param {Pick<Facts, "edits">} facts @param {string} column1 @param {string} column2 */
export const editsOf = (facts, column1, column2) => facts.edits.get(`${column1}-${column2}`) ?? [];

/** @param {Edit} edit */
export const endOf = (edit) => edit.to ?? "~";

/** The edit as a fact: "edits/97140-97124". @param {Edit} edit */
export const editName = (edit) => `edits/${edit.column1}-${edit.column2}`;

/**
 * The message of that name about an edit, from its table.
 * @param {Facts} facts @param {string} message @param {Edit} edit
 * @param {Record<string, unknown>} [values]
 */
export function editReason(facts, message, edit, values) {
  const { column1, column2, asOf, sources } = edit;
  const text = facts.say(message, { column1, column2, table: asOf, ...values });
  return reason(text, [editName(edit)], sources);
}
