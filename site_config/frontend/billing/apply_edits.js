/**
 * Stage 3 of a claim, apply NCCI edits: what an edit denies leaves, and the units are counted
 * again.
 *
 * The cost is a polynomial of the number n of services, with c <= n codes: the edits among the
 * codes are looked up once (c² look-ups); each round takes at least one service off, so there are n
 * at most; a round looks at each edit once, and at each of the choices, 1,000 at most.
 */

import { countUnits, withoutUnits } from "./count_units.js";
import {
  certainlyInForce,
  editForPair,
  editReason,
  outsideTables,
  pairOutside,
} from "./edit_lookup.js";
import { byName, missingInformation, notBilled, pairs, payerOf, servicesByCode } from "./facts.js";
import { shareInitial, wasFirst } from "./initial_codes.js";
import { bypassModifier, separateBy } from "./modifiers.js";
import { choicesOf, firstOf, having } from "./unit_methods.js";

/** @import {
 *   Allocation, CodedService, CountedUnits, Edit, EditedUnits, Facts, MissingInformation,
 *   NotBilled, Reason, RightAllocations, Visit
 * } from "./types.d.ts" */
/** @typedef {Map<string, CodedService[]>} Groups */

/**
 * Take denied services off until no edit denies any; every round removes some.
 * @param {Facts} facts @param {Visit} visit @param {CountedUnits} counted
 * @param {MissingInformation[]} missing @returns {EditedUnits}
 */
export function applyEdits(facts, visit, counted, missing) {
  let left = counted;
  /** @type {NotBilled[]} */
  const denials = [];
  const edits = editsAmong(facts, visit, new Set(counted.coded.map((entry) => entry.code)));
  const certain = (/** @type {Edit} */ edit) => certainlyInForce(edit, visit.date);
  const sure = edits.filter(certain);
  let denying = denyingIn(left.coded, sure);
  let payable = payableIn(left.right, denying);
  while (!payable.length) {
    const conflict = firstConflict(firstOf(left.right), denying);
    const [services, why] = denied(facts, visit, left.coded, conflict);
    denials.push(...services.map((entry) => notBilled(entry.code, entry.service.minutes, why)));
    left = countUnits(facts, visit, without(left.coded, services));
    denying = denyingIn(left.coded, sure);
    payable = payableIn(left.right, denying);
  }
  const codes = codesIn(payable[0]);
  for (const entry of left.coded) if (entry.excluded) codes.delete(entry.code);
  const present = edits.filter((edit) => both(codes, edit));
  const weighed = missing.map((question) => weigh(facts, visit, left.coded, codes, question));
  return {
    counted,
    coded: left.coded,
    right: left.right,
    allocations: payable,
    reasons: left.reasons,
    notBilled: [
      ...denials,
      ...withoutUnits(facts, visit, left.coded, payable),
      ...weighed.filter((entry) => entry.kind === "not-billed"),
    ],
    asked: weighed.filter((entry) => entry.kind === "missing-information"),
    bypassed: present.filter(certain),
    missing: unknownPairs(facts, visit, servicesByCode(left.coded), codes, present),
  };
}

/**
 * A question about one service, beside what is billed: moot where an edit denies its code. What its
 * code would deny waits for the answer too.
 * @param {Facts} facts @param {Visit} visit @param {CodedService[]} coded
 * @param {Set<string>} billed @param {MissingInformation} question
 */
function weigh(facts, visit, coded, billed, question) {
  const service = visit.services.find((entry) => entry.id === question.service);
  const [code] = question.codes;
  if (!service || code === undefined || billed.has(code)) return question;
  const codes = [...question.codes];
  for (const edit of editsAmong(facts, visit, new Set([code, ...billed]))) {
    const { column1, column2, indicator } = edit;
    const other = column2 === code ? column1 : column2;
    const apart = service.separate ||
      coded.every((entry) => entry.code !== other || entry.service.separate);
    const concerned = (code === column1 || code === column2) && certainlyInForce(edit, visit.date);
    if (!concerned || indicator === 1 && apart) continue;
    if (column2 === code) return notBilled(code, service.minutes, whyDenied(facts, edit));
    codes.push(other);
  }
  const rival = facts.oneInitial.get(code) ?? "";
  const theirs = coded.filter((entry) => entry.code === rival);
  if (billed.has(rival) && !wasFirst(theirs, [{ service, code }])) codes.push(rival);
  return { ...question, codes };
}

/** @param {Facts} facts @param {Edit} edit */
function whyDenied(facts, edit) {
  const message = edit.indicator === 0 ? "pair-never" : "pair-apart-only";
  return { ...editReason(facts, message, edit), confidence: edit.confidence ?? "high" };
}

/**
 * Pairs of which the facts do not say whether this payer denies one beside the other.
 * @param {Facts} facts @param {Visit} visit @param {Groups} groups @param {Set<string>} billed
 * @param {Edit[]} present
 */
