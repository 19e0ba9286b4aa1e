import assert from "node:assert/strict";
import { Library } from "../../../site_config/frontend/practice/library.js";

const { rightcodeBank } = /** @type {any} */ (globalThis);

Deno.test("of questions that are loaded the bank's index is not asked", async () => {
  const library = new Library(4);
  rightcodeBank("items/here", { id: "here" });
  assert.equal(await library.lacks(["here"]), false);
  await assert.rejects(library.lacks(["here", "elsewhere"]));
});
