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
  const refused = selected.coded.flatMap(({ code, service }) => {
    const why = refusedFor(facts, visit, service);
    return why ? [notBilled(code, service.minutes, why)] : [];
  });
  const coded = selected.coded.filter(({ service }) => !refusedFor(facts, visit, service));
  const left = { ...selected, coded, notBilled: [...selected.notBilled, ...refused] };
  const asked = questionsOf(facts, visit, coded.map(({ service }) => service.by));
  return asked.length ? { ...left, coded: [], missing: [...left.missing, ...asked] } : left;
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
  const [question] = questionsOf(facts, visit, [service.by]);
  if (!question) return outcome;
  return { kind: "ask", missing: question.missing, reasons: [...reasons, question.reason] };
}

/**
 * Why somebody else bills it; a physician's own therapy is no part of a home health plan.
 * @param {Facts} facts @param {Visit} visit @param {Service} service @returns {Reason | null}
 */
function refusedFor(facts, visit, { by }) {
  if (!payerOf(facts, visit).policy?.medicareModifiers || !isTherapist(facts, visit)) return null;
  const names = NAMES.filter((name) => visit[name]);
  if (by === "physician" && String(names) === "home_health_plan") return null;
  return names.length ? reason(facts.say(messageOf(names[0])), RULE) : null;
}

/**
 * Where Original Medicare's rule would hold, and of a Medicare Advantage plan what it does.
 * @param {Facts} facts @param {Visit} visit @param {string[]} people
 * @returns {MissingInformation[]}
 */
function questionsOf(facts, visit, people) {
  if (!people.length || !isTherapist(facts, visit)) return [];
  const { name: payer, policy } = payerOf(facts, visit);
  const ask = (/** @type {string} */ missing, /** @type {string} */ text) =>
    missingInformation(null, missing, reason(text, RULE));
  return NAMES.flatMap((name) => {
    if (name === "home_health_plan" && people.every((by) => by === "physician")) return [];
    if (policy?.medicareModifiers && visit.place === PLACES[name] && visit[name] === undefined) {
      return [ask(name, facts.say(`${messageOf(name)}-ask`, { day: visit.date }))];
    }
    const open = policy?.mayFollowPartB && visit[name];
    return open ? [ask(name, facts.say("consolidated-other", { payer }))] : [];
  });
}

/** @param {Facts} facts @param {Visit} visit */
const isTherapist = (facts, { discipline }) => discipline in facts.table.modifiers.plan;

/** @param {string} name */
const messageOf = (name) => name.replaceAll("_", "-");
