/** Stage 1 of a claim, select codes: each service under its code, refused, or asked about. */

import { attributesOf, fits } from "./attributes.js";
import { codeService, outOfDate } from "./coded_services.js";
import { whoBills } from "./consolidated_billing.js";
import { applyConditions } from "./coverage_conditions.js";
import { underConditions, wordOnRole } from "./who_may.js";
import {
  byName,
  codeOf,
  covers,
  missingInformation,
  nameInSentence,
  notBilled,
  payerOf,
  quoted,
  reason,
} from "./facts.js";
import { abnOf } from "./notices.js";
import { openFact } from "./open_facts.js";
import { narrowed, refusal, substituted } from "./payer_codes.js";

/** @import {
 *   Billable, CodedService, CodeRule, Fact, Facts, NotBillable, Outcome, SelectedCodes,
 *   SelectedService, Service, Visit
 * } from "./types.d.ts" */

/**
 * Every service of the visit by itself, in order of codes.
 * @param {Facts} facts @param {Visit} visit @returns {SelectedCodes}
 */
export function selectCodes(facts, visit) {
  const found = visit.services.map((service) => select(facts, visit, service));
  return {
    coded: found.filter((entry) => entry.kind === "coded").sort((one, other) =>
      byName(one.code, other.code) || byName(one.service.id, other.service.id)
    ),
    notBilled: found.filter((entry) => entry.kind === "not-billed"),
    missing: found.filter((entry) => entry.kind === "missing-information"),
  };
}

/**
 * The kind of person who treated, in the words of the payer files.
 * @param {Facts} facts @param {Visit} visit @param {Service} service
 */
export const roleOf = (facts, visit, service) =>
  facts.table.roles[visit.discipline]?.[service.by] ?? service.by;

/** @param {Facts} facts @param {Visit} visit @param {Service} service */
function select(facts, visit, service) {
  const role = roleOf(facts, visit, service);
  const outcome = whoeverBills(facts, visit, service, role);
  const why = outcome.reasons[outcome.reasons.length - 1];
  if (outcome.kind === "ask") return missingInformation(service.id, outcome.missing, why);
  const { codes, reasons } = outcome;
  const denial = outcome.kind === "not-billable" ? denialOf(visit, service, outcome) : undefined;
  if (outcome.kind === "not-billable" && !denial) {
    return notBilled(codes[0] ?? null, service.minutes, why);
  }
  const excluded = denial === "excluded";
  if (codes.length > 1) {
    const text = facts.say("authorities-disagree", { codes: codes.join(facts.say("or")) });
    return missingInformation(service.id, "code", reason(text, codes.map((one) => `codes/${one}`)));
  }
  const coded = codeService(facts, visit.date, service, codes[0], reasons);
  if (coded.kind !== "coded") return coded;
  const modifiers = outcome.kind === "billable" ? outcome.modifiers ?? [] : [];
  const found = { ...coded, excluded, denied: outcome.kind !== "billable", modifiers };
  return withoutOpenFacts(facts, visit, role, found, codes[0]);
}

/**
 * The service, where nothing is open about its code and the one that it adds to.
 * @param {Facts} facts @param {Visit} visit @param {string} role @param {CodedService} coded
 * @param {string} code @returns {SelectedService}
 */
function withoutOpenFacts(facts, visit, role, coded, code) {
  const { service, denied } = coded;
  for (const name of new Set([code, coded.code])) {
    const open = facts.codes.has(name) ? openFact(facts, visit, service, role, name, denied) : null;
    const why = open?.reasons.at(-1);
    if (open && why) return missingInformation(service.id, open.missing, why, [coded.code]);
  }
  return coded;
}

/**
 * As what a line goes out only to be denied; undefined where it does not go out.
 * @param {Visit} visit @param {Service} service @param {NotBillable} outcome
 */
function denialOf(visit, service, { codes, deniedAs = [] }) {
  if (codes.length !== 1) return undefined;
  if (deniedAs.includes("necessity") && abnOf(visit, service) === "required") return "necessity";
  return deniedAs.includes("excluded") && visit.denial_wanted ? "excluded" : undefined;
}

/**
 * Its code, what the payer makes of it, and who may bill it.
 * @param {Facts} facts @param {Visit} visit @param {Service} service
 * @param {string} role Who treated, in the words of the payer files. @returns {Outcome}
 */
export const selectCode = (facts, visit, service, role) =>
  whoBills(facts, visit, service, whoeverBills(facts, visit, service, role));

/**
 * @param {Facts} facts @param {Visit} visit @param {Service} service
 * @param {string} role Who treated, in the words of the payer files. @returns {Outcome}
 */
function whoeverBills(facts, visit, service, role) {
  const { code } = service;
  /** @type {Outcome} */
  const outcome = code
    ? {
      kind: "billable",
      codes: [code],
      reasons: [reason(facts.say("code-named", { code }), [`codes/${code}`])],
    }
    : byTechnique(facts, service, visit.date);
  if (outcome.kind === "ask") return refusedAnyway(facts, visit, service, role) ?? outcome;
  return forPayer(facts, visit, service, role, outcome);
}

/**
 * The refusal where every answer to the question leads to one.
 * @param {Facts} facts @param {Visit} visit @param {Service} service @param {string} role
 * @returns {Outcome | null}
 */
