/** The modifiers of Medicare: their order on a line, which one bypasses an edit, and necessity. */

import { editReason } from "./edit_lookup.js";
import { figureOf, missingInformation, reason } from "./facts.js";

/** @import { CodedService, Edit, Facts, LineModifiers, Reason, Visit } from "./types.d.ts" */

const NOTICE = ["rules/advance-notice"];
const CHIROPRACTIC = ["rules/chiropractic"];
const THRESHOLD = ["rules/kx-threshold"];

/** @param {Partial<LineModifiers>} found @returns {LineModifiers} */
export const lineModifiers = (found) => (
  { modifiers: [], reasons: [], questions: [], warnings: [], ...found }
);

/**
 * Modifiers once each, in their order on the line; unknown ones last.
 * @param {{ table: { modifiers: { order: string[] } } }} facts @param {string[]} modifiers
 */
export function inOrder(facts, modifiers) {
  const { order } = facts.table.modifiers;
  const place = (/** @type {string} */ modifier) =>
    order.includes(modifier) ? order.indexOf(modifier) : order.length;
  return [...new Set(modifiers)].sort((one, other) => place(one) - place(other));
}

/**
 * What sets the separate services of column 2 apart, or else those of column 1.
 * @param {Map<string, CodedService[]>} groups @param {Edit} edit
 */
export function separateBy(groups, { column1, column2 }) {
  const [second, first] = [column2, column1].map((code) =>
    (groups.get(code) ?? []).flatMap(({ service }) => service.separate ? [service.separate_by] : [])
  );
  return second.length ? second : first;
}

/**
 * The modifier that bypasses an indicator-1 edit: the exact one where the note says what sets the
 * services apart, else 59.
 * @param {Facts} facts @param {Edit} edit @param {(string | undefined)[]} separateBy
 * @returns {[string, Reason]}
 */
export function bypassModifier(facts, edit, separateBy) {
  const apart = [...new Set(separateBy.flatMap((one) => one ?? []))];
  const modifier = apart.length === 1 ? facts.table.modifiers.bypass[apart[0]] : "59";
  const why = editReason(facts, "pair-parted", edit, { modifier });
  return [modifier, { ...why, restsOn: [...why.restsOn, "rules/ncci-pairs"] }];
}

/** KX or a notice, for every therapy line. @param {Facts} facts @param {Visit} visit */
export function therapyModifiers(facts, visit) {
  return noticeModifiers(facts, visit) ?? threshold(facts, visit);
}

/**
 * GA or GZ where a denial for necessity is expected, on a therapy line or any other.
 * @param {Facts} facts @param {Visit} visit
 */
export function noticeModifiers(facts, visit) {
  if (visit.necessary === true && visit.abn === "required") {
    return ask("necessary", reason(facts.say("kx-and-ga"), NOTICE));
  }
  if (visit.necessary === false || visit.abn === "required") return denialExpected(facts, visit);
  return null;
}

/**
 * AT for active care; a notice for care that Medicare is expected to deny (98940 to 98942).
 * @param {Facts} facts @param {Visit} visit
 */
export function manipulationModifiers(facts, visit) {
  const expected = visit.necessary === false || visit.abn === "required";
  if (visit.active_care === undefined && !expected) {
    return ask("active_care", reason(facts.say("at-missing"), CHIROPRACTIC));
  }
  if (visit.active_care && !expected) {
    return lineModifiers({ modifiers: ["AT"], reasons: [reason(facts.say("at"), CHIROPRACTIC)] });
  }
  const denial = denialExpected(facts, visit);
  if (visit.active_care !== false) return denial;
  return {
    ...denial,
    reasons: [reason(facts.say("maintenance"), CHIROPRACTIC), ...denial.reasons],
  };
}

/**
 * GY, and GX with a voluntary notice, for a line that goes out only to be denied.
 * @param {Facts} facts @param {Visit} visit
 */
export function excludedModifiers(facts, visit) {
  const modifiers = visit.abn === "voluntary" ? ["GX", "GY"] : ["GY"];
  const text = facts.say(modifiers.join("-").toLowerCase());
  const chiropractic = visit.discipline === "chiropractic" ? CHIROPRACTIC : [];
  return lineModifiers({ modifiers, reasons: [reason(text, [...chiropractic, ...NOTICE])] });
}

/** No modifier, and a question instead. @param {string} missing @param {Reason} why */
export const ask = (missing, why) =>
  lineModifiers({ questions: [missingInformation(null, missing, why)] });

/** @param {Facts} facts @param {Visit} visit */
function denialExpected(facts, visit) {
  if (visit.abn !== "required" && visit.abn !== "none") {
    return ask("abn", reason(facts.say("notice-missing"), NOTICE));
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
  const { cents: most, sources, confidence } = figureOf(facts, "kx-threshold", name, visit.date) ??
    {};
  if (most === undefined) {
    return ask("kx-threshold", reason(facts.say("kx-unknown", { year }), THRESHOLD));
  }
  const left = most - cents(visit.allowed_so_far_usd);
  const state = stateOf(crosses(facts, visit, left), left, visit.necessary);
  const text = facts.say(state, {
    year,
    threshold: dollars(most),
    left: dollars(Math.max(left, 0)),
  });
  const why = reason(text, THRESHOLD, sources, confidence);
  if (state === "kx-left") return lineModifiers({ warnings: [why] });
  if (state === "kx-today") return ask("allowed_today_usd", why);
  if (state.endsWith("-missing")) return ask("necessary", why);
  return lineModifiers({ modifiers: ["KX"], reasons: [why] });
}

/**
 * Whether this visit goes above what is left of the threshold; undefined where it must be asked.
 * @param {Facts} facts @param {Visit} visit @param {number} left
 */
function crosses(facts, visit, left) {
  if (left <= 0) return true;
  if (visit.allowed_today_usd !== undefined) return cents(visit.allowed_today_usd) > left;
  const [least, most] = ["visit-least", "visit-most"].map((key) =>
    figureOf(facts, "kx-threshold", key, visit.date)?.cents
  );
  if (least !== undefined && left < least) return true;
  return most !== undefined && left >= most ? false : undefined;
}

/**
 * @param {boolean | undefined} crossing @param {number} left @param {boolean | undefined} necessary
 */
function stateOf(crossing, left, necessary) {
  if (!crossing) return crossing === false ? "kx-left" : "kx-today";
  const name = left > 0 ? "kx-crossing" : "kx";
  return necessary === undefined ? `${name}-missing` : name;
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
