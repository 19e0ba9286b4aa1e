/** One way to share the units out, written as claim lines: units, modifiers and the reasons for each. */

import { splitTimed, splitWhole } from "./assistants.js";
import { byName, covers, distinct, sum } from "./facts.js";
import { measureReasons, measureUnits } from "./measured_units.js";
import { inOrder, partingModifier } from "./modifiers.js";
import { ofExcluded, ofManipulation, ofTherapy, saying } from "./medical_necessity.js";
import { reason } from "./outcomes.js";
import { amountIn } from "./ncci_edits.js";

/** @import { Allocation, Code, Facts, Line, Reason, Said, Settled, Split, Visit, Work } from "./types.js" */

/** The lines of one allocation, in order of their codes. @param {Facts} facts @param {Visit} visit @param {Settled} settled @param {Allocation} allocation */
export function linesOf(facts, visit, settled, allocation) {
  const units = new Map(allocation);
  for (const work of settled.works) {
    if (!work.timed) units.set(work.code, wholeUnits(facts, settled, work));
  }
  return [...units].filter(([, amount]) => amount).sort(([one], [other]) => byName(one, other))
    .flatMap(([code, amount]) => linesOfCode(facts, visit, settled, code, amount));
}

/** One for an untimed code; for a measured one what its amount earns, its add-on's units among them. @param {Facts} facts @param {Settled} settled @param {Work} work */
function wholeUnits(facts, settled, work) {
  if (!work.measure) return 1;
  const { own, further } = measuredOf(facts, settled, work.code);
  return own + further;
}

/** @param {Facts} facts @param {Settled} settled @param {string} code */
const measuredOf = (facts, settled, code) =>
  measureUnits(facts, code, amountIn(settled.works, code));

/** The units of one code without and with an assistant's modifier. @param {Work[]} works @param {number} units */
function splitOf(works, units) {
  const assisted = works.filter((work) => work.byAssistant);
  const own = works.filter((work) => !work.byAssistant);
  const minutes = (/** @type {Work[]} */ some) => sum(some.map((work) => work.minutes));
  return works[0].timed
    ? splitTimed(units, minutes(own), minutes(assisted))
    : splitWhole(units, minutes(own), minutes(assisted), own.length > 0, assisted.length > 0);
}

/**
 * `units` of a code after `before` others of the day: what is above its units a day stands under its add-on.
 *
 * @param {Facts} facts @param {string} name @param {number} before @param {number} units @returns {[string, number][]}
 */
export function withAddOn(facts, name, before, units) {
  const code = facts.codes.get(name);
  const limit = code?.addOn ? code.perDay ?? (code.measure ? 1 : undefined) : undefined;
  const own = limit === undefined ? units : Math.max(0, Math.min(units, limit - before));
  /** @type {[string, number][]} */
  const shares = [[name, own], [code?.addOn ?? name, units - own]];
  return shares.filter(([, share]) => share > 0);
}

/** What a line of a code says of plan and necessity: by Medicare's rules, or as another payer asks. @param {Facts} facts @param {Visit} visit @param {Code} code @param {boolean} excluded @returns {Said} */
export function saidOf(facts, visit, code, excluded) {
  if (facts.table.payers[visit.payer].kind !== "medicare") return wanted(facts, visit, code);
  if (excluded) return ofExcluded(facts, visit);
  if (code.activeCare) return ofManipulation(facts, visit);
  if (!isTherapy(code, visit)) return saying({});
  const said = ofTherapy(facts, visit);
  const plan = facts.table.modifiers.plan[visit.discipline];
  if (plan === undefined || !planKnown(facts, visit)) return said;
  const why = reason(facts.say(`plan-${plan}`), ["rules/therapy-modifiers"]);
  return { ...said, modifiers: [plan, ...said.modifiers], reasons: [why, ...said.reasons] };
}

/** The modifiers that a payer other than Medicare asks for, so far as they are known. @param {Facts} facts @param {Visit} visit @param {Code} code @returns {Said} */
function wanted(facts, visit, code) {
  const found = (facts.table.payers[visit.payer].modifiers ?? []).filter((want) =>
    (!want.codes.length || want.codes.some((name) => facts.codes.get(name) === code)) &&
    (!want.disciplines.length || want.disciplines.includes(visit.discipline)) &&
    covers(want, visit.date)
  );
  const reasons = found.map((want) => reason(want.text, [`payers/${visit.payer}`], want.sources));
  return saying({ modifiers: found.map((want) => want.modifier), reasons });
}

