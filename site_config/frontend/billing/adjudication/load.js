/** The facts of a plan, loaded when somebody first sends a claim to it. */

import { lazyLoad, loadScript } from "../../shared/lazy_load.js";
import { readPlanFacts } from "./facts.js";

/** @import { CaseFacts, PlanFacts, SharedTable } from "./types.d.ts" */

/** @type {Map<string, Promise<CaseFacts>>} */
const loading = new Map();

/**
 * What `adjudicate` needs to answer any claim of the plan of that id.
 * @param {string} plan @returns {Promise<CaseFacts>} Rejected where it cannot be loaded.
 */
export function loadPlan(plan) {
  const found = loading.get(plan) ?? load(plan);
  loading.set(plan, found);
  found.catch(() => loading.delete(plan));
  return found;
}

/** @param {string} plan */
async function load(plan) {
  const shared = /** @type {SharedTable} */ (
    await lazyLoad("adjudication.js", "rightcodeAdjudication")
  );
  const plans = () =>
    /** @type {{ rightcodePlans?: Record<string, PlanFacts> }} */ (globalThis).rightcodePlans;
  if (!plans()?.[plan]) await loadScript(`plans/${plan}.js`);
  const own = plans()?.[plan];
  if (!own) throw new Error(`not defined: ${plan}`);
  return readPlanFacts(shared, own);
}
