/** A kind that the registry has for this test alone is scored like the others. */
import assert from "node:assert/strict";
import { score } from "../../../site_config/frontend/classroom/results/scoring.js";
import { judges } from "../../../site_config/frontend/quiz/kinds/judges.js";
import { judgeClaim } from "../../../site_config/frontend/quiz/kinds/judge_claim/judge_claim.js";

Deno.test("a new kind is scored by its registry line", () => {
  const option = (/** @type {string} */ id) => ({
    id,
    name: id,
    right: id === "true",
    free: false,
  });
  const marking = {
    id: "massage-is-timed",
    version: 1,
    digest: "0",
    kind: "true-false",
    title: "Massage is timed.",
    options: [option("true"), option("false")],
    ways: [],
  };
  assert.equal(score(marking, ["true"]), null);
  judges.set("true-false", judgeClaim);
  const points = ["true", "false", "perhaps"].map((pick) => score(marking, [pick])?.points);
  assert.deepEqual(points, [1, 0, undefined]);
  judges.delete("true-false");
});
