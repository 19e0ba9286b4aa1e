/** Modifiers that a line lacks, that contradict each other, or that announce a denial. */

import { covers, reason } from "../facts.js";
import { inOrder } from "../modifiers.js";
import { isNamed } from "../who_may.js";
import { applies, coverageOf, decided, denied, planFact } from "./payer_case.js";

/** @import { CaseFacts, NumberedLine, PayerCase, Ruling, Stage } from "./types.d.ts" */

const MANIPULATION = ["98940", "98941", "98942"];
const NOTICES = { GA: "notice-signed", GZ: "notice-none" };
const NOTICE_RULE = ["rules/advance-notice"];

/** The first thing wrong with the modifiers of a line. @type {Stage} */
export const ruleOnModifiers = (found, lines) => lines.flatMap((line) => ofLine(found, line) ?? []);

/** @param {PayerCase} found @param {NumberedLine} line @returns {Ruling | null} */
function ofLine(found, line) {
  const { facts } = found;
  const byDesignation = applies(found, "therapy-modifiers");
  if (!facts.payer.policy?.medicareModifiers) return byDesignation ? wanted(found, line) : null;
  const why = contradiction(facts, line);
  if (why) return denied(line, "contradiction", why);
  if (byDesignation && lacksPlan(found, line)) {
    const values = { code: line.code };
    const lacking = decided(facts, "plan-modifier", ["rules/therapy-modifiers"], [], values);
    return denied(line, "plan-modifier", lacking);
  }
  return applies(found, "advance-notice") ? announced(facts, line) : null;
}

/** @param {CaseFacts} facts @param {NumberedLine} line */
function contradiction({ modifiers }, line) {
  for (const { pairs, why, rule } of modifiers.contradictions) {
    const pair = pairs.find((names) => names.every((name) => line.modifiers.has(name)));
    if (pair) {
      const names = inOrder({ table: { modifiers } }, pair).join(" and ");
      const text = why.replace(/\{([01])\}/g, (_, place) => pair[place]);
      return reason(`${names} contradict each other: ${text}`, [rule]);
    }
  }
  return null;
}

/**
 * A code that is sometimes therapy is therapy where a therapist bills it.
 * @param {PayerCase} found @param {NumberedLine} line
 */
function lacksPlan(found, line) {
  const therapy = coverageOf(found, line)?.therapy;
  const { plan } = found.facts.modifiers;
  const needed = therapy === "always" ||
    therapy === "sometimes" && found.visit.discipline in plan;
  return needed && !Object.values(plan).some((name) => line.modifiers.has(name));
}

/** @param {PayerCase} found @param {NumberedLine} line */
function wanted({ facts, plan, visit }, line) {
  const therapy = facts.codes.get(line.code)?.therapy;
  const missing = facts.payer.modifiers?.find((want) =>
    !want.undecided && covers(want, line.day) && isNamed(want.codes, [line.code]) &&
    (!want.always_therapy || therapy === "always") &&
    isNamed(want.disciplines, [visit.discipline]) &&
    (!want.disciplines.length || therapy !== "no") && !line.modifiers.has(want.modifier)
  );
  if (!missing) return null;
  const { modifier, sources } = missing;
  const why = decided(facts, "wanted-modifier", planFact(plan), sources, { modifier });
  return denied(line, "wanted-modifier", why);
}

/** @param {CaseFacts} facts @param {NumberedLine} line */
function announced(facts, line) {
  for (const [modifier, name] of Object.entries(NOTICES)) {
    if (line.modifiers.has(modifier)) return denied(line, name, decided(facts, name, NOTICE_RULE));
  }
  if (!MANIPULATION.includes(line.code) || line.modifiers.has("AT")) return null;
  const why = decided(facts, "no-active-treatment", ["rules/chiropractic"]);
  return denied(line, "no-active-treatment", why);
}
