/** Stage 4 of a claim, append modifiers: each allocation as claim lines, with reasons. */

import { claimedApart, measuredIn } from "./count_units.js";
import { codeOf, distinct, holds, memo, payerOf, quoted, reason, servicesByCode } from "./facts.js";
import { firstUnknown } from "./initial_codes.js";
import { addOnOpen, assistantUnknown, byQuestion } from "./line_questions.js";
import { assistantUnits, lineShares } from "./line_shares.js";
import { measureReasons, unitsOf } from "./measured_units.js";
import {
  ask,
  bypassModifier,
  excludedModifiers,
  inOrder,
  lineModifiers,
  manipulationModifiers,
  noticeModifiers,
  separateBy,
  therapyModifiers,
} from "./modifiers.js";
import { asNoticed } from "./notices.js";

/** @import {
 *   Code, CodedService, EditedUnits, Facts, LineModifiers, ModifiedLines, Reason, UnitSplit, Visit
 * } from "./types.d.ts" */

/**
 * The lines of every allocation, and what must be asked of the codes on them. A code that
 * waits for an answer is on no line, and nothing else is asked of it meanwhile.
 * @param {Facts} facts @param {Visit} visit @param {EditedUnits} edited @returns {ModifiedLines}
 */
export function appendModifiers(facts, visit, edited) {
  const counted = distinct(edited.counted.coded.map(({ code, excluded }) => ({ code, excluded })));
  const groups = servicesByCode(edited.coded);
  const billed = new Set(edited.allocations.flat().map(([code]) => code));
  const found = counted.map(({ code, excluded }) => {
    const appended = modifiersOn(facts, visit, edited, code, excluded);
    const { questions, warnings } = appended;
    const asked = assistantUnknown(facts, visit, code, groups.get(code) ?? [], edited.allocations);
    const further = addOnOpen(facts, visit, code, groups.get(code) ?? [], edited.allocations);
    const first = firstUnknown(facts, code, billed);
    const all = [...first, ...questions, ...asked, ...further];
    return { code, questions: all.slice(0, 1), warnings };
  });
  const barred = new Set([...edited.missing, ...edited.asked].flatMap((one) => one.codes));
  const missing = byQuestion(
    found.filter(({ code }) => billed.has(code) && !barred.has(code)),
  );
  const waiting = new Set([...barred, ...missing.flatMap((one) => one.codes)]);
  const lines = memo((/** @type {string} */ code, /** @type {number} */ units) =>
    linesOfCode(facts, visit, edited, groups, [code, units])
  );
  const claims = edited.allocations.map((allocation) =>
    allocation.flatMap((share) => waiting.has(share[0]) ? [] : lines(...share))
  );
  return {
    claims: waiting.size ? distinct(claims) : claims,
    missing,
    warnings: found.flatMap((entry) => entry.warnings),
  };
}

/**
 * Whether the payer counts the code as therapy, always or under a therapy plan of care.
 * @param {Code} code @param {Visit} visit
 */
export function isTherapy(code, visit) {
  return ["always", "sometimes"].includes(code.coverage?.[visit.payer]?.therapy ?? "");
}

/**
 * Whether the facts say which plan modifier a line needed on that day.
 * @param {Facts} facts @param {Visit} visit
 */
export function planKnown(facts, visit) {
  const rule = facts.table.rules["therapy-modifiers"];
  return rule !== undefined && holds(rule, visit.date);
}

/**
 * The modifiers of a code's line on this claim; a question where its notice is not known.
 * @param {Facts} facts @param {Visit} visit @param {EditedUnits} edited @param {string} code
 * @param {boolean | undefined} excluded
 */
