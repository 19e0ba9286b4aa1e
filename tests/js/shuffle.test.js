import assert from "node:assert/strict";
import {
  hash,
  randomFrom,
  shuffled,
  shuffledByWeight,
} from "../../site_config/frontend/shared/shuffle.js";

const IDS = ["97110", "97124", "97140", "not-billable"];

Deno.test("the same seed gives the same order", () => {
  assert.deepEqual(shuffled(IDS, 7), shuffled(IDS, 7));
});

Deno.test("the order does not depend on the order of the author", () => {
  assert.deepEqual(shuffled([...IDS].reverse(), 7), shuffled(IDS, 7));
});

Deno.test("no option is lost and none is doubled", () => {
  for (let seed = 0; seed < 200; seed++) assert.deepEqual(shuffled(IDS, seed).sort(), IDS);
});

Deno.test("every option, with a code or not, is in every place about equally often", () => {
  const runs = 8000;
  const counts = Object.fromEntries(IDS.map((id) => [id, [0, 0, 0, 0]]));
  for (let seed = 0; seed < runs; seed++) {
    shuffled(IDS, hash("item", seed)).forEach((id, place) => counts[id][place]++);
  }
  for (const count of Object.values(counts).flat()) {
    assert.ok(Math.abs(count - runs / 4) < runs / 40, JSON.stringify(counts));
  }
});

Deno.test("the stream is Mulberry32 as it was published", () => {
  const random = randomFrom(1);
  const first = [random(), random(), random()].map((value) => Math.round(value * 2 ** 32));
  assert.deepEqual(first, [2693262067, 11749833, 2265367787]);
});

Deno.test("two items under one seed are hashed apart", () => {
  assert.notEqual(hash("item-1", 7), hash("item-2", 7));
});

Deno.test("an entry of weight 3 comes first about three times as often as one of 1", () => {
  const entries = [{ id: "often", weight: 3 }, { id: "seldom" }, { id: "never", weight: 0 }];
  const first = Array.from({ length: 2000 }, (_, seed) => shuffledByWeight(entries, seed)[0].id);
  const share = first.filter((id) => id === "often").length / first.length;
  assert.ok(Math.abs(share - 0.75) < 0.05, String(share));
  assert.ok(!first.includes("never"));
});
