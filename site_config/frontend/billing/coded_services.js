/** A service under its code, and why a code cannot be billed or counted. */

import { baseOf, covers, missingInformation, notBilled, reason } from "./facts.js";
import { amountOf, measureOn } from "./measured_units.js";

/** @import {
 *   Code, Facts, Measure, OtherCode, Period, Reason, SelectedService, Service
 * } from "./types.d.ts" */
/** @typedef {{ codes: Map<string, Period>, others: Map<string, Omit<OtherCode, "name">> }} Named */
/** @typedef {Pick<Facts, "say"> & Named} CodeFacts */

const SHARED = ["supervised", "group"];
const UNDIVIDED = ["one-on-one", "constant-attendance"];

/**
 * `service` under the code of that name, if that is a code on the day and can be counted.
 * @param {Facts} facts @param {string} day @param {Service} service @param {string} name
 * @param {Reason[]} reasons @returns {SelectedService}
 */
export function codeService(facts, day, service, name, reasons) {
  const base = baseOf(facts, name);
  const invalid = invalidCodeReason(facts, name, day) ?? invalidCodeReason(facts, base, day);
  if (invalid) return notBilled(name, service.minutes, invalid);
  const code = facts.codes.get(base);
  if (!code) {
    const why = reason(facts.say("code-not-taught", { code: name }));
    return missingInformation(service.id, "unit", why, [name]);
  }
  if (service.minutes === 0) {
    return notBilled(name, 0, reason(facts.say("no-minute"), [`codes/${base}`]));
  }
  const { timed = false } = code;
  const measure = measureOn(code, day);
  return notCountable(facts, service, name, code, measure) ?? {
    kind: "coded",
    service,
    code: base,
    timed,
    measure,
    amount: measure ? amountOf(service, measure) ?? 0 : 0,
    reasons,
    excluded: false,
    modifiers: [],
    minutes: service.minutes ?? 0,
    byAssistant: service.by === "assistant",
  };
}

/**
 * That the number was not yet a code on that date of service, or no longer.
 * @param {CodeFacts} facts @param {string} name @param {string} date
 */
export function outOfDate(facts, name, date) {
  const code = facts.codes.get(name);
  if (!code || covers(code, date)) return null;
  const early = code.from !== undefined && date < code.from;
  const values = { code: name, date, day: early ? code.from : code.to };
  return reason(facts.say(early ? "code-not-yet" : "code-no-more", values), [`codes/${name}`]);
}

/**
 * Why `code` is none on a date of service: it ended, was replaced, or had not begun.
 * @param {CodeFacts} facts @param {string} code @param {string} date
 */
export function invalidCodeReason(facts, code, date) {
  const other = facts.others.get(code);
  if (!other?.deleted || covers(other, date)) return outOfDate(facts, code, date);
  const codes = (other.replacedBy ?? []).join(facts.say("or"));
  const values = { code, day: other.to ?? "None", codes };
  const text = facts.say(codes ? "code-replaced" : "code-ended", values);
  return reason(text, [`codes/${code}`], other.cite);
}

/**
 * @param {Facts} facts @param {Service} service @param {string} name @param {Code} code
 * @param {Measure | undefined} measure
 */
function notCountable(facts, service, name, code, measure) {
  const { contact } = service;
  const { timed } = code;
  const undivided = timed || measure && UNDIVIDED.includes(code.contact ?? "");
  if (undivided && contact && SHARED.includes(contact)) {
    const message = contact === "group" ? "not-one-on-one-group" : "not-one-on-one";
    const text = facts.say(message, { code: name, contact });
    return notBilled(name, service.minutes, reason(text, ["rules/one-on-one-time"]));
  }
  const asked = (/** @type {string} */ missing, /** @type {string} */ text) =>
    missingInformation(service.id, missing, reason(text, ["rules/documentation"]), [
      baseOf(facts, name),
    ]);
  if (measure && amountOf(service, measure) === undefined) {
    const what = facts.say(`${measure.of}-what`);
    return asked(measure.of, facts.say("measured-missing", { code: name, what }));
  }
  return timed && service.minutes === undefined
    ? asked("minutes", facts.say("minutes-missing", { code: name, minutes: code.minutes }))
    : null;
}
