/** KX, AT and the notices: what a Medicare line says of necessity, for a visit as a whole. */

import { covers } from "./facts.js";
import { question, reason } from "./outcomes.js";

/** @import { Facts, Said, Visit } from "./types.js" */

const NOTICE = ["rules/advance-notice"];
const CHIROPRACTIC = ["rules/chiropractic"];
const THRESHOLD = ["rules/kx-threshold"];

/** @param {Partial<Said>} said @returns {Said} */
export const saying = (said) => ({
  modifiers: [],
  reasons: [],
  questions: [],
  warnings: [],
  ...said,
});

/** @param {Facts} facts @param {string} missing @param {string} message @param {string[]} restsOn */
const asking = (facts, missing, message, restsOn) =>
  saying({ questions: [question(null, missing, reason(facts.say(message), restsOn))] });

/** What every therapy line of the visit says of necessity. @param {Facts} facts @param {Visit} visit */
export function ofTherapy(facts, visit) {
  if (visit.necessary === true && visit.abn === "required") {
    return asking(facts, "necessary", "kx-and-ga", NOTICE);
  }
  if (visit.necessary === false || visit.abn === "required") return denialExpected(facts, visit);
  return threshold(facts, visit);
}

/** What 98940 to 98942 say. @param {Facts} facts @param {Visit} visit */
export function ofManipulation(facts, visit) {
  if (visit.active_care === undefined) {
    return asking(facts, "active_care", "at-missing", CHIROPRACTIC);
  }
  if (visit.active_care && visit.necessary !== false && visit.abn !== "required") {
    return saying({ modifiers: ["AT"], reasons: [reason(facts.say("at"), CHIROPRACTIC)] });
  }
  const said = denialExpected(facts, visit);
  if (visit.active_care) return said;
  return { ...said, reasons: [reason(facts.say("maintenance"), CHIROPRACTIC), ...said.reasons] };
}

/** What a line says that goes out only to be denied. @param {Facts} facts @param {Visit} visit */
export function ofExcluded(facts, visit) {
  const given = visit.abn === "voluntary";
  const text = facts.say(given ? "gx-gy" : "gy");
  return saying({
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
  return saying({
    modifiers: [name.toUpperCase()],
    reasons: [reason(facts.say(name), NOTICE)],
    warnings: [reason(facts.say(`${name}-watch`), NOTICE)],
  });
}

/** @param {Facts} facts @param {Visit} visit */
function threshold(facts, visit) {
  const pool = facts.table.pools[visit.discipline];
  if (pool === undefined || visit.allowed_so_far_usd === undefined) return saying({});
  const year = Number(visit.date.slice(0, 4));
  const value = facts.table.rules["kx-threshold"]?.values?.find((one) =>
    one.key === pool && covers(one, visit.date)
  );
  if (value?.cents === undefined) {
    const text = facts.say("kx-unknown", { year });
    return saying({ questions: [question(null, "kx-threshold", reason(text, THRESHOLD))] });
  }
  const left = value.cents - cents(visit.allowed_so_far_usd);
  const because = (/** @type {string} */ name) =>
    reason(
      facts.say(name, { year, threshold: dollars(value.cents ?? 0), left: dollars(left) }),
      THRESHOLD,
      value.sources,
      value.confidence,
    );
  if (left > 0) return saying({ warnings: [because("kx-left")] });
  if (visit.necessary === undefined) {
    return saying({ questions: [question(null, "necessary", because("kx-missing"))] });
  }
  return saying({ modifiers: ["KX"], reasons: [because("kx")] });
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
