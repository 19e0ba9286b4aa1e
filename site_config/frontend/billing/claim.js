/** A visit in, its claim out, in six stages: the way down is the order of the calls. */

import { appendModifiers } from "./append_modifiers.js";
import { applyEdits } from "./apply_edits.js";
import { holdLines } from "./authorization.js";
import { checkLimits } from "./check_limits.js";
import { consolidated } from "./consolidated_billing.js";
import { countUnits, methodDoesNotMatter } from "./count_units.js";
import { distinct } from "./facts.js";
import { selectCodes } from "./select_codes.js";
import { shareMinutes } from "./shared_minutes.js";
import { laterSets } from "./initial_codes.js";
import { METHODS, unitMethod } from "./unit_methods.js";

/** @import { ClaimResult, Facts, Service, Visit } from "./types.d.ts" */

/** @typedef {"cms" | "ama"} Method */

/**
 * The claim for `visit` by the facts alone.
 * @param {Facts} facts @param {Visit} asked @returns {ClaimResult}
 */
export function buildClaim(facts, asked) {
  const visit = { ...asked, services: numbered(asked.services) };
  return holdLines(facts, visit, byKnownMethod(facts, visit));
}

/**
 * The claim before authorization; by each method of counting where the payer's is not known.
 * @param {Facts} facts @param {Visit} visit @returns {ClaimResult}
 */
function byKnownMethod(facts, visit) {
  const result = build(facts, visit);
  if (result.questions.every(({ missing }) => missing !== "unit_method")) return result;
  const names = /** @type {Method[]} */ (Object.keys(METHODS));
  const known = names.filter((name) => unitMethod(facts, name, visit.date));
  if (known.length < names.length) return result;
  const counted = known.map((name) => build(facts, { ...visit, unit_method: name }));
  const [first, ...others] = counted;
  if (others.some((other) => claimsOf(other) !== claimsOf(first))) {
    return { ...result, byMethod: known.map((name, place) => ({ name, claim: counted[place] })) };
  }
  return { ...first, warnings: [methodDoesNotMatter(facts, visit), ...first.warnings] };
}

/**
 * Every line of every claim that is right, and what must be asked first.
 * @param {ClaimResult} result
 */
const claimsOf = ({ lines, alternatives, questions }) =>
  JSON.stringify([
    [lines, ...alternatives].map((claim) =>
      claim.map(({ code, units, modifiers }) => [code, units, modifiers])
    ),
    questions,
  ]);

/** @param {Facts} facts @param {Visit} visit @returns {ClaimResult} */
function build(facts, visit) {
  const found = consolidated(facts, visit, shareMinutes(facts, selectCodes(facts, visit)));
  const selected = laterSets(facts, visit, found);
  const counted = countUnits(facts, visit, selected.coded);
  const edited = applyEdits(facts, visit, counted, selected.missing);
  const modified = appendModifiers(facts, visit, edited);
  const checked = checkLimits(facts, visit, counted.coded, modified.claims);
  const [lines, ...alternatives] = modified.claims;
  const hasLines = edited.allocations.some((one) => one.length);
  return {
    lines,
    alternatives,
    byMethod: [],
    notBilled: [...selected.notBilled, ...edited.notBilled],
    questions: distinct([
      ...edited.asked,
      ...counted.missing,
      ...hasLines ? modified.missing : [], // else their answers change nothing
      ...edited.missing,
    ]),
    warnings: distinct([...modified.warnings, ...checked.warnings]),
  };
}

/**
 * The services, each without an id named by its place, past the names that are taken.
 * @param {(Omit<Service, "id"> & { id?: string | null })[]} services
 */
function numbered(services) {
  const taken = new Set(services.map(({ id }) => id));
  return services.map((service, index) => {
    let id = service.id ?? `s${index + 1}`;
    for (let number = 1; !service.id && taken.has(id); number++) id = `s${index + 1}-${number}`;
    return { ...service, id };
  });
}
