import assert from "node:assert/strict";
import {
  FileRefused,
  readFile,
  writeFile,
} from "../../site_config/frontend/shared/store/progress_file.js";
import { filesWords as words } from "../../site_config/frontend/shared/strings/index.js";

const NOW = new Date("2026-03-02T10:00:00.000Z");
const GOOD = {
  id: "a1",
  item: "calf",
  version: 1,
  at: NOW.toISOString(),
  chosen: ["97124"],
  right: true,
};

/** @param {object} change */
const file = (change) =>
  JSON.stringify({ format: "rightcode-progress", schema: 2, attempts: [GOOD], ...change });

Deno.test("what is written is read back", () => {
  assert.deepEqual(readFile(writeFile([GOOD], NOW)), {
    attempts: [GOOD],
    aim: null,
    exam: null,
    saved: {},
    goal: null,
  });
});

Deno.test("keys nobody knows do not enter", () => {
  assert.deepEqual(readFile(file({ attempts: [{ ...GOOD, onload: "alert(1)" }] })).attempts, [
    GOOD,
  ]);
});

Deno.test("a file of the first version is read, and twice gives the same answers", () => {
  const old = file({ schema: 1, attempts: [{ ...GOOD, id: undefined }] });
  const [answer] = readFile(old).attempts;
  assert.deepEqual({ ...answer, id: "a1" }, GOOD);
  assert.deepEqual(readFile(old).attempts, [answer]);
});

Deno.test("what an answer says beyond itself is read back", () => {
  /** @type {import("../../site_config/frontend/shared/types.d.ts").Attempt} */
  const told = {
    ...GOOD,
    facts: "0123456789ab",
    sure: "think",
    mode: "learn",
    session: "e-1",
    hints: 2,
  };
  assert.deepEqual(readFile(writeFile([told], NOW)).attempts, [told]);
});

/** @type {[string, string, string][]} */
const refusals = [
  ["not JSON", "<html>", words.refused.notJson],
  ["nothing", "", words.refused.notJson],
  ["null", "null", words.refused.notProgress],
  ["another format", file({ format: "anki" }), words.refused.notProgress],
  ["no schema", file({ schema: undefined }), words.refused.notProgress],
  ["a later schema", file({ schema: 3 }), words.refused.newer],
  ["no list", file({ attempts: {} }), words.refused.notProgress],
  [
    "markup as item",
    file({ attempts: [GOOD, { ...GOOD, item: "<script>" }] }),
    words.refused.attempt({ place: 2 }),
  ],
  [
    "a prototype as item",
    file({ attempts: [{ ...GOOD, item: "__proto__" }] }),
    words.refused.attempt({ place: 1 }),
  ],
  ["version 0", file({ attempts: [{ ...GOOD, version: 0 }] }), words.refused.attempt({ place: 1 })],
  [
    "a day that is none",
    file({ attempts: [{ ...GOOD, at: "2026-13-02T10:00:00Z" }] }),
    words.refused.attempt({ place: 1 }),
  ],
  [
    "nothing chosen",
    file({ attempts: [{ ...GOOD, chosen: [] }] }),
    words.refused.attempt({ place: 1 }),
  ],
  [
    "a choice that is no id",
    file({ attempts: [{ ...GOOD, chosen: [{}] }] }),
    words.refused.attempt({ place: 1 }),
  ],
  [
    "markup as id",
    file({ attempts: [{ ...GOOD, id: "<img src=x onerror=alert(1)>" }] }),
    words.refused.attempt({ place: 1 }),
  ],
  [
    "a certainty nobody knows",
    file({ attempts: [{ ...GOOD, sure: "very" }] }),
    words.refused.attempt({ place: 1 }),
  ],
  [
    "markup as mode",
    file({ attempts: [{ ...GOOD, mode: "<b>" }] }),
    words.refused.attempt({ place: 1 }),
  ],
  [
    "markup as digest",
    file({ attempts: [{ ...GOOD, facts: "<b>" }] }),
    words.refused.attempt({ place: 1 }),
  ],
  [
    "right as text",
    file({ attempts: [{ ...GOOD, right: "true" }] }),
    words.refused.attempt({ place: 1 }),
  ],
];

for (const [name, text, message] of refusals) {
  Deno.test(`a file with ${name} is refused with a reason`, () => {
    assert.throws(
      () => readFile(text),
      (error) => error instanceof FileRefused && error.message === message,
    );
  });
}
