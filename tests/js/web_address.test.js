/** One table of addresses for both rules: tests/test_web_address.py reads it too. */
import assert from "node:assert/strict";
import {
  InvalidAssignment,
  readAssignment,
} from "../../site_config/frontend/classroom/format/assignment.js";
import { isDay, isMoment } from "../../site_config/frontend/shared/store/schema.js";
import { isStore, webAddress } from "../../site_config/frontend/shared/web_address.js";

const TABLE = JSON.parse(Deno.readTextFileSync(new URL("addresses.json", import.meta.url)));
const STORES = ["https://lrs.example/xapi", "http://localhost:8100/x", "https://[::1]/"];
const NO_MOMENTS = ["2026-02-30T08:00:00-05:00", "2026-04-31T08:00Z", "2025-02-29T08:00Z"];
const LONG = `${"a".repeat(63)}.`;

Deno.test("addresses that browsers take as they are", () => {
  for (const address of [...TABLE.good, `https://${LONG.repeat(3)}${"a".repeat(61)}/`]) {
    assert.ok(webAddress(address), address);
  }
});

Deno.test("addresses that browsers refuse or mend", () => {
  const long = [
    `https://a${LONG}example/`,
    `https://${LONG.repeat(3)}${"a".repeat(62)}/`,
    "https://a/\ud800",
    `https://a.example/${"a".repeat(1983)}`,
  ];
  for (const address of [...TABLE.bad, ...long, null, 5, { toString: 1 }]) {
    assert.equal(webAddress(address), null, String(JSON.stringify(address)));
  }
});

Deno.test("a store is reached in private, and its address holds no secret", () => {
  for (const good of STORES) assert.ok(isStore(good), good);
  for (const bad of ["http://lrs.example/", "https://lrs.example/?k=1", "https://lrs.example/#a"]) {
    assert.ok(!isStore(bad), bad);
  }
});

const ASSIGNMENT = { v: 1, id: "a", title: "A", items: ["b"], feedback: "at-once" };

Deno.test("an assignment names a store and days that exist", () => {
  const wrong = { lrs: [...TABLE.bad, "http://lrs.example/"], opens: NO_MOMENTS, due: NO_MOMENTS };
  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      assert.throws(
        () => readAssignment({ ...ASSIGNMENT, [name]: value }),
        InvalidAssignment,
        value,
      );
    }
  }
  assert.ok(readAssignment({ ...ASSIGNMENT, due: "2028-02-29T23:59:59-05:00", lrs: STORES[0] }));
});

Deno.test("a day of an exam, a round and an answer are days that exist", () => {
  for (const day of ["2026-02-30", "2026-02-31", "2026-04-31", "2025-02-29", "2026-13-01"]) {
    assert.ok(!isDay(day) && !isMoment(`${day}T08:00:00Z`), day);
  }
  assert.ok(isDay("2028-02-29") && isMoment("2028-02-29T08:00:00.5Z"));
});
