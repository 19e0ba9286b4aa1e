import assert from "node:assert/strict";
import { splitTimed, splitWhole } from "../../site_config/frontend/billing/assistants.js";
import {
  choicesOf,
  having,
  minutesByCode,
  unitMethod,
} from "../../site_config/frontend/billing/unit_methods.js";
import {
  baseOf,
  covers,
  joinNames,
  quantity,
  readFacts,
  unitsIn,
} from "../../site_config/frontend/billing/facts.js";
import { cents } from "../../site_config/frontend/billing/modifiers.js";
import {
  certainlyInForce,
  editForPair,
  editOn,
} from "../../site_config/frontend/billing/edit_lookup.js";

/** @import {
 *   Edit, RightAllocations, Table
 * } from "../../site_config/frontend/billing/types.d.ts" */

/** @param {Partial<Edit>} told @returns {Edit} */
const edit = (told) => ({
  column1: "97140",
  column2: "97530",
  indicator: 1,
  setting: "practitioner",
  asOf: "2024-07-01",
  sources: ["a-table"],
  ...told,
});

/** @param {RightAllocations} right */
const allocationsOf = (right) => choicesOf(right).map((chosen) => having(right, chosen));

const COUNTING = { size: 15, least: 8 };

/**
 * Facts small enough to read: the port as a whole is held against Python in
 * tests/billing/test_port.py.
 */
const table = /** @type {Table} */ (/** @type {unknown} */ ({
  messages: {
    and: " and ",
    unit: "{n} unit",
    units: "{n} units",
    minutes: "{n} minutes",
    minute: "{n} minute",
  },
  counting: { cms: [COUNTING], ama: [COUNTING] },
  codes: { "97129": { addOn: "97130" } },
  others: {},
  edits: [
    edit({ from: "2000-07-01", to: "2019-12-31" }),
    edit({ column2: "97124", indicator: 0 }),
    edit({ column2: "97124", setting: "hospital", from: "2025-01-01" }),
    edit({ column1: "98980", column2: "97750", indicator: 0 }),
    edit({ column1: "97750", column2: "98980", setting: "hospital" }),
    edit({
      column1: "97110",
      column2: "97140",
      indicator: 9,
      from: "1999-04-01",
      to: "1999-04-01",
    }),
  ],
}));
const facts = readFacts(table);
const silent = { ...facts, say: (/** @type {string} */ name) => name };

Deno.test("a period holds on its first and last day, and is open where it says nothing", () => {
  assert.equal(covers({ from: "2020-01-01", to: "2020-12-31" }, "2020-01-01"), true);
  assert.equal(covers({ from: "2020-01-01", to: "2020-12-31" }, "2020-12-31"), true);
  assert.equal(covers({ from: "2020-01-01" }, "2019-12-31"), false);
  assert.equal(covers({}, "1990-01-01"), true);
});

Deno.test("a pair is found in either order, on its own dates only", () => {
  assert.equal(
    editForPair(facts, "97530", "97140", "2019-12-31", "practitioner")?.column1,
    "97140",
  );
  assert.equal(editForPair(facts, "97530", "97140", "2020-01-01", "practitioner"), undefined);
  assert.equal(editForPair(facts, "97110", "97140", "1999-04-01", "practitioner"), undefined);
});

Deno.test("the hospital's own edit comes first, the practitioner's serves before it", () => {
  assert.equal(editForPair(facts, "97140", "97124", "2025-01-01", "hospital")?.indicator, 1);
  assert.equal(editForPair(facts, "97140", "97124", "2024-12-31", "hospital")?.indicator, 0);
});

Deno.test("the hospital's table holds alone where it turns the columns round", () => {
  assert.equal(editOn(facts, "98980", "97750", "2025-01-01", "hospital"), undefined);
  assert.equal(editForPair(facts, "98980", "97750", "2025-01-01", "hospital")?.indicator, 1);
  assert.equal(editForPair(facts, "98980", "97750", "2025-01-01", "practitioner")?.indicator, 0);
});

Deno.test("without a first day an edit surely stood from the day its table was read", () => {
  assert.equal(certainlyInForce(edit({}), "2024-07-01"), true);
  assert.equal(certainlyInForce(edit({}), "2024-06-30"), false);
  assert.equal(certainlyInForce(edit({ from: "1999-01-01" }), "2000-01-01"), true);
});

Deno.test("units of the total change at 8, 23, 38", () => {
  assert.deepEqual([0, 7, 8, 22, 23, 37, 38].map((minutes) => unitsIn(COUNTING, minutes)), [
    0,
    0,
    1,
    1,
    2,
    2,
    3,
  ]);
});

Deno.test("minutes of one code are added up, codes in order", () => {
  assert.deepEqual(minutesByCode([["97530", 5], ["97110", 8], ["97530", 9]]), [["97110", 8], [
    "97530",
    14,
  ]]);
});

Deno.test("equal minutes left over are shared in every way", () => {
  const count = unitMethod(silent, "cms", "2026-03-02")?.count(silent, [["97110", 20], [
    "97112",
    20,
  ]]);
  assert.deepEqual(count && allocationsOf(count.right), [
    [["97110", 2], ["97112", 1]],
    [["97110", 1], ["97112", 2]],
  ]);
});

Deno.test("choices among many tied codes cost no more than there are choices", () => {
  const tied = Array.from({ length: 60 }, (_, place) => `97${100 + place}`);
  const counts = [1, 2, 30, 58, 59, 60].map((free) => choicesOf({ sure: [], tied, free }).length);
  assert.deepEqual(counts, [60, 200, 200, 200, 60, 1]);
});

Deno.test("the midpoint counts each code by itself", () => {
  const count = unitMethod(silent, "ama", "2026-03-02")?.count(silent, [["97110", 33], [
    "97140",
    7,
  ]]);
  assert.deepEqual(count && allocationsOf(count.right), [[["97110", 2]]]);
});

Deno.test("an assistant's tenth of a unit is not more than a tenth", () => {
  assert.deepEqual(splitTimed(COUNTING, 10, 1, 9, 1), { plain: 1, marked: 0, certain: true });
  assert.deepEqual(splitTimed(COUNTING, 10, 1, 7, 1), { plain: 0, marked: 1, certain: true });
  assert.deepEqual(splitWhole(10, 1, 18, 2), { plain: 1, marked: 0, certain: true });
  assert.deepEqual(splitWhole(10, 1, 17, 3), { plain: 0, marked: 1, certain: true });
});

Deno.test("half a cent goes to the even one, as in Python", () => {
  assert.deepEqual([0.125, 0.375, 2409.99, 2480].map(cents), [12, 38, 240999, 248000]);
});

Deno.test("words are put together from the facts' own, and a blank left open is an error", () => {
  assert.equal(quantity(facts, 1, "unit"), "1 unit");
  assert.equal(quantity(facts, 2, "unit"), "2 units");
  assert.equal(joinNames(facts, ["a"]), "a");
  assert.equal(joinNames(facts, ["a", "b", "c"]), "a, b and c");
  assert.equal(baseOf(facts, "97130"), "97129");
  assert.throws(() => facts.say("unit"));
});