function unknownPairs(facts, visit, groups, billed, present) {
  const { name: payer, policy } = payerOf(facts, visit);
  const day = visit.date;
  const asked = (/** @type {Reason} */ why, /** @type {string[]} */ ...codes) =>
    missingInformation(null, "pair", why, codes);
  if (!policy?.ncciEdits) {
    return medicaresEdits(facts, visit, billed).map((edit) => {
      const apart = edit.indicator === 1 ? separateBy(groups, edit) : [];
      const name = apart.length ? "pair-other-payer-apart" : "pair-other-payer";
      const [modifier] = bypassModifier(facts, edit, apart);
      const why = editReason(facts, name, edit, { payer, modifier });
      return asked({ ...why, sources: [] }, edit.column2);
    });
  }
  const unsure = present.filter((edit) => !certainlyInForce(edit, day));
  const outside = pairs(billed).flatMap(({ one, other }) => {
    const codes = outsideTables(facts, one, other);
    const listed = present.some((edit) => both(new Set([one, other]), edit));
    return codes.length && !listed
      ? [asked(pairOutside(facts, one, other, codes, day), ...codes)]
      : [];
  });
  return [
    ...unsure.map((edit) => asked(editReason(facts, "pair-unknown", edit, { day }), edit.column2)),
    ...outside,
  ];
}

/** @param {Allocation} allocation */
const codesIn = (allocation) => new Set(allocation.map(([code]) => code));

/** @param {Set<string>} codes @param {Edit} edit */
const both = (codes, { column1, column2 }) => codes.has(column1) && codes.has(column2);

/** @param {CodedService[]} coded @param {CodedService[]} services */
function without(coded, services) {
  const gone = new Set(services);
  return coded.filter((entry) => !gone.has(entry));
}

/** @param {Facts} facts @param {Visit} visit @param {Set<string>} codes */
const editsAmong = (facts, visit, codes) =>
  payerOf(facts, visit).policy?.ncciEdits ? medicaresEdits(facts, visit, codes) : [];

/** @param {Facts} facts @param {Visit} visit @param {Set<string>} codes */
function medicaresEdits(facts, visit, codes) {
  return pairs(codes).flatMap(({ one, other }) =>
    shareInitial(facts, one, other) // which of them is billed turns on which was first
      ? []
      : editForPair(facts, one, other, visit.date, visit.setting) ?? []
  );
}

/** @param {CodedService[]} coded @param {Edit[]} edits */
function denyingIn(coded, edits) {
  const groups = servicesByCode(coded);
  return edits.filter((edit) => notSeparate(groups, edit).length);
}

/**
 * The allocations in which no edit denies a service. What is sure is in all of them: two of its
 * codes in conflict leave none. Of the rest, a code in conflict with what is sure is never chosen,
 * and two in conflict not together.
 * @param {RightAllocations} right @param {Edit[]} denying
 */
function payableIn(right, denying) {
  const sure = codesIn(right.sure);
  if (denying.some((edit) => both(sure, edit))) return [];
  const places = new Map(right.tied.map((code, place) => [code, 1n << BigInt(place)]));
  /** @type {Map<string, bigint>} */
  const against = new Map();
  for (const { column1, column2 } of denying) {
    for (const [code, partner] of [[column1, column2], [column2, column1]]) {
      const bit = places.get(sure.has(partner) ? code : partner);
      if (!sure.has(code) && bit) against.set(code, (against.get(code) ?? 0n) | bit);
    }
  }
  const bitOf = (/** @type {string} */ code) => places.get(code) ?? 0n;
  return choicesOf(right).filter((chosen) => {
    const mask = chosen.reduce((all, code) => all | bitOf(code), 0n);
    return !chosen.some((code) => (against.get(code) ?? 0n) & mask);
  }).map((chosen) => having(right, chosen));
}

/**
 * An edit whose column 1 is denied itself comes later.
 * @param {Allocation} allocation @param {Edit[]} denying
 */
function firstConflict(allocation, denying) {
  const codes = codesIn(allocation);
  const here = denying.filter((edit) => both(codes, edit));
  const second = new Set(here.map((edit) => edit.column2));
  const late = (/** @type {Edit} */ edit) => Number(second.has(edit.column1));
  return here.sort((one, other) =>
    late(one) - late(other) || byName(one.column1, other.column1) ||
    byName(one.column2, other.column2)
  )[0];
}

/**
 * Services of column 2 that are denied: all, or with indicator 1 those not separate.
 * @param {Groups} groups @param {Edit} edit
 */
function notSeparate(groups, edit) {
  const [first, second] = [edit.column1, edit.column2].map((code) =>
    (groups.get(code) ?? []).filter((entry) => !entry.excluded)
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
  const groups = servicesByCode(coded);
  const second = notSeparate(groups, edit);
  const rest = countUnits(facts, visit, without(coded, second));
  if (codesIn(firstOf(rest.right)).has(edit.column1)) {
    return [second, whyDenied(facts, edit)];
  }
  return [groups.get(edit.column1) ?? [], editReason(facts, "pair-no-unit", edit)];
}
