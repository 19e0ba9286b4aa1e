import { parseJson } from "./json.js";

/**
 * @typedef {"codes" | "objectives" | "payers" | "kinds" | "quizzes" | "areas" | "families"} Sort
 * @typedef {(sort: Sort, id: string) => string} Names
 */

/**
 * What things are called, from the JSON that the page carries; empty where it has no name.
 *
 * @param {Element} root
 * @returns {Names}
 */
export function readNames(root) {
  const names = parseJson(root.querySelector("script.rc-names")?.textContent);
  return (sort, id) => (Object.hasOwn(names?.[sort] ?? {}, id) ? String(names[sort][id]) : "");
}

/** The wording of an objective; else its id with spaces. @param {Names} names */
export const objectiveName = (names) => (/** @type {string} */ id) =>
  names("objectives", id) || id.replaceAll("-", " ");
