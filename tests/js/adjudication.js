/**
 * The payer of the browser over many claims: `deno run --allow-read tests/js/adjudication.js CASES`
 * prints each answer and the milliseconds that all took. tests/billing/adjudication/test_port.py
 * starts it.
 */
import { adjudicate } from "../../site_config/frontend/billing/adjudication/adjudicate.js";
import { withCoordination } from "../../site_config/frontend/billing/adjudication/coordination.js";
import { readPlanFacts } from "../../site_config/frontend/billing/adjudication/facts.js";

/** @import {
 *   PlanFacts, SharedTable, Submission
 * } from "../../site_config/frontend/billing/adjudication/types.d.ts" */
/**
 * @typedef {object} Cases
 * @property {SharedTable} shared
 * @property {Record<string, PlanFacts>} facts By name.
 * @property {[string, Submission][]} claims Each with the name of its facts.
 */

if (import.meta.main) {
  const { shared, facts, claims } = /** @type {Cases} */ (
    JSON.parse(Deno.readTextFileSync(Deno.args[0]))
  );
  const began = performance.now();
  const read = new Map(
    Object.entries(facts).map(([name, own]) => [
      name,
      withCoordination(readPlanFacts(shared, own)),
    ]),
  );
  const answers = claims.map(([name, claim]) => {
    const own = read.get(name);
    return own ? adjudicate(own, claim) : null;
  });
  console.log(JSON.stringify({ answers, milliseconds: performance.now() - began }));
}
