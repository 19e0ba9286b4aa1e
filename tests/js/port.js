/**
 * The port of the billing engine over many visits: `deno run --allow-read tests/js/port.js FACTS
 * CASES` prints what each
 * gives, and the seconds the visits took. tests/billing/test_port.py and benchmarks/engine.py start
 * it.
 */
import { buildClaim } from "../../site_config/frontend/billing/claim.js";
import { unitsOfDay } from "../../site_config/frontend/billing/unit_calculator.js";
import { readFacts } from "../../site_config/frontend/billing/facts.js";
import {
  claimJson,
  lineJson,
  pairJson,
  unitsJson,
} from "../../site_config/frontend/billing/claim_output.js";

/** @import {
 *   CountedDay, Facts, Setting, Table, Visit
 * } from "../../site_config/frontend/billing/types.d.ts" */
/**
 * @typedef {object} Cases
 * @property {Visit[]} visits
 * @property {CountedDay[]} days
 * @property {[string, string, string, Setting][]} pairs
 */

const START = "globalThis.rightcodeFacts=";

/** @param {Facts} facts @param {Visit} visit */
function ofVisit(facts, visit) {
  const found = buildClaim(facts, visit);
  return {
    ...claimJson(facts, found),
    alternatives: found.alternatives.map((way) => way.map(lineJson)),
  };
}

/** @param {Facts} facts @param {[string, string, string, Setting]} asked */
function ofPair(facts, [one, other, day, setting]) {
  return pairJson(facts, one, other, day, setting);
}

const counts = { steps: 0 };

/** Facts that count how often a sentence or an edit is asked for. @param {Facts} facts */
function counted(facts) {
  const { edits, say } = facts;
  const step = () => counts.steps++;
  /** @type {Facts} */
  const counting = {
    ...facts,
    say: (...asked) => step() >= 0 ? say(...asked) : "",
    edits: new Proxy(edits, {
      get: (target, name) => step() >= 0 && Reflect.get(target, name).bind(target),
    }),
  };
  return counting;
}

if (import.meta.main) {
  const [script, asked] = Deno.args.map((path) => Deno.readTextFileSync(path));
  const facts = counted(
    readFacts(/** @type {Table} */ (JSON.parse(script.slice(START.length, -2)))),
  );
  const cases = /** @type {Cases} */ (JSON.parse(asked));
  const began = performance.now();
  const visits = cases.visits.map((visit) => ofVisit(facts, visit));
  const seconds = (performance.now() - began) / 1000;
  const steps = counts.steps;
  const days = cases.days.map((
    day,
  ) => [
    unitsJson(facts, unitsOfDay(facts, day, "cms")),
    unitsJson(facts, unitsOfDay(facts, day, "ama")),
  ]);
  console.log(
    JSON.stringify({
      visits,
      days,
      pairs: cases.pairs.map((pair) => ofPair(facts, pair)),
      seconds,
      steps,
    }),
  );
}
