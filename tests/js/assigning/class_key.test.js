/** A class key that no browser can use is refused before anybody answers a question. */
import assert from "node:assert/strict";
import { deflateSync, strToU8 } from "fflate";
import { InvalidAssignment } from "../../../site_config/frontend/classroom/format/assignment.js";
import { isClassPoint } from "../../../site_config/frontend/classroom/format/class_key.js";
import { fromFragment } from "../../../site_config/frontend/classroom/format/link.js";
import { readSavedAssignment } from "../../../site_config/frontend/classroom/format/saved_assignment.js";
import { encode } from "../../../site_config/frontend/classroom/results/base64url.js";
import {
  canSeal,
  newClassKey,
} from "../../../site_config/frontend/classroom/results/encryption.js";

const { public: KEY } = await newClassKey();
const UNUSABLE = {
  "no point of the curve": `B${"x-_9".repeat(21)}xy`,
  zeros: "A".repeat(87),
  "zeros with a mark": `BA${"A".repeat(85)}`,
  "a point with a changed digit": KEY.slice(0, 20) + (KEY[20] === "A" ? "B" : "A") + KEY.slice(21),
  "coordinates beyond the field": encode(new Uint8Array(65).fill(255).fill(4, 0, 1)),
  "a compressed point": encode(new Uint8Array(65).fill(2)),
  "too short": KEY.slice(1),
  "another alphabet": KEY.slice(0, 86) + "+",
};
const ASSIGNMENT = { v: 1, id: "week-three", title: "Week", items: ["calf"], feedback: "at-end" };
const link = (/** @type {unknown} */ key) =>
  `#a=${encode(deflateSync(strToU8(JSON.stringify({ ...ASSIGNMENT, key }))))}`;
const saved = (/** @type {string} */ key) => `id: a\ntitle: A\nitems: [b]\npublic_key: "${key}"\n`;

for (const [name, key] of Object.entries(UNUSABLE)) {
  Deno.test(`a key that is ${name} is refused by builder, link and start`, async () => {
    assert.throws(() => readSavedAssignment(saved(key)), { reason: "key" });
    assert.throws(() => readSavedAssignment(`https://x/${link(key)}`), { reason: "key" });
    assert.throws(
      () => fromFragment(link(key)),
      (/** @type {any} */ problem) =>
        problem instanceof InvalidAssignment && problem.reason === "key",
    );
    assert.equal(await canSeal(key), false);
  });
}

Deno.test("keys of other types than text are refused", () => {
  for (const key of [5, true, [KEY], {}, { toString: 1 }]) {
    assert.throws(() => fromFragment(link(key)), InvalidAssignment);
  }
});

Deno.test("what is made as a class key is taken everywhere", async () => {
  assert.equal(fromFragment(link(KEY)).key, KEY);
  assert.equal(readSavedAssignment(saved(KEY)).draft.key, KEY);
  assert.equal(await canSeal(KEY), true);
});

Deno.test("the rule says of every point what the browser says that imports it", async () => {
  for (let turn = 0; turn < 60; turn++) {
    const { public: made } = await newClassKey();
    const at = 1 + turn % 85, other = turn % 2 ? made[at] : made[at] === "x" ? "y" : "x";
    const key = made.slice(0, at) + other + made.slice(at + 1);
    assert.equal(isClassPoint(key), await canSeal(key), key);
  }
});

Deno.test("a page without WebCrypto cannot seal, and knows it at once", async () => {
  const { crypto } = globalThis;
  Object.defineProperty(globalThis, "crypto", { value: {}, configurable: true });
  try {
    assert.equal(await canSeal(KEY), false);
  } finally {
    Object.defineProperty(globalThis, "crypto", { value: crypto, configurable: true });
  }
});
