/** An assignment from what an instructor kept of it: its link, or its file. */
import { Unusable } from "./assignment.js";
import { fromFragment } from "./link.js";
import { LONGEST, Unreadable } from "./unreadable_text.js";
import { fromYaml } from "./yaml_reader.js";

/** @import { Place } from "./unreadable_text.js" */
/** @import { Draft } from "./types.js" */

/** @typedef {{draft: Draft, places: Map<string, Place>}} Read `places` says where each question is named; a link has none. */

const LINK = /^\S*#a=/;

/** @param {string} text @returns {Read} @throws {Unreadable} */
export function readKept(text) {
  const told = text.trim();
  if (!told) throw new Unreadable("empty");
  if (told.length > LONGEST) throw new Unreadable("long");
  return LINK.test(told) ? { draft: fromLink(told), places: new Map() } : fromYaml(text);
}

/** What mail breaks into lines is put together again. @param {string} told @returns {Draft} */
function fromLink(told) {
  const whole = told.replace(/\s/g, "");
  try {
    const { items, ...terms } = fromFragment(whole.slice(whole.indexOf("#a=")));
    return { ...terms, items, draw: [], seed: 1, order: "as-written" };
  } catch (problem) {
    if (problem instanceof Unusable) {
      throw new Unreadable(problem.reason === "newer" ? "newer" : "brokenLink");
    }
    throw problem;
  }
}