/** Whether Medicare counts the code as therapy. @param {Code} code @param {Visit} visit */
export const isTherapy = (code, visit) =>
  ["always", "sometimes"].includes(code.coverage?.[visit.payer]?.therapy ?? "");

/** Whether the facts tell which plan modifier a line needed on that day. @param {Facts} facts @param {Visit} visit */
export function planKnown(facts, visit) {
  const rule = facts.table.rules["therapy-modifiers"];
  return rule !== undefined && covers(rule, visit.date);
}

/** Whether the facts tell that an assistant's line was marked on that day. @param {Facts} facts @param {Visit} visit */
export function assistantKnown(facts, visit) {
  const values = facts.table.rules.assistants?.values ?? [];
  return values.some((value) => value.key === "assistant-payment" && covers(value, visit.date));
}

/** @param {Facts} facts @param {Visit} visit @param {Settled} settled @param {string} name @param {number} units @returns {Line[]} */
function linesOfCode(facts, visit, settled, name, units) {
  const works = settled.works.filter((work) => work.code === name);
  const code = /** @type {Code} */ (facts.codes.get(name));
  const said = saidOf(facts, visit, code, works[0].excluded);
  const [parting, whyParted] = partingOf(facts, settled, works);
  const reasons = [
    ...distinct(works.flatMap((work) => work.reasons)),
    ...unitReasons(facts, name, code, settled),
    ...whyParted,
    ...said.reasons,
  ];
  const mark = markOf(facts, visit);
  const split = mark === undefined ? { plain: units, marked: 0 } : splitOf(works, units);
  /** @type {[number, number, string | undefined][]} First unit, units, modifier. */
  const parts = [[0, split.marked, mark], [split.marked, split.plain, undefined]];
  return parts.flatMap(([first, amount, extra]) => {
    const modifiers = inOrder(facts, [...parting, ...said.modifiers, ...(extra ? [extra] : [])]);
    const why = mark === undefined ? [] : markReasons(facts, works, split, extra, amount);
    return withAddOn(facts, name, first, amount)
      .map(([line, share]) => ({
        code: line,
        units: share,
        modifiers,
        reasons: [...reasons, ...why],
      }));
  });
}

/** @param {Facts} facts @param {Visit} visit */
function markOf(facts, visit) {
  const medicare = facts.table.payers[visit.payer].kind === "medicare";
  return medicare && assistantKnown(facts, visit)
    ? facts.table.modifiers.assistant[visit.discipline]
    : undefined;
}

/** @param {Facts} facts @param {Work[]} works @param {Split} split @param {string | undefined} modifier @param {number} units */
function markReasons(facts, works, split, modifier, units) {
  if (!works.some((work) => work.byAssistant)) return [];
  const said = modifier
    ? (units === 1 ? "assistant-unit" : "assistant-units")
    : "assistant-unmarked";
  return modifier || split.plain
    ? [reason(facts.say(said, { modifier }), ["rules/assistants"])]
    : [];
}

/** @param {Facts} facts @param {string} name @param {Code} code @param {Settled} settled @returns {Reason[]} */
function unitReasons(facts, name, code, settled) {
  if (code.measure) return measureReasons(facts, name, measuredOf(facts, settled, name));
  if (!code.timed) {
    return [reason(facts.say("untimed", { code: name }), [`codes/${name}`], code.unit.sources)];
  }
  const more = code.perDay && code.addOn
    ? [reason(code.unit.text, [`codes/${name}`], code.unit.sources)]
    : [];
  return [...settled.count.reasons, ...more];
}

/** The modifiers that part column 2 from each column 1 it may stand beside. @param {Facts} facts @param {Settled} settled @param {Work[]} works @returns {[string[], Reason[]]} */
function partingOf(facts, settled, works) {
  const ways = (/** @type {Work[]} */ some) =>
    some.filter((work) => work.service.separate).map((work) => work.service.separate_by);
  const found = settled.parted.filter((edit) => edit.column2 === works[0].code).map((edit) => {
    const second = ways(works);
    const first = ways(settled.works.filter((work) => work.code === edit.column1));
    return partingModifier(facts, edit, second.length ? second : first);
  });
  return [[...new Set(found.map(([modifier]) => modifier))], found.map(([, why]) => why)];
}
