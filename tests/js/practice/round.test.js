import assert from "node:assert/strict";
import {
  canResume,
  readRound,
  roundAnswers,
  startRound,
} from "../../../site_config/frontend/practice/round.js";
import { attempt } from "./made.js";

const START = Date.parse("2026-03-02T09:00:00.000Z");
const HOUR = 3_600_000;
const made = () => startRound(["objective-massage"], ["calf", "knee"], 7, START);

Deno.test("a round survives being written down and read again", () => {
  assert.deepEqual(readRound(JSON.parse(JSON.stringify({ ...made(), place: 1 }))), {
    ...made(),
    place: 1,
  });
});

Deno.test("it goes on for twelve hours after its last step, and not after them", () => {
  assert.ok(canResume(made(), ["objective-massage"], START + 12 * HOUR - 1));
  assert.ok(!canResume(made(), ["objective-massage"], START + 12 * HOUR));
  assert.ok(
    canResume({ ...made(), changed: START + HOUR }, ["objective-massage"], START + 12 * HOUR),
  );
});

Deno.test("it goes on only where the same topics are asked for", () => {
  assert.ok(!canResume(made(), ["pair-97124-97140"], START));
  assert.ok(!canResume(made(), [], START));
});

Deno.test("answers from before it, or given on another way, are none of its own", () => {
  const at = (/** @type {number} */ time) => new Date(time).toISOString();
  const own = attempt({ id: "own", at: at(START + 1), mode: "learn" });
  const all = [
    attempt({ at: at(START - 1), mode: "learn" }),
    attempt({ at: at(START + 1), mode: "mixed" }),
    own,
  ];
  assert.deepEqual(roundAnswers(made(), all, "learn"), [own]);
  assert.deepEqual(roundAnswers(undefined, all, "learn"), []);
});

const damaged = [null, [], {}, { items: ["<b>"] }, { items: [] }, { place: 2 }, { place: -1 }, {
  topics: [1],
}, { seed: "1" }];
for (const change of damaged) {
  const value = change && !Array.isArray(change) && Object.keys(change).length
    ? { ...made(), ...change }
    : change;
  Deno.test(`what is no round is not taken for one: ${JSON.stringify(change)}`, () => {
    assert.equal(readRound(value), null);
  });
}
