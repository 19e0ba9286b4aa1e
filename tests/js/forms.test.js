/** A form's state in a link, and the day where the learner is. */
import assert from "node:assert/strict";
import { localDay } from "../../site_config/frontend/shared/dates.js";
import { readFormFragment, toFormFragment } from "../../site_config/frontend/shared/form_link.js";
import { rowCount } from "../../site_config/frontend/shared/form_state.js";

const STATE = new URLSearchParams([
  ["date", "2026-03-02"],
  ["1.what", "code:97110"],
  ["12.detail:regions", "3 & 4 = ñ"],
]);

Deno.test("a link gives back what it was made of", () => {
  const { state, whole } = readFormFragment(toFormFragment(STATE)) ?? {};
  assert.deepEqual([...state ?? []], [...STATE]);
  assert.equal(whole, true);
});

Deno.test("other ways to write the same signs are no damage", () => {
  const rewritten = toFormFragment(STATE).replaceAll("%3A", ":").replaceAll("+", "%20");
  assert.equal(readFormFragment(rewritten)?.whole, true);
});

Deno.test("a link that lost or changed anything is not whole", () => {
  const link = toFormFragment(STATE);
  for (let length = "#form=".length; length < link.length; length++) {
    assert.equal(readFormFragment(link.slice(0, length))?.whole, false, link.slice(0, length));
  }
  for (const other of [link.replace("97110", "97112"), link.replace("form=1", "form=2")]) {
    assert.equal(readFormFragment(other)?.whole, false);
  }
});

Deno.test("a link that is too long is not read", () => {
  const long = toFormFragment(new URLSearchParams({ text: "a".repeat(30_000) }));
  assert.deepEqual([...readFormFragment(long)?.state ?? [1]], []);
});

Deno.test("the fragment of a heading is no link to a form", () => {
  for (const other of ["", "#", "#enter-the-visit", "#payer=aetna"]) {
    assert.equal(readFormFragment(other), null);
  }
});

Deno.test("rows are as many as the state names, within bounds", () => {
  assert.equal(rowCount(STATE), 12);
  assert.equal(rowCount(new URLSearchParams({ date: "2026-03-02" })), 1);
  assert.equal(rowCount(new URLSearchParams({ "999.what": "x" })), 40);
});

Deno.test("today is the day of the clock on the wall", () => {
  assert.equal(localDay(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
  assert.equal(localDay(new Date(2026, 10, 30, 0, 1)), "2026-11-30");
});
