/** Whether the payer covers the code of a line at all, on that day. */

import { invalidCodeReason } from "../coded_services.js";
import { covers, quoted, reason } from "../facts.js";
import { holdsCode } from "./facts.js";
import {
  applies,
  asked,
  codeFact,
  coverageOf,
  decided,
  denied,
  pended,
  planFact,
  written,
} from "./payer_case.js";

/** @import { CaseFacts, NumberedLine, PayerCase, Ruling, Stage } from "./types.d.ts" */

/** @type {Record<string, string>} */
const DENIED = {
  bundled: "bundled",
  invalid: "invalid",
  "non-covered": "not-covered",
  excluded: "not-covered",
};
const NOTICE_RULE = ["rules/advance-notice"];

/**
 * Lines whose code is none, is billed for a denial, is not covered, or not known.
 * @type {Stage}
 */
export const ruleOnCoverage = (found, lines) => lines.flatMap((line) => ofLine(found, line) ?? []);

/** @param {PayerCase} found @param {NumberedLine} line */
function ofLine(found, line) {
  return notKnown(found.facts, line) ?? notValid(found.facts, line) ?? forDenial(found, line) ??
    byPayer(found, line) ?? byPlan(found, line) ?? condition(found.facts, line);
}

/** @param {CaseFacts} facts @param {NumberedLine} line */
function notKnown(facts, line) {
  const { code } = line;
  if (!facts.known.has(code)) return pended(line, asked(facts, "code-unknown", [], [], { code }));
  const known = [...facts.modifiers.order, ...facts.modifiers.others];
  const wanted = (facts.payer.modifiers ?? []).map((want) => want.modifier);
  const modifier = line.line.modifiers?.find((one) =>
    !known.includes(one) && !wanted.includes(one)
  );
  if (modifier) {
    return pended(line, asked(facts, "modifier-unknown", ["rules/modifiers"], [], { modifier }));
  }
  return null;
}

/** @param {CaseFacts} facts @param {NumberedLine} line */
function notValid(facts, line) {
  const { code } = line;
  if (!holdsCode(facts, code)) {
    return pended(line, asked(facts, "outside-case", [], [], { code, day: written(line.day) }));
  }
  const why = invalidCodeReason(facts, code, line.day);
  if (why) return denied(line, "not-valid", why);
  return facts.codes.has(code)
    ? null
    : pended(line, asked(facts, "code-unknown", [], [], { code }));
}

/**
 * GY says itself that Medicare does not cover the line; its other notices come later.
 * @param {PayerCase} found @param {NumberedLine} line
 */
function forDenial(found, line) {
  if (!applies(found, "advance-notice") || !line.modifiers.has("GY")) return null;
  return denied(
    line,
    "excluded-by-law",
    decided(found.facts, "excluded-by-law", NOTICE_RULE),
  );
}

/** @param {PayerCase} found @param {NumberedLine} line @returns {Ruling | null} */
function byPayer({ facts, ...found }, line) {
  const { payer } = facts;
  const reference = `payers/${payer.id}`;
  const swap = payer.substitutions?.find((one) => one.code === line.code && covers(one, line.day));
  if (swap) return denied(line, "other-code", quoted(reference, swap));
  const refused = payer.notCovered?.[line.code];
  if (refused && covers(refused, line.day)) {
    return denied(line, "bundled", quoted(reference, refused));
  }
  if (coverageOf({ facts, ...found }, line)) return ofCoverage({ facts, ...found }, line);
  // An invented plan covers what its fees name; of Medicare's silence nothing follows.
  if (!payer.policy?.partOfMedicare) return null;
  const values = { payer: payer.name, code: line.code };
  return pended(line, asked(facts, "coverage-unknown", codeFact(line), [], values));
}

/** @param {PayerCase} found @param {NumberedLine} line */
function ofCoverage(found, line) {
  const { facts } = found;
  const { status, therapy, undecided, text = "", sources = [], ...period } =
    /** @type {NonNullable<ReturnType<typeof coverageOf>>} */ (coverageOf(found, line));
  const values = { payer: facts.payer.name, code: line.code };
  if (!covers(period, line.day)) {
    const lapsed = { ...values, day: written(line.day) };
    return pended(line, asked(facts, "coverage-lapsed", codeFact(line), sources, lapsed));
  }
  if (undecided || facts.shared.asked.includes(status)) {
    return pended(line, asked(facts, "coverage-asked", codeFact(line), sources, { text }));
  }
  if (status in DENIED) {
    return denied(line, DENIED[status], reason(text, codeFact(line), sources));
  }
  const byDesignation = facts.payer.policy?.medicareModifiers &&
    applies(found, "therapy-modifiers");
  if (therapy || !byDesignation) return null;
  return pended(line, asked(facts, "designation-unknown", codeFact(line), sources, values));
}

/** @param {PayerCase} found @param {NumberedLine} line */
function byPlan({ facts, plan }, line) {
  const text = plan.excluded?.[line.code];
  if (text === undefined) return null;
  return denied(line, "not-in-plan", decided(facts, "not-in-plan", planFact(plan), [], { text }));
}

/**
 * Where the payer covers a code for some patients only, no line shows that it is one.
 * @param {CaseFacts} facts @param {NumberedLine} line
 */
function condition(facts, line) {
  const { modifiers, code, day } = line;
  if (modifiers.has("GA") || modifiers.has("GZ")) return null;
  const found = facts.payer.conditions?.find((one) => one.codes.includes(code) && covers(one, day));
  if (!found) return null;
  const { text, sources } = found;
  return pended(
    line,
    asked(facts, "condition", [`payers/${facts.payer.id}`], sources, { text }),
  );
}