function modifiersOn(facts, visit, edited, code, excluded) {
  const billed = new Set(edited.allocations.flat().map(([name]) => name));
  const coded = edited.coded.filter((entry) => billed.has(entry.code));
  const { name: payer, policy } = payerOf(facts, visit);
  if (policy?.mayFollowPartB && codeOf(facts, code).activeCare) {
    if (coded.some((entry) => entry.code === code && !entry.service.confirmed)) {
      const why = facts.say("at-of-plan", { payer, code });
      return ask("coverage", reason(why, ["rules/chiropractic"]));
    }
    return visit.active_care === false
      ? lineModifiers({})
      : manipulationModifiers(facts, { ...visit, necessary: true, abn: "none" });
  }
  const noticed = asNoticed(visit, coded, code, excluded);
  if (noticed || !policy?.medicareModifiers) {
    return modifiersFor(facts, noticed ?? visit, codeOf(facts, code), excluded);
  }
  return ask("abn_services", reason(facts.say("notice-of-which"), ["rules/advance-notice"]));
}

/** @param {Facts} facts @param {Visit} visit @param {Code} code @param {boolean} [excluded] */
function modifiersFor(facts, visit, code, excluded) {
  if (!payerOf(facts, visit).policy?.medicareModifiers) return listed(facts, visit, code);
  if (excluded) return excludedLine(facts, visit, code);
  if (code.activeCare) return manipulationModifiers(facts, visit);
  if (!isTherapy(code, visit)) return noticeModifiers(facts, visit) ?? lineModifiers({});
  return therapy(facts, visit);
}

/** @param {Facts} facts @param {Visit} visit */
function therapy(facts, visit) {
  const { discipline, date: day } = visit;
  const plan = facts.table.modifiers.plan[discipline];
  const because = (/** @type {string} */ name) =>
    reason(facts.say(name, { discipline, day }), ["rules/therapy-modifiers"]);
  if (plan === undefined) return ask("plan", because("plan-none"));
  if (!planKnown(facts, visit)) return ask("plan", because("plan-unknown"));
  const why = because(`plan-${plan}`);
  const necessity = therapyModifiers(facts, visit);
  const { modifiers, reasons } = necessity;
  return { ...necessity, modifiers: [plan, ...modifiers], reasons: [why, ...reasons] };
}

/**
 * GY, and the plan modifier without which Medicare returns a line instead of denying it.
 * @param {Facts} facts @param {Visit} visit @param {Code} code
 */
function excludedLine(facts, visit, code) {
  const found = excludedModifiers(facts, visit);
  const { plan: plans, plan_of_others } = facts.table.modifiers;
  const always = code.coverage?.[visit.payer]?.therapy === "always";
  const plan = plans[visit.discipline] ?? (always ? plan_of_others : undefined);
  if (plan === undefined || !isTherapy(code, visit) || !planKnown(facts, visit)) return found;
  const why = reason(facts.say("plan-of-excluded", { plan }), [
    "rules/therapy-modifiers",
    "rules/chiropractic",
  ]);
  return {
    ...found,
    modifiers: [plan, ...found.modifiers],
    reasons: [why, ...found.reasons],
  };
}

/**
 * A modifier of a plan of care is for therapy, so it is on no code that is none.
 * @param {Facts} facts @param {Visit} visit @param {Code} code
 */
function listed(facts, visit, code) {
  const { modifiers = [] } = payerOf(facts, visit);
  const found = modifiers.filter((want) =>
    (!want.codes.length || want.codes.some((name) => facts.codes.get(name) === code)) &&
    (!want.always_therapy || code.therapy === "always") &&
    (!want.disciplines.length ||
      want.disciplines.includes(visit.discipline) && code.therapy !== "no") &&
    holds(want, visit.date)
  );
  return lineModifiers({
    modifiers: found.map((want) => want.modifier),
    reasons: found.map((want) => reason(want.text, [`payers/${visit.payer}`], want.sources)),
  });
}

/**
 * @param {Facts} facts @param {Visit} visit @param {EditedUnits} edited
 * @param {Map<string, CodedService[]>} groups @param {[string, number]} share
 */
