/** Who may perform a code for a payer, and what must be so before a service is billed. */

import { codeOf, covers, distinct, reason } from "./facts.js";

/** @import { Billable, ServiceCondition, Facts, Outcome, Service, Visit } from "./types.d.ts" */

const CERTAINTY = ["low", "medium", "high"];

/**
 * The word that holds for the role on the visit's day: first what no payer allows, then the
 * payer's own word, then what holds for any payer.
 * @param {Facts} facts @param {Visit} visit @param {string} code @param {string} role
 */
export function wordOnRole(facts, visit, code, role) {
  const own = (codeOf(facts, code).who ?? []).filter((word) => word.role === role)
    .map((word) => ({ ...word, cite: `codes/${code}` }));
  const shared = facts.table.people.filter((word) =>
    word.roles.includes(role) && isNamed(word.codes, [code])
  );
  const words = [...own, ...shared].filter((word) =>
    covers(word, visit.date) && isNamed(word.payers ?? [], [visit.payer])
  );
  const general = words.find((word) => !word.payers?.length);
  if (general?.may === "no") return general;
  return words.find((word) => word.payers?.length) ?? general;
}

/**
 * `outcome` if all its conditions are known to hold; else what is against it, or what to ask.
 * @param {Facts} facts @param {Visit} visit @param {Service} service @param {string} role
 * @param {Billable} outcome @returns {Outcome}
 */
export function underConditions(facts, visit, service, role, outcome) {
  const conditions = facts.table.conditions.filter((entry) =>
    isNamed(entry.codes, outcome.codes) && isNamed(entry.roles, [role]) &&
    isNamed(entry.payers, [visit.payer]) && covers(entry, visit.date)
  );
  /** @type {Record<string, unknown>} */
  const details = service.details ?? {};
  const known = (/** @type {ServiceCondition} */ entry) => details[entry.attribute] ?? null;
  const broken = conditions.find((entry) => known(entry) !== null && known(entry) !== entry.wanted);
  if (broken) {
    const reasons = [...outcome.reasons, resting([broken], broken.refused)];
    return { kind: "not-billable", codes: outcome.codes, reasons };
  }
  const unknown = conditions.filter((entry) => known(entry) === null);
  if (!unknown.length) return outcome;
  const why = resting(unknown, unknown.map((entry) => entry.ask).join(" "));
  return { kind: "ask", missing: unknown[0].attribute, reasons: [...outcome.reasons, why] };
}

/** @param {ServiceCondition[]} conditions @param {string} text */
function resting(conditions, text) {
  const surest = conditions.map((entry) => CERTAINTY.indexOf(entry.confidence ?? "high"));
  return reason(
    text,
    distinct(conditions.map((entry) => entry.cite)),
    distinct(conditions.flatMap((entry) => entry.sources)),
    CERTAINTY[Math.min(...surest)],
  );
}

/**
 * Whether a list names one of those; an empty one names any.
 * @param {string[]} list @param {string[]} names
 */
export const isNamed = (list, names) => !list.length || names.some((name) => list.includes(name));
