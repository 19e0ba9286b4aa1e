/**
 * What the facts leave open about a code, for the payer, the day and who treated. The law: a claim
 * line rests only on facts that are known, read and in force. Anything else is asked, in the
 * words of the fact.
 */

import { codeOf, covers, payerOf, reason } from "./facts.js";
import { wordOnRole } from "./who_may.js";

/** @import {
 *   Ask, Code, Doubt, Facts, Payer, Service, Sourced, Visit
 * } from "./types.d.ts" */
/** @typedef {Ask | null} Open */
/**
 * @typedef {object} Case A code of a visit, and who treated.
 * @property {Facts} facts
 * @property {string} name
 * @property {Code} code
 * @property {Payer} payer
 * @property {Visit} visit
 * @property {string} role
 * @property {boolean} [confirmed]
 * @property {string} [contact]
 */

const STAGES = [ofWho, ofCoverage, ofVideo, ofUnit, ofDoubts];

/**
 * The first thing about a taught code that must be asked; what the payer has confirmed no more.
 * @param {Facts} facts @param {Visit} visit @param {Service} service @param {string} role
 * @param {string} name @param {boolean} [denied] Of a line that is to be denied, only its unit is.
 * @returns {Open}
 */
export function openFact(facts, visit, service, role, name, denied) {
  const [code, payer] = [codeOf(facts, name), payerOf(facts, visit)];
  const { confirmed, contact } = service;
  const found = { facts, name, code, payer, visit, role, confirmed, contact };
  for (const stage of denied ? [ofUnit] : STAGES) {
    const open = stage(found);
    if (open) return open;
  }
  return null;
}

/** @param {Case} found @returns {Open} */
function ofWho(found) {
  const { facts, visit, name, role, confirmed } = found;
  const word = wordOnRole(facts, visit, name, role);
  if (confirmed) return null;
  if (!word) return ask(found, "who", "who-unknown");
  if (word.may !== "depends" && !word.undecided) return null;
  const asked = ask(found, "who", "ask-who", word, { text: word.text });
  return { ...asked, reasons: asked.reasons.map((one) => ({ ...one, restsOn: [word.cite] })) };
}

/** @param {Case} found @returns {Open} */
function ofCoverage(found) {
  const { facts, code, payer, visit, confirmed } = found;
  const coverage = code.coverage?.[visit.payer];
  if (!coverage) {
    return payer.policy?.partOfMedicare && !confirmed
      ? ask(found, "coverage", "coverage-unknown")
      : null;
  }
  if (!covers(coverage, visit.date)) return lapsed(found, "coverage", coverage);
  const { status, undecided, therapy } = coverage;
  if (!confirmed && (facts.table.asked.includes(status) || undecided)) {
    const text = coverage.text + (undecided ? ` ${coverage.contested}` : "");
    return ask(found, "coverage", "ask-coverage", coverage, { text });
  }
  return therapy === undefined && payer.policy?.medicareModifiers
    ? ask(found, "coverage", "designation-unknown", coverage)
    : null;
}

/**
 * The place of service and the modifier of a line by video differ by payer and contractor.
 * @param {Case} found @returns {Open}
 */
function ofVideo(found) {
  const { code: { video }, confirmed, contact, visit } = found;
  return video && contact === "remote" && !confirmed
    ? ask(found, "coverage", video, undefined, { day: visit.date })
    : null;
}

/** @param {Case} found @returns {Open} */
function ofUnit(found) {
  const { unit } = found.code;
  if (!covers(unit, found.visit.date)) return lapsed(found, "unit", unit);
  return unit.undecided ? ask(found, "unit", "ask-first", unit, { text: unit.contested }) : null;
}

/** @param {Case} found @returns {Open} */
function ofDoubts(found) {
  if (found.confirmed) return null;
  const doubt = found.code.doubts?.find((one) => concerns(found, one));
  return doubt ? ask(found, doubt.asks, "ask-first", doubt, { text: doubt.text }) : null;
}

/** @param {Case} found @param {Doubt} fact */
const concerns = ({ visit, role }, fact) =>
  (fact.payers?.includes(visit.payer) ?? true) && (fact.roles?.includes(role) ?? true) &&
  covers(fact, visit.date);

/**
 * @param {Case} found @param {string} missing @param {string} message
 * @param {Partial<Sourced>} [fact] @param {Record<string, unknown>} [values] @returns {Ask}
 */
function ask({ facts, name, payer, role }, missing, message, fact, values) {
  const text = facts.say(message, { code: name, payer: payer.name, role, ...values });
  return { kind: "ask", missing, reasons: [reason(text, [`codes/${name}`], fact?.sources)] };
}

/** That a fact ended before the day, or had not begun. @param {Case} found
 * @param {string} missing @param {Partial<Sourced>} fact */
function lapsed(found, missing, fact) {
  const { date } = found.visit;
  const late = fact.to !== undefined && fact.to < date;
  const but = fact.contested ? ` ${fact.contested}` : "";
  const values = { day: late ? fact.to : fact.from, date, but };
  return ask(found, missing, late ? "fact-ended" : "fact-not-yet", fact, values);
}