function refusedAnyway(facts, visit, service, role) {
  const { technique, known } = techniqueOf(facts, service);
  const found = technique.codes.filter((rule) => fits(rule.when ?? {}, known) !== false)
    .map((rule) => forPayer(facts, visit, service, role, answerOf(service, rule)));
  const refused = found.filter((one) => one.kind === "not-billable").find(({ codes }) =>
    codes.length
  );
  if (!refused || found.some(({ kind }) => kind !== "not-billable")) return null;
  return { kind: "not-billable", codes: [], reasons: refused.reasons };
}

/**
 * What the payer makes of an outcome.
 * @param {Facts} facts @param {Visit} visit @param {Service} service @param {string} role
 * @param {Outcome} outcome @returns {Outcome}
 */
function forPayer(facts, visit, service, role, outcome) {
  if (outcome.kind !== "billable") return outcome;
  const wanted = substituted(visit, payerOf(facts, visit), outcome);
  const refused = refusal(facts, visit, role, wanted);
  const why = refused
    ? quoted(`payers/${visit.payer}`, refused)
    : ruledOut(facts, visit, role, wanted);
  if (!why) {
    const ask = narrowed(facts, visit, wanted);
    if (ask) return ask;
    const found = underConditions(facts, visit, service, role, wanted);
    return found.kind === "billable" ? applyConditions(facts, visit, service, found) : found;
  }
  const reasons = [...wanted.reasons, why];
  const own = refused?.deniedAs ?? [];
  const deniedAs = own.length ? own : deniedAsOf(facts, visit, wanted.codes);
  return { kind: "not-billable", codes: wanted.codes, reasons, deniedAs };
}

/**
 * As excluded, where the payer covers the service for nobody: GY asks for the denial.
 * @param {Facts} facts @param {Visit} visit @param {string[]} codes
 */
function deniedAsOf(facts, visit, codes) {
  const found = codes.filter((code) => facts.codes.has(code))
    .map((code) => codeOf(facts, code).coverage?.[visit.payer]);
  const never = found.every((entry) =>
    entry && facts.table.excluded.includes(entry.status) && covers(entry, visit.date)
  );
  return found.length && never ? ["excluded"] : [];
}

/** @param {Facts} facts @param {Visit} visit @param {string} role @param {Billable} outcome */
function ruledOut(facts, visit, role, outcome) {
  const reasons = outcome.codes.filter((code) => facts.codes.has(code))
    .map((code) => against(facts, code, visit, role));
  return reasons.every(Boolean) ? reasons[0] ?? null : null;
}

/** @param {Facts} facts @param {string} name @param {Visit} visit @param {string} role */
function against(facts, name, visit, role) {
  const { coverage } = codeOf(facts, name);
  const word = wordOnRole(facts, visit, name, role);
  const paid = coverage?.[visit.payer];
  const neverPaid = paid && facts.table.neverPaid.includes(paid.status) && covers(paid, visit.date);
  const outdated = outOfDate(facts, name, visit.date);
  if (outdated) return outdated;
  if (word?.may === "no") return stated(word.cite, word);
  return neverPaid ? stated(`codes/${name}`, paid) : null;
}

/** @param {string} cite @param {Partial<Fact>} fact */
const stated = (cite, { text = "", sources, confidence }) =>
  reason(text, [cite], sources, confidence);

/**
 * The technique of a service, and what the note gives by the names that rules use.
 * @param {Facts} facts @param {Service} service
 */
function techniqueOf(facts, service) {
  const technique = facts.table.techniques[/** @type {string} */ (service.technique)];
  return { technique, known: attributesOf(service, technique) };
}

/** @param {Facts} facts @param {Service} service @param {string} day @returns {Outcome} */
function byTechnique(facts, service, day) {
  const { technique, known } = techniqueOf(facts, service);
  const cite = `techniques/${service.technique}`;
  const ask = (/** @type {string} */ missing, /** @type {string} */ message, attribute = "") => {
    const title = technique.name;
    const text = facts.say(message, { title, technique: nameInSentence(title), attribute });
    return /** @type {Outcome} */ ({ kind: "ask", missing, reasons: [reason(text, [cite])] });
  };
  for (const rule of technique.codes.filter((one) => covers(one, day))) {
    const met = fits(rule.when ?? {}, known);
    if (typeof met === "string") {
      const own = `attribute-${met}-${service.technique}`;
      const named = own in facts.table.messages ? own : `attribute-${met}`;
      return ask(met, "attribute-missing", facts.say(named));
    }
    if (met) {
      const { reasons, ...answer } = answerOf(service, rule);
      if (rule.undecided) return { kind: "ask", missing: "code", reasons };
      return { ...answer, reasons };
    }
  }
  return ask("description", "no-rule-fits");
}

/** @param {Service} service @param {CodeRule} rule @returns {Outcome} */
function answerOf(service, { codes = [], modifiers, why, sources, confidence }) {
  const cite = `techniques/${service.technique}`;
  const restsOn = [cite, ...codes.map((code) => `codes/${code}`)];
  const reasons = [reason(why, restsOn, sources, confidence)];
  return codes.length
    ? { kind: "billable", codes, reasons, modifiers }
    : { kind: "not-billable", codes, reasons };
}
