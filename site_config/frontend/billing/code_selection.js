/** One service to its code: by the technique and its purpose, then by what the payer makes of it. */

import { covers } from "./facts.js";
import { quoted, reason } from "./outcomes.js";

/** @import { Billable, Code, CodeRule, Facts, NotBillable, Outcome, Payer, Reason, Service, Technique, Visit, Wanted } from "./types.js" */
/** @typedef {boolean | number | string} Value */

/**
 * What `service` bills by itself, before units and other lines of the visit are looked at.
 *
 * @param {Facts} facts @param {Visit} visit @param {Service} service @returns {Outcome}
 */
export function choose(facts, visit, service) {
  const outcome = byNature(facts, service);
  if (outcome.kind !== "billable") return outcome;
  const payer = facts.table.payers[visit.payer];
  const wanted = substituted(visit, payer, outcome);
  return refused(facts, visit, service, wanted) ?? ruledOut(facts, visit, service, wanted) ??
    wanted;
}

/** The kind of person who furnished it, in the words of the payer files. @param {Facts} facts @param {Visit} visit @param {Service} service */
export function roleOf(facts, visit, service) {
  return facts.table.roles[`${visit.discipline} ${service.by}`] ?? service.by;
}

/** @param {Facts} facts @param {Service} service @returns {Outcome} */
function byNature(facts, service) {
  if (service.code) {
    const why = reason(facts.say("code-named"), [`codes/${service.code}`]);
    return { kind: "billable", codes: [service.code], reasons: [why] };
  }
  const name = /** @type {string} */ (service.technique);
  const technique = facts.table.techniques[name];
  const known = attributes(technique, service);
  for (const rule of technique.codes) {
    const fits = fitsRule(rule, known);
    if (typeof fits === "string") return ask(facts, name, fits);
    if (fits) return answer(name, rule);
  }
  return ask(facts, name, null);
}

/** @param {Facts} facts @param {string} name @param {string | null} attribute @returns {Outcome} */
function ask(facts, name, attribute) {
  const technique = facts.table.techniques[name].name.toLowerCase();
  const text = attribute === null
    ? facts.say("no-rule-fits", { technique })
    : facts.say("attribute-missing", { technique, attribute: attribute.replaceAll("_", " ") });
  return {
    kind: "ask",
    missing: attribute ?? "description",
    reasons: [reason(text, [`techniques/${name}`])],
  };
}

/** @param {Technique} technique @param {Service} service @returns {Map<string, Value | undefined>} */
function attributes(technique, service) {
  const own = {
    purpose: service.purpose,
    contact: service.contact ?? technique.contact,
    minutes: service.minutes,
  };
  return new Map(Object.entries({ ...own, ...service.details }));
}

/**
 * Whether every condition holds; the name of the first attribute that is not known where one decides.
 *
 * @param {CodeRule} rule @param {Map<string, Value | undefined>} known @returns {boolean | string}
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

/** @param {string} technique @param {CodeRule} rule @returns {Outcome} */
function answer(technique, rule) {
  const codes = rule.codes ?? [];
  const restsOn = [`techniques/${technique}`, ...codes.map((code) => `codes/${code}`)];
  const reasons = [reason(rule.why, restsOn, rule.sources, rule.confidence)];
  return codes.length
    ? { kind: "billable", codes, reasons }
    : { kind: "not-billable", codes: [], reasons };
}

/** The payer's own code, where it wants another one on that date. @param {Visit} visit @param {Payer} payer @param {Billable} outcome @returns {Billable} */
function substituted(visit, payer, outcome) {
  const current = (payer.substitutions ?? []).filter((swap) => covers(swap, visit.date));
  const swaps = new Map(current.map((swap) => [swap.code, swap]));
  const used = outcome.codes.flatMap((code) => swaps.get(code) ?? []);
  return {
    kind: "billable",
    codes: outcome.codes.map((code) => swaps.get(code)?.use ?? code),
    reasons: [...outcome.reasons, ...used.map((swap) => quoted(`payers/${visit.payer}`, swap))],
  };
}

/** @param {Facts} facts @param {Visit} visit @param {Service} service @param {Billable} outcome @returns {NotBillable | null} */
function refused(facts, visit, service, outcome) {
  const payer = facts.table.payers[visit.payer];
  const role = roleOf(facts, visit, service);
  for (const refusal of payer.refusals ?? []) {
    const { roles, codes, butPays } = refusal;
    const concerned = outcome.codes.some((code) =>
      !butPays.includes(code) && (!codes.length || codes.includes(code))
    );
    if (concerned && roles.includes(role) && covers(refusal, visit.date)) {
      return stopped(outcome, quoted(`payers/${visit.payer}`, refusal));
    }
  }
  const unpaid = outcome.codes.flatMap((code) => payer.notCovered?.[code] ?? []);
  const all = unpaid.length === outcome.codes.length && covers(unpaid[0], visit.date);
  return all ? stopped(outcome, quoted(`payers/${visit.payer}`, unpaid[0])) : null;
}

/**
 * Where no code that fits was one on that date, may be furnished by this person, or is one the payer pays.
 *
 * @param {Facts} facts @param {Visit} visit @param {Service} service @param {Billable} outcome @returns {NotBillable | null}
 */
function ruledOut(facts, visit, service, outcome) {
  const role = roleOf(facts, visit, service);
  const told = outcome.codes.filter((code) => facts.codes.has(code)).map((code) =>
    against(facts, code, visit, role)
  );
  const [first] = told;
  return first && told.every(Boolean) ? stopped(outcome, first) : null;
}

/** @param {Facts} facts @param {string} name @param {Visit} visit @param {string} role @returns {Reason | null} */
function against(facts, name, visit, role) {
  const code = /** @type {Code} */ (facts.codes.get(name));
  if (!covers(code, visit.date)) {
    return reason(outOfDate(facts, name, code, visit.date), [`codes/${name}`]);
  }
  const who = code.against?.find((entry) => entry.role === role && covers(entry, visit.date));
  if (who) return quoted(`codes/${name}`, who);
  const coverage = code.coverage?.[visit.payer];
  if (
    !coverage || !facts.table.neverPaid.includes(coverage.status) || !covers(coverage, visit.date)
  ) {
    return null;
  }
  return reason(coverage.text ?? "", [`codes/${name}`], coverage.sources, coverage.confidence);
}

/** That the number was not yet a code on that date of service, or no longer. @param {Facts} facts @param {string} code @param {Code} entry @param {string} date */
function outOfDate(facts, code, entry, date) {
  const early = entry.from !== undefined && date < entry.from;
  return facts.say(early ? "code-not-yet" : "code-no-more", {
    code,
    date,
    day: early ? entry.from : entry.to,
  });
}

/** @param {Billable} outcome @param {Reason} why @returns {NotBillable} */
function stopped(outcome, why) {
  return { kind: "not-billable", codes: outcome.codes, reasons: [...outcome.reasons, why] };
}
