/** Saved pages and notes: what is read of them, and what becomes of two copies. */
import assert from "node:assert/strict";
import { MemoryStorage } from "./memory_storage.js";

const storage = new MemoryStorage();
Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
const { forgetSaved, isSaved, mergeSaved, readSaved, savedPages, savePage } = await import(
  "../../site_config/frontend/shared/saved_pages.js"
);

const AT = "2026-03-02T10:00:00.000Z";
const PAGE = { title: "97124 Massage", star: true, note: "", at: AT };
const LATER = new Date("2026-03-03T10:00:00.000Z");

Deno.test("a page is saved, noted, taken back and forgotten", () => {
  savePage("codes/97124/", { title: "97124 Massage", star: true });
  savePage("codes/97124/", { note: "Ask about the MUE." });
  const { title, star, note } = savedPages()["codes/97124/"];
  assert.deepEqual([title, star, note], ["97124 Massage", true, "Ask about the MUE."]);
  savePage("codes/97124/", { star: false, note: "" });
  assert.equal(isSaved(savedPages()["codes/97124/"]), false);
  forgetSaved();
  assert.deepEqual(savedPages(), {});
});

Deno.test("the newer of two copies is kept, and what was taken back does not return", () => {
  forgetSaved();
  savePage("codes/97124/", { star: false, title: "97124 Massage" }, LATER);
  assert.equal(mergeSaved({ "codes/97124/": PAGE }), 0);
  assert.equal(savedPages()["codes/97124/"].star, false);
  assert.equal(mergeSaved({ "codes/97110/": PAGE }), 1);
  assert.equal(mergeSaved({ "codes/97110/": PAGE }), 0);
});

Deno.test("where there are too many, those still wanted stay", () => {
  forgetSaved();
  savePage("codes/97124/", { star: true }, new Date(AT));
  for (let page = 0; page < 520; page++) savePage(`codes/${page}/`, { star: false }, LATER);
  assert.equal(Object.keys(savedPages()).length, 500);
  assert.equal(savedPages()["codes/97124/"].star, true);
  savePage("codes/97110/", { note: "x".repeat(9999), title: "t".repeat(999) });
  assert.equal(readSaved(savedPages()) === null, false, "what is stored can be read again");
});

for (
  const wrong of [
    null,
    [],
    { "javascript:alert(1)": PAGE },
    { "//elsewhere.example/": PAGE },
    { "../outside/": PAGE },
    { "codes/../../outside/": PAGE },
    { "codes/97124/": { ...PAGE, note: "x".repeat(2001) } },
    { "codes/97124/": { ...PAGE, at: "2026-02-30T10:00:00.000Z" } },
    { "codes/97124/": { ...PAGE, star: 1 } },
    { "codes/97124/": "x" },
  ]
) {
  Deno.test(`refused: ${JSON.stringify(wrong)?.slice(0, 60)}`, () => {
    assert.equal(readSaved(wrong), null);
  });
}

Deno.test("damage in the storage is nothing, not an error", () => {
  storage.setItem("rightcode.saved", "{broken");
  assert.deepEqual(savedPages(), {});
});

Deno.test("only known keys enter", () => {
  assert.deepEqual(readSaved({ "": { ...PAGE, onload: "x" } }), { "": PAGE });
});
