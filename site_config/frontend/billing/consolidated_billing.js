/** Who bills therapy of a patient of a home health agency or a SNF: they do, and nobody else. */

import { missingInformation, notBilled, payerOf, reason } from "./facts.js";

/** @import {
 *   Facts, MissingInformation, Outcome, Reason, SelectedCodes, Service, Visit
 * } from "./types.d.ts" */

const RULE = ["rules/consolidated-billing"];

/** What decides, and where the patient was treated when it must be asked. */
const PLACES = /** @type {const} */ ({
  home_health_plan: "home",
  snf_resident: "nursing-facility",
});
const NAMES = /** @type {(keyof typeof PLACES)[]} */ (Object.keys(PLACES));

/**
 * The services that this claim may carry; none while somebody else bills, or may.
 * @param {Facts} facts @param {Visit} visit @param {SelectedCodes} selected
 * @returns {SelectedCodes}
 */
export function consolidated(facts, visit, selected) {
  /** @type {typeof selected.coded} */
  const coded = [];
  const refused = [...selected.notBilled];
  for (const one of selected.coded) {
    const why = refusedFor(facts, visit, one.service);
    if (why) refused.push(notBilled(one.code, one.service.minutes, why));
    else coded.push(one);
  }
  const asked = questionsOf(facts, visit, coded.map(({ service }) => service.by));
  return {
    coded: asked.length ? [] : coded,
    notBilled: refused,
    missing: [...selected.missing, ...asked],
  };
}

/**
 * What a service by itself is, after who may bill it.
 * @param {Facts} facts @param {Visit} visit @param {Service} service @param {Outcome} outcome
 * @returns {Outcome}
 */
export function whoBills(facts, visit, service, outcome) {
  if (outcome.kind !== "billable") return outcome;
  const { codes, reasons } = outcome;
  const why = refusedFor(facts, visit, service);
  if (why) return { kind: "not-billable", codes, reasons: [...reasons, why] };
  const [ask] = questionsOf(facts, visit, [service.by]);
  return ask ? { kind: "ask", missing: ask.missing, reasons: [...reasons, ask.reason] } : outcome;
}

/**
 * Why somebody else bills it; a physician's own therapy is no part of a home health plan.
 * @param {Facts} facts @param {Visit} visit @param {Service} service @returns {Reason | null}
 */
function refusedFor(facts, visit, { by }) {
  if (!payerOf(facts, visit).policy?.medicareModifiers || !isTherapist(facts, visit)) return null;
  const name = NAMES.find((one) => visit[one]);
  if (!name || by === "physician" && !visit.snf_resident) return null;
  return reason(facts.say(messageOf(name)), RULE);
}

/**
 * Where Original Medicare's rule would hold, and of a Medicare Advantage plan what it does.
 * @param {Facts} facts @param {Visit} visit @param {string[]} people
 * @returns {MissingInformation[]}
 */
function questionsOf(facts, visit, people) {
  if (!people.length || !isTherapist(facts, visit)) return [];
  const { name: payer, policy } = payerOf(facts, visit);
  return NAMES.flatMap((name) => {
    if (name === "home_health_plan" && people.every((by) => by === "physician")) return [];
    const held = visit[name];
    const open = policy?.medicareModifiers && visit.place === PLACES[name] && held === undefined;
    const text = open
      ? `${messageOf(name)}-ask`
      : policy?.mayFollowPartB && held
      ? "consolidated-other"
      : "";
    const words = { day: visit.date, payer };
    return text ? [missingInformation(null, name, reason(facts.say(text, words), RULE))] : [];
  });
}

/** @param {Facts} facts @param {Visit} visit */
const isTherapist = (facts, { discipline }) => discipline in facts.table.modifiers.plan;

/** @param {string} name */
const messageOf = (name) => name.replaceAll("_", "-");
