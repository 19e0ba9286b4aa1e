/** The services of a visit, sorted: what may be billed under which code, what may not, what must be asked. */

import { choose, roleOf } from "./code_selection.js";
import { baseOf, covers } from "./facts.js";
import { amountOf } from "./measured_units.js";
import { notBilled, question, reason } from "./outcomes.js";

/** @import { Code, Facts, NotBilled, Question, Reason, Service, Visit, Work } from "./types.js" */

const SHARED = ["supervised", "group"];
const UNDIVIDED = ["one-on-one", "constant-attendance"];

/**
 * What becomes of one service, before units and the visit's other services are looked at.
 *
 * @param {Facts} facts @param {Visit} visit @param {Service} service @returns {Work | NotBilled | Question}
 */
export function sortService(facts, visit, service) {
  const outcome = choose(facts, visit, service);
  const why = outcome.reasons[outcome.reasons.length - 1];
  if (outcome.kind === "ask") return question(service.id, outcome.missing, why);
  const { codes, reasons } = outcome;
  if (outcome.kind === "not-billable") {
    return denialIsWanted(facts, visit, service, codes)
      ? workOf(facts, visit, service, codes[0], reasons, true)
      : notBilled(codes[0] ?? null, service.minutes, why);
  }
  if (codes.length === 1) return workOf(facts, visit, service, codes[0], reasons, false);
  const text = facts.say("authorities-disagree", { codes: codes.join(facts.say("or")) });
  return question(service.id, "code", reason(text, codes.map((code) => `codes/${code}`)));
}

/** A chiropractor's excluded service goes on a claim only to be denied. @param {Facts} facts @param {Visit} visit @param {Service} service @param {string[]} codes */
function denialIsWanted(facts, visit, service, codes) {
  return visit.denial_wanted && roleOf(facts, visit, service) === "chiropractor" &&
    codes.length === 1;
}

/**
 * @param {Facts} facts @param {Visit} visit @param {Service} service @param {string} name @param {Reason[]} reasons
 * @param {boolean} excluded @returns {Work | NotBilled | Question}
 */
function workOf(facts, visit, service, name, reasons, excluded) {
  const base = baseOf(facts, name);
  const refusal = noCodeOn(facts, name, visit.date) ?? noCodeOn(facts, base, visit.date);
  if (refusal) return notBilled(name, service.minutes, refusal);
  const code = facts.codes.get(base);
  if (!code) {
    return question(service.id, "unit", reason(facts.say("code-not-taught", { code: name })));
  }
  if (service.minutes === 0) {
    return notBilled(name, 0, reason(facts.say("no-minute"), [`codes/${base}`]));
  }
  const problem = notCountable(facts, service, name, code);
  const { measure, timed = false } = code;
  const amount = measure ? amountOf(service, measure) ?? 0 : 0;
  const minutes = service.minutes ?? 0;
  const byAssistant = service.by === "assistant";
  return problem ??
    {
      kind: "work",
      service,
      code: base,
      timed,
      measure,
      amount,
      reasons,
      excluded,
      minutes,
      byAssistant,
    };
}

/** Why a code is none on a date of service: it ended, was replaced, or had not begun. @param {Facts} facts @param {string} code @param {string} date @returns {Reason | null} */
function noCodeOn(facts, code, date) {
  const other = facts.others.get(code);
  if (other?.deleted && !covers(other, date)) {
    const codes = (other.replacedBy ?? []).join(facts.say("or"));
    const text = facts.say(codes ? "code-replaced" : "code-ended", {
      code,
      day: other.to ?? "None",
      codes,
    });
    return reason(text, [`codes/${code}`], other.cite);
  }
  const taught = facts.codes.get(code);
  if (!taught || covers(taught, date)) return null;
  const early = taught.from !== undefined && date < taught.from;
  const text = facts.say(early ? "code-not-yet" : "code-no-more", {
    code,
    date,
    day: early ? taught.from : taught.to,
  });
  return reason(text, [`codes/${code}`]);
}

/** Why a code that counts minutes or an amount cannot be counted: none given, or not one-on-one. @param {Facts} facts @param {Service} service @param {string} name @param {Code} code */
function notCountable(facts, service, name, code) {
  const { contact } = service;
  const { measure, timed } = code;
  const undivided = timed || measure && UNDIVIDED.includes(code.contact ?? "");
  if (undivided && contact && SHARED.includes(contact)) {
    const said = contact === "group" ? "not-one-on-one-group" : "not-one-on-one";
    const text = facts.say(said, { code: name, contact });
    return notBilled(name, service.minutes, reason(text, ["rules/one-on-one-time"]));
  }
  if (measure && amountOf(service, measure) === undefined) {
    const text = facts.say("measured-missing", {
      code: name,
      what: facts.say(`${measure.of}-what`),
    });
    return question(service.id, measure.of, reason(text, ["rules/documentation"]));
  }
  if (!timed || service.minutes !== undefined) return null;
  const text = facts.say("minutes-missing", { code: name, minutes: code.minutes });
  return question(service.id, "minutes", reason(text, ["rules/documentation"]));
}
