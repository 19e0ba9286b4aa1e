import { isRecord } from "../shared/store/schema.js";

/**
 * The wording of the objectives, from the JSON that the page carries; else the id with its dashes out.
 *
 * @param {Element} root
 * @returns {(id: string) => string}
 */
export function objectiveNames(root) {
  const names = parse(root.querySelector("script.rc-names")?.textContent ?? "{}").objectives;
  return (
    id,
  ) => (isRecord(names) && Object.hasOwn(names, id) ? String(names[id]) : id.replaceAll("-", " "));
}

/** @param {string} text @returns {Record<string, unknown>} */
function parse(text) {
  try {
    const value = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
