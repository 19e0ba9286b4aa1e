/** What a technique is billed as, by its rules and what the note gives of it. */

import { reason } from "./outcomes.js";

/** @import { CodeRule, Facts, Outcome, Service, Wanted } from "./types.d.ts" */
/** @typedef {boolean | number | string} Value */
/** @typedef {Map<string, Value | undefined>} Attributes */

/**
 * The answer of the first rule that fits, or the attribute that decides and is missing.
 *
 * @param {Facts} facts
 * @param {Service} service
 * @returns {Outcome}
 */
export function byTechnique(facts, service) {
  const name = /** @type {string} */ (service.technique);
  const technique = facts.table.techniques[name];
  /** @type {Attributes} */
  const known = new Map(Object.entries({
    purpose: service.purpose,
    contact: service.contact ?? technique.contact,
    minutes: service.minutes,
    ...service.details,
  }));
  for (const rule of technique.codes) {
    const fits = fitsRule(rule, known);
    if (typeof fits === "string") return ask(facts, name, fits);
    if (fits) return answer(name, rule);
  }
  return ask(facts, name);
}

/**
 * Whether every condition holds; the first attribute that decides and is not known.
 *
 * @param {CodeRule} rule
 * @param {Attributes} known
 * @returns {boolean | string}
 */
function fitsRule(rule, known) {
  let missing = null;
  for (const [attribute, wanted] of Object.entries(rule.when ?? {})) {
    const value = known.get(attribute);
    if (value === undefined) missing ??= attribute;
    else if (!meets(value, wanted)) return false;
  }
  return missing ?? true;
}

/** @param {Value} value @param {Wanted} wanted */
function meets(value, wanted) {
  if (!Array.isArray(wanted)) return wanted.among.some((one) => one === value);
  const [low, high] = wanted;
  return typeof value === "number" && (low ?? 0) <= value && (high === null || value <= high);
}

/** @param {Facts} facts @param {string} name @param {string} [missing] @returns {Outcome} */
function ask(facts, name, missing) {
  const technique = facts.table.techniques[name].name.toLowerCase();
  const attribute = missing?.replaceAll("_", " ");
  const text = facts.say(missing ? "attribute-missing" : "no-rule-fits", { technique, attribute });
  const reasons = [reason(text, [`techniques/${name}`])];
  return { kind: "ask", missing: missing ?? "description", reasons };
}

/** @param {string} technique @param {CodeRule} rule @returns {Outcome} */
function answer(technique, rule) {
  const codes = rule.codes ?? [];
  const restsOn = [`techniques/${technique}`, ...codes.map((code) => `codes/${code}`)];
  const reasons = [reason(rule.why, restsOn, rule.sources, rule.confidence)];
  return { kind: codes.length ? "billable" : "not-billable", codes, reasons };
}
