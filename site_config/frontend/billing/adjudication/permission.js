/** What the plan must have authorized, and how many visits it covers in a year. */

import { authorizationFlaw, existing, MEASURES } from "../authorization.js";
import { sum } from "../facts.js";
import { isNamed } from "../who_may.js";
import { asked, decided, denied, pended, planFact } from "./payer_case.js";

/** @import { PlanAuthorization } from "../types.d.ts" */
/** @import { NumberedLine, PayerCase, Ruling, Stage } from "./types.d.ts" */

/** Codes that need an authorization which nobody obtained, or which is used up. @type {Stage} */
export function ruleOnAuthorization(found, lines) {
  const { authorization: rule } = found.plan;
  const granted = found.visit.authorization ?? {};
  if (!rule || granted.needed === false) return [];
  return lines.filter(({ code }) => isNamed(rule.codes, [code])).flatMap((line) =>
    ofLine(found, rule, granted, line) ?? []
  );
}

/**
 * @param {PayerCase} found @param {{ text: string, from_visit: number }} rule
 * @param {PlanAuthorization} granted @param {NumberedLine} line @returns {Ruling | null}
 */
function ofLine({ facts, plan, visit }, { text, from_visit: first }, granted, line) {
  const number = visit.visit_number ?? undefined;
  if (number !== undefined && number < first) return null;
  const flaw = authorizationFlaw(facts, granted, line.day, line.code);
  if (!flaw) return null;
  const ask = (/** @type {string} */ name) =>
    pended(line, asked(facts, name, planFact(plan), [], { text }));
  if (number === undefined && first > 1) return ask("visit-number");
  if (existing(granted) === undefined) return ask("authorization-unknown");
  const name = usedUp(granted) ? "authorization-exceeded" : "no-authorization";
  return denied(line, name, decided(facts, name, planFact(plan), [], { text, flaw }));
}

/** @param {PlanAuthorization} granted */
const usedUp = (granted) =>
  Boolean(existing(granted)) &&
  MEASURES.some((what) => {
    const [most, used] = [granted[what], granted[`${what}_used`]];
    return most !== undefined && used !== undefined && used >= most;
  });

/** Every line of a visit that is above what the plan covers in a year. @type {Stage} */
export function ruleOnVisitLimits({ facts, plan, visit }, lines) {
  const limit = plan.visitLimits?.find((one) => one.disciplines.includes(visit.discipline));
  if (!limit) return [];
  const { text, most, disciplines } = limit;
  const known = disciplines.flatMap((name) => visit.used_this_year?.[name] ?? []);
  const used = sum(known);
  return lines.flatMap((line) => {
    if (used >= most) {
      const why = decided(facts, "visits-used", planFact(plan), [], { text, used });
      return denied(line, "visits-used", why);
    }
    if (known.length === disciplines.length) return [];
    return pended(line, asked(facts, "visits-unknown", planFact(plan), [], { text }));
  });
}
