/**
 * One initial code a day: of two sets, the later one is the add-on of its own initial code. Which
 * set was first is never guessed: the visit says it, or both codes wait for the answer.
 */

import { measuredIn } from "./count_units.js";
import { byName, missingInformation, reason, servicesByCode } from "./facts.js";
import { amountText, measureOn, unitsOf } from "./measured_units.js";

/** @import {
 *   CodedService, Facts, MissingInformation, SelectedCodes, Service, Visit
 * } from "./types.d.ts" */
/** @typedef {{ service: Service, code: string }[]} Group */

/**
 * Whether only one of the two is billed a day as an initial code.
 * @param {Facts} facts @param {string} one @param {string} other
 */
export const shareInitial = (facts, one, other) => facts.oneInitial.get(one) === other;

/**
 * The sets after the first under their add-on, where the visit says which was first.
 * @param {Facts} facts @param {Visit} visit @param {SelectedCodes} selected
 * @returns {SelectedCodes}
 */
export function laterSets(facts, visit, selected) {
  const groups = servicesByCode(selected.coded);
  let { coded } = selected;
  for (const [first, ours] of groups) {
    const theirs = groups.get(facts.oneInitial.get(first) ?? "") ?? [];
    if (theirs.length && wasFirst(ours, theirs) && measuredIn(facts, ours).own) {
      const later = new Map(underAddOn(facts, visit, ours, theirs));
      coded = coded.map((entry) => later.get(entry) ?? entry);
    }
  }
  const sorted = coded.toSorted((one, other) =>
    byName(one.code, other.code) || byName(one.service.id, other.service.id)
  );
  return { ...selected, coded: sorted };
}

/**
 * Whether the visit says so: it marks one, or names the others by their add-on.
 * @param {Group} ours @param {Group} theirs
 */
export function wasFirst(ours, theirs) {
  const [one, other] = [ours, theirs].map((group) => group.some(({ service }) => service.first));
  return one || other ? one && !other : theirs.every(namedAddOn) && !ours.every(namedAddOn);
}

/**
 * Which set was first, where two that share an initial code are still both billed.
 * @param {Facts} facts @param {string} code @param {Set<string>} billed
 * @returns {MissingInformation[]}
 */
export function firstUnknown(facts, code, billed) {
  const asked = billed.has(facts.oneInitial.get(code) ?? "");
  return asked ? [missingInformation(null, "first", whichWasFirst(facts, code))] : [];
}

/**
 * The question of the code and of the one that it shares its initial unit with.
 * @param {Facts} facts @param {string} code
 */
export function whichWasFirst(facts, code) {
  const [one, other] = [code, facts.oneInitial.get(code) ?? ""].sort(byName);
  const [add_one, add_other] = [one, other].map((name) => facts.codes.get(name)?.addOn);
  const text = facts.say("first-unknown", { one, other, add_one, add_other });
  return reason(text, [`codes/${one}`, `codes/${other}`]);
}

/** @param {Group[number]} entry */
const namedAddOn = ({ service, code }) => service.code !== undefined && service.code !== code;

/**
 * Their minutes first fill the last unit of the set before, as CPT's time rule counts all.
 * @param {Facts} facts @param {Visit} visit @param {CodedService[]} ours
 * @param {CodedService[]} theirs @returns {[CodedService, CodedService][]}
 */
function underAddOn(facts, visit, ours, theirs) {
  const before = measuredIn(facts, ours);
  let left = Math.max(0, before.scale.size * unitsOf(before) - before.amount);
  return theirs.map((entry) => {
    const add_on = /** @type {string} */ (facts.codes.get(entry.code)?.addOn);
    const taken = Math.min(left, entry.amount);
    left -= taken;
    const words = { first: ours[0].code, code: entry.code, add_on };
    const cite = [`codes/${ours[0].code}`, `codes/${add_on}`];
    const reasons = [...entry.reasons, reason(facts.say("later-set", words), cite)];
    if (taken) {
      const amount = amountText(facts, taken, before.scale.of);
      reasons.push(reason(facts.say("later-set-fills", { ...words, amount }), cite));
    }
    const taught = facts.codes.get(add_on);
    const measure = taught ? measureOn(taught, visit.date) : entry.measure;
    return [entry, { ...entry, code: add_on, measure, amount: entry.amount - taken, reasons }];
  });
}
