/** @import { Option, Question } from "../shared/types.d.ts" */

/**
 * The question in a rendered section.
 *
 * @param {Element} section
 * @returns {Question}
 */
export function readQuestion(section) {
  return {
    id: section.getAttribute("data-item") ?? "",
    version: Number(section.getAttribute("data-version")),
    objectives: (section.getAttribute("data-objectives") ?? "").split(/\s+/).filter(Boolean),
    facts: section.getAttribute("data-digest") ?? "",
    options: [...section.querySelectorAll(".rc-feedback [data-option]")].map((row) =>
      readOption(section, row)
    ),
    data: readData(section.querySelector("script.rc-data")),
  };
}

/** @param {Element | null} script @returns {unknown} */
const readData = (script) => script ? JSON.parse(script.textContent ?? "null") : null;

/** @param {Element} section @param {Element} row @returns {Option} */
function readOption(section, row) {
  const id = row.getAttribute("data-option") ?? "";
  const label = section.querySelector(`.rc-option[data-option="${CSS.escape(id)}"]`);
  const words = label?.querySelector(".rc-option__code") ??
    row.querySelector(".rc-feedback__label");
  const right = row.getAttribute("data-right");
  return {
    id,
    name: words?.textContent?.trim() || id,
    right: right === "true",
    free: right === "free",
  };
}
