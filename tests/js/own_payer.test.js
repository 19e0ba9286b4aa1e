/** A payer of the reader's own: what is read of it, and what becomes of it among the facts. */
import assert from "node:assert/strict";
import {
  ownPayerFacts,
  ownPayerState,
  readOwnPayer,
} from "../../site_config/frontend/tools/own_payer.js";

const PLAN = { name: "Example plan", method: "ama", plan: "yes", units: "4", visits: "30" };
const FACTS = /** @type {import("../../site_config/frontend/billing/types.d.ts").Facts} */ (
  /** @type {unknown} */ ({
    table: { modifiers: { plan: { pt: "GP", ot: "GO" }, assistant: { pt: "CQ", ot: "CO" } } },
  })
);

Deno.test("what was entered comes back from a link", () => {
  const link = new URLSearchParams(String(ownPayerState(PLAN)));
  assert.deepEqual(readOwnPayer(link), PLAN);
});

Deno.test("a payer of the list is no own payer", () => {
  assert.equal(readOwnPayer(new URLSearchParams("payer=aetna&own.name=x")), null);
  assert.equal(readOwnPayer(new URLSearchParams()), null);
});

Deno.test("a damaged own payer is none", () => {
  /** @type {Record<string, string>[]} */
  const damages = [
    { name: "" },
    { name: "x".repeat(61) },
    { name: "two\nlines" },
    { method: "cms2" },
    { plan: "perhaps" },
    { units: "0" },
    { visits: "-1" },
    { visits: "1e3" },
    { constructor: "x" },
    { color: "red" },
  ];
  for (const damage of damages) {
    assert.equal(readOwnPayer(ownPayerState({ ...PLAN, ...damage })), null, JSON.stringify(damage));
  }
});

Deno.test("what is not known of it is left to be asked", () => {
  const { method, modifiers, assistants, caps, visitLimits } = ownPayerFacts(FACTS, { name: "X" });
  assert.deepEqual([method, modifiers, assistants, caps, visitLimits], [
    "not-known",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

Deno.test("no modifier wanted is known, unlike one that was not asked for", () => {
  assert.deepEqual(ownPayerFacts(FACTS, { name: "X", plan: "no" }).modifiers, []);
  assert.equal(ownPayerFacts(FACTS, { name: "X", plan: "not-known" }).modifiers, undefined);
});

Deno.test("modifiers and limits are the payer's facts, in the words of who entered them", () => {
  const payer = ownPayerFacts(FACTS, { ...PLAN, assistants: "yes" });
  assert.deepEqual(payer.modifiers?.map((one) => [one.modifier, one.disciplines]), [
    ["GP", ["pt"]],
    ["GO", ["ot"]],
  ]);
  assert.match(payer.assistants?.text ?? "", /^You entered .* CQ or CO /);
  assert.deepEqual([payer.caps?.[0].units, payer.visitLimits?.[0].most], [4, 30]);
  assert.deepEqual([payer.cite, payer.caps?.[0].sources], [[], []]);
});
