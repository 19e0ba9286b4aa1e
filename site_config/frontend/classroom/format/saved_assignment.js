/** An assignment from its link or its file. */
import { InvalidAssignment } from "./assignment.js";
import { fromFragment } from "./link.js";
import { MAX_LENGTH, UnreadableText } from "./unreadable_text.js";
import { fromYaml } from "./yaml_reader.js";

/** @import { Draft } from "../types.d.ts" */
/** @import { Place } from "./unreadable_text.js" */

/**
 * @typedef {{draft: Draft, places: Map<string, Place>}} SavedAssignment `places` is where each
 *   question is named; a link has none.
 */

const LINK = /^\S*#a=/;

/** @param {string} text @returns {SavedAssignment} @throws {UnreadableText} */
export function readSavedAssignment(text) {
  const trimmed = text.trim();
  if (!trimmed) throw new UnreadableText("empty");
  if (trimmed.length > MAX_LENGTH) throw new UnreadableText("long");
  return LINK.test(trimmed) ? { draft: fromLink(trimmed), places: new Map() } : fromYaml(text);
}

/** Mail breaks a link into lines. @param {string} text @returns {Draft} */
function fromLink(text) {
  const link = text.replace(/\s/g, "");
  try {
    const { items, ...terms } = fromFragment(link.slice(link.indexOf("#a=")));
    return { ...terms, items, draw: [], seed: 1, order: "as-written" };
  } catch (problem) {
    if (problem instanceof InvalidAssignment) {
      throw new UnreadableText(problem.reason === "newer" ? "newer" : "brokenLink");
    }
    throw problem;
  }
}
