/** Stage 1 of a claim, select codes: each service under its code, refused, or asked about. */

import { codeService, outOfDate } from "./coded_services.js";
import { byName, codeOf, covers, payerOf } from "./facts.js";
import { missingInformation, notBilled, quoted, reason } from "./outcomes.js";
import { byTechnique } from "./technique_rules.js";

/** @import { Billable, Facts, Outcome, Payer, Reason, SelectedCodes, SelectedService, Service, Visit } from "./types.d.ts" */

/**
 * Every service of the visit by itself, in order of codes.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 * @returns {SelectedCodes}
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

/** @param {Facts} facts @param {Visit} visit @param {Service} service @returns {SelectedService} */
function select(facts, visit, service) {
  const outcome = selectCode(facts, visit, service);
  const why = outcome.reasons[outcome.reasons.length - 1];
  if (outcome.kind === "ask") return missingInformation(service.id, outcome.missing, why);
  const { codes, reasons } = outcome;
  const [code] = codes;
  const excluded = outcome.kind === "not-billable";
  if (excluded && !denialIsWanted(facts, visit, service, codes)) {
    return notBilled(code ?? null, service.minutes, why);
  }
  if (codes.length > 1) {
    const text = facts.say("authorities-disagree", { codes: codes.join(facts.say("or")) });
    return missingInformation(service.id, "code", reason(text, codes.map((one) => `codes/${one}`)));
  }
  const coded = codeService(facts, visit.date, service, code, reasons);
  return coded.kind === "coded" ? { ...coded, excluded } : coded;
}

/**
 * What a service is by itself: by its technique, then by what the payer makes of it.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 * @param {Service} service
 * @returns {Outcome}
 */
function selectCode(facts, visit, service) {
  const { code } = service;
  /** @type {Outcome} */
  const outcome = code
    ? {
      kind: "billable",
      codes: [code],
      reasons: [reason(facts.say("code-named"), [`codes/${code}`])],
    }
    : byTechnique(facts, service);
  if (outcome.kind !== "billable") return outcome;
  const wanted = substituted(visit, payerOf(facts, visit), outcome);
  const why = refusal(facts, visit, service, wanted) ?? ruledOut(facts, visit, service, wanted);
  return why ? { ...wanted, kind: "not-billable", reasons: [...wanted.reasons, why] } : wanted;
}

/**
 * A chiropractor's excluded service goes on a claim only to be denied.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 * @param {Service} service
 * @param {string[]} codes
 */
function denialIsWanted(facts, visit, service, codes) {
  return visit.denial_wanted && roleOf(facts, visit, service) === "chiropractor" &&
    codes.length === 1;
}

/**
 * The kind of person who treated, in the words of the payer files.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 * @param {Service} service
 */
function roleOf(facts, visit, service) {
  return facts.table.roles[visit.discipline]?.[service.by] ?? service.by;
}

/**
 * The payer's own code, where it wants another one on that date.
 *
 * @param {Visit} visit
 * @param {Payer} payer
 * @param {Billable} outcome
 * @returns {Billable}
 */
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

/**
 * Why the payer does not pay this person, or never pays these codes.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 * @param {Service} service
 * @param {Billable} outcome
 * @returns {Reason | null}
 */
function refusal(facts, visit, service, { codes }) {
  const { refusals = [], notCovered } = payerOf(facts, visit);
  const role = roleOf(facts, visit, service);
  const refused = refusals.find((entry) =>
    entry.roles.includes(role) && covers(entry, visit.date) &&
    codes.some((code) =>
      !entry.butPays.includes(code) && (!entry.codes.length || entry.codes.includes(code))
    )
  );
  const unpaid = codes.flatMap((code) => notCovered?.[code] ?? []);
  const all = unpaid.length === codes.length && covers(unpaid[0], visit.date);
  const fact = refused ?? (all ? unpaid[0] : null);
  return fact && quoted(`payers/${visit.payer}`, fact);
}

/**
 * Why none of the codes is valid that day, this person's to bill, and paid by the payer.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 * @param {Service} service
 * @param {Billable} outcome
 * @returns {Reason | null}
 */
function ruledOut(facts, visit, service, outcome) {
  const role = roleOf(facts, visit, service);
  const reasons = outcome.codes.filter((code) => facts.codes.has(code))
    .map((code) => against(facts, code, visit, role));
  return reasons.every(Boolean) ? reasons[0] ?? null : null;
}

/**
 * @param {Facts} facts
 * @param {string} name
 * @param {Visit} visit
 * @param {string} role
 * @returns {Reason | null}
 */
function against(facts, name, visit, role) {
  const { against = [], coverage } = codeOf(facts, name);
  const who = against.find((entry) => entry.role === role && covers(entry, visit.date));
  const paid = coverage?.[visit.payer];
  const neverPaid = paid && facts.table.neverPaid.includes(paid.status) && covers(paid, visit.date);
  const fact = who ?? (neverPaid ? paid : null);
  return outOfDate(facts, name, visit.date) ??
    (fact ? reason(fact.text ?? "", [`codes/${name}`], fact.sources, fact.confidence) : null);
}