function linesOfCode(facts, visit, edited, groups, [name, units]) {
  const apart = claimedApart(groups.get(name) ?? []);
  return apart.flatMap((coded) => {
    const own = apart.length === 1 ? units : unitsOf(measuredIn(facts, coded));
    return own ? claimLines(facts, visit, edited, groups, coded, own) : [];
  });
}

/**
 * @param {Facts} facts @param {Visit} visit @param {EditedUnits} edited
 * @param {Map<string, CodedService[]>} groups @param {CodedService[]} coded @param {number} units
 */
function claimLines(facts, visit, edited, groups, coded, units) {
  const [{ code: name }] = coded;
  const appended = modifiersOn(facts, visit, edited, name, coded[0].excluded);
  const counted = [
    ...distinct(coded.flatMap((entry) => entry.reasons)),
    ...unitReasons(facts, edited, coded),
  ];
  const own = coded.flatMap((entry) => entry.modifiers);
  const { assistant, split } = planned(facts, visit, appended)
    ? assistantUnits(facts, visit, coded, units)
    : { split: { plain: units, marked: 0 } };
  return lineShares(facts, name, split, assistant).map(({ code, units, mark }) => {
    const [bypass, whyBypassed] = bypassOf(facts, edited, groups, code);
    const marked = mark ? [mark] : [];
    const modifiers = inOrder(facts, [...bypass, ...own, ...appended.modifiers, ...marked]);
    const why = assistant ? assistantReasons(facts, visit, coded, split, mark) : [];
    return {
      code,
      units,
      modifiers,
      reasons: [...counted, ...whyBypassed, ...appended.reasons, ...why],
    };
  });
}

/**
 * @param {Facts} facts @param {Visit} visit @param {CodedService[]} coded
 * @param {UnitSplit} split @param {string | undefined} mark
 */
function assistantReasons(facts, visit, coded, { marked, plain }, mark) {
  if (!coded.some((entry) => entry.byAssistant) || !(mark || plain)) return [];
  const message = !mark
    ? "assistant-unmarked"
    : marked === 1
    ? "assistant-unit"
    : "assistant-units";
  const { assistants } = payerOf(facts, visit);
  return [
    reason(facts.say(message, { modifier: mark }), ["rules/assistants"]),
    ...(mark && assistants ? [quoted(`payers/${visit.payer}`, assistants)] : []),
  ];
}

/**
 * CQ and CO stand beside a plan modifier only, where it is known which modifiers the payer wants.
 * @param {Facts} facts @param {Visit} visit @param {LineModifiers} appended
 */
function planned(facts, visit, { modifiers }) {
  const plans = Object.values(facts.table.modifiers.plan);
  const { policy, invented, modifiers: listed } = payerOf(facts, visit);
  const known = policy?.medicareModifiers || invented || listed;
  return !known || modifiers.some((modifier) => plans.includes(modifier));
}

/** @param {Facts} facts @param {EditedUnits} edited @param {CodedService[]} coded */
function unitReasons(facts, edited, coded) {
  const name = coded[0].code;
  const { measure, timed, perDay, addOn, unit } = codeOf(facts, name);
  if (measure) return measureReasons(facts, name, measuredIn(facts, coded));
  const quote = (/** @type {string} */ text) => reason(text, [`codes/${name}`], unit.sources);
  if (!timed) return [quote(facts.say("untimed", { code: name }))];
  return [...edited.reasons, ...(perDay && addOn ? [quote(unit.text)] : [])];
}

/**
 * Of the code itself: an edit on a code is none on its add-on, which has edits of its own.
 * @param {Facts} facts @param {EditedUnits} edited @param {Map<string, CodedService[]>} groups
 * @param {string} code @returns {[string[], Reason[]]}
 */
function bypassOf(facts, edited, groups, code) {
  const found = edited.bypassed.filter((edit) => edit.column2 === code).map((edit) =>
    bypassModifier(facts, edit, separateBy(groups, edit))
  );
  return [[...new Set(found.map(([modifier]) => modifier))], found.map(([, why]) => why)];
}
