/** KX, AT and the notices: what Medicare's lines of a visit say of medical necessity. */

import { covers } from "./facts.js";
import { missingInformation, reason } from "./outcomes.js";

/** @import { Facts, LineModifiers, Visit } from "./types.d.ts" */

const NOTICE = ["rules/advance-notice"];
const CHIROPRACTIC = ["rules/chiropractic"];
const THRESHOLD = ["rules/kx-threshold"];

/** @param {Partial<LineModifiers>} found @returns {LineModifiers} */
export const lineModifiers = (found) => ({
  modifiers: [],
  reasons: [],
  questions: [],
  warnings: [],
  ...found,
});

/**
 * @param {Facts} facts
 * @param {string} missing
 * @param {string} message
 * @param {string[]} restsOn
 */
const asking = (facts, missing, message, restsOn) =>
  lineModifiers({
    questions: [missingInformation(null, missing, reason(facts.say(message), restsOn))],
  });

/**
 * KX or a notice, for every therapy line of the visit.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 */
export function therapyModifiers(facts, visit) {
  if (visit.necessary === true && visit.abn === "required") {
    return asking(facts, "necessary", "kx-and-ga", NOTICE);
  }
  if (visit.necessary === false || visit.abn === "required") return denialExpected(facts, visit);
  return threshold(facts, visit);
}

/**
 * AT for active care; a notice for care that Medicare is expected to deny (98940 to 98942).
 *
 * @param {Facts} facts
 * @param {Visit} visit
 */
export function manipulationModifiers(facts, visit) {
  if (visit.active_care === undefined) {
    return asking(facts, "active_care", "at-missing", CHIROPRACTIC);
  }
  if (visit.active_care && visit.necessary !== false && visit.abn !== "required") {
    return lineModifiers({ modifiers: ["AT"], reasons: [reason(facts.say("at"), CHIROPRACTIC)] });
  }
  const denial = denialExpected(facts, visit);
  if (visit.active_care) return denial;
  const why = reason(facts.say("maintenance"), CHIROPRACTIC);
  return { ...denial, reasons: [why, ...denial.reasons] };
}

/**
 * GY, and GX with a voluntary notice, for a line that goes out only to be denied.
 *
 * @param {Facts} facts
 * @param {Visit} visit
 */
export function excludedModifiers(facts, visit) {
  const given = visit.abn === "voluntary";
  const text = facts.say(given ? "gx-gy" : "gy");
  return lineModifiers({
    modifiers: given ? ["GX", "GY"] : ["GY"],
    reasons: [reason(text, [...CHIROPRACTIC, ...NOTICE])],
  });
}

/** @param {Facts} facts @param {Visit} visit */
function denialExpected(facts, visit) {
  if (visit.abn !== "required" && visit.abn !== "none") {
    return asking(facts, "abn", "notice-missing", NOTICE);
  }
  const name = visit.abn === "required" ? "ga" : "gz";
  return lineModifiers({
    modifiers: [name.toUpperCase()],
    reasons: [reason(facts.say(name), NOTICE)],
    warnings: [reason(facts.say(`${name}-watch`), NOTICE)],
  });
}

/** @param {Facts} facts @param {Visit} visit */
function threshold(facts, visit) {
  const name = facts.table.modifiers.kx_threshold[visit.discipline];
  if (name === undefined || visit.allowed_so_far_usd === undefined) return lineModifiers({});
  const year = Number(visit.date.slice(0, 4));
  const value = facts.table.rules["kx-threshold"]?.values?.find((one) =>
    one.key === name && covers(one, visit.date)
  );
  if (value?.cents === undefined) {
    const text = facts.say("kx-unknown", { year });
    return lineModifiers({
      questions: [missingInformation(null, "kx-threshold", reason(text, THRESHOLD))],
    });
  }
  const left = value.cents - cents(visit.allowed_so_far_usd);
  const because = (/** @type {string} */ message) =>
    reason(
      facts.say(message, { year, threshold: dollars(value.cents ?? 0), left: dollars(left) }),
      THRESHOLD,
      value.sources,
      value.confidence,
    );
  if (left > 0) return lineModifiers({ warnings: [because("kx-left")] });
  if (visit.necessary === undefined) {
    return lineModifiers({
      questions: [missingInformation(null, "necessary", because("kx-missing"))],
    });
  }
  return lineModifiers({ modifiers: ["KX"], reasons: [because("kx")] });
}

/** Whole cents; half a cent goes to the even one, as in Python. @param {number} amount */
export function cents(amount) {
  const exact = amount * 100;
  const below = Math.floor(exact);
  if (exact - below !== 0.5) return Math.round(exact);
  return below % 2 ? below + 1 : below;
}

/** @param {number} amount in cents */
function dollars(amount) {
  const whole = String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  return `$${whole}${amount % 100 ? `.${String(amount % 100).padStart(2, "0")}` : ""}`;
}
