/** The formulas of the item analysis by hand and by published figures. */
import assert from "node:assert/strict";
import {
  notices,
  warnings,
} from "../../../site_config/frontend/classroom/results/analysis_notes.js";
import {
  alpha,
  itemRest,
  median,
  variance,
  wilson,
} from "../../../site_config/frontend/classroom/results/statistics.js";
import { resultsWords as words } from "../../../site_config/frontend/shared/strings/index.js";

Deno.test("Kuder and Richardson 20 by hand", () => {
  // Five learners, four questions: P = .8 .6 .4 .2, sum pq = .8, totals 4 3 2 1 0 with variance 2;
  // 4/3 (1 - .8/2) = .8.
  const spread = variance(10, 30, 5), items = [4, 3, 2, 1].map((x) => variance(x, x, 5));
  assert.ok(Math.abs(spread - 2) < 1e-12);
  assert.ok(Math.abs(Number(alpha(items, spread)) - 0.8) < 1e-12);
});

Deno.test("Wilson's limits are the published ones", () => {
  // Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
  /** @type {[number, number, number, number][]} */
  const published = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ];
  for (const [right, count, ...limits] of published) {
    assert.deepEqual(wilson(right, count).map((limit) => Number(limit.toFixed(4))), limits);
  }
});

Deno.test("the median of counted values", () => {
  assert.equal(median([[3, 1]]), 3);
  assert.equal(median([[1, 1], [9, 1]]), 5);
  assert.equal(median([[1, 2], [9, 1]]), 1);
  assert.equal(median([[9, 1], [1, 1], [1, 1]]), 1);
  assert.equal(median([]), null);
});

Deno.test("nothing is made of what does not vary", () => {
  assert.equal(itemRest(4, 4, 4, 8, 8, 16), null);
  assert.equal(alpha([0, 0], 0), null);
  assert.equal(alpha([0.2], 0.2), null);
});

Deno.test("the fewer learners, the graver the warning", () => {
  const names = [9, 10, 29, 30, 99, 100].map((size) => warnings(size, 20).map(({ name }) => name));
  assert.deepEqual(names, [
    ["tiny-class"],
    ["small-class"],
    ["small-class"],
    ["medium-class"],
    ["medium-class"],
    [],
  ]);
  assert.deepEqual(warnings(100, 4).map(({ name }) => name), ["few-items"]);
});

Deno.test("a changed key is named first, and in a tiny class alone", () => {
  const options = [..."abcd"].map((id) => ({ id, name: id, right: id === "a", free: false }));
  const marking = { id: "q", version: 1, digest: "", kind: "choose-code", title: "Q", options };
  /** @type {any} */
  const item = { omitted: 0, facility: 0.5, right: 0.5, discrimination: null, seconds: null };
  const found = notices(
    { ...item, answers: 4, pulls: [] },
    { ...marking, ways: [] },
    4,
    null,
    true,
  );
  assert.deepEqual(found, [{ name: "key-changed", about: "" }]);
});

Deno.test("there are words for every flag and notice that can be raised", () => {
  const folder = "site_config/frontend/classroom/results";
  const code = ["flags", "gradebook", "analysis_notes", "command"]
    .map((name) => Deno.readTextFileSync(`${folder}/${name}.js`));
  const raised = code.slice(0, 3).join("").matchAll(/(?:flag|note)\("([a-z-]+)"/g);
  const names = [...new Set([...raised].map(([, name]) => name)), "tiny-class", "small-class"];
  assert.ok(names.length > 20);
  const missing = names.filter((name) => !(name in words.notes));
  assert.deepEqual(missing, ["over-time", "early", "late", "too-many"], "the command has these");
  for (const name of missing) assert.match(code[3], new RegExp(`${name}"?:`));
});
