import { kinds } from "../quiz/kinds/index.js";
import { readQuestion } from "../quiz/question.js";

/** @import { PackageQuestion } from "./types.d.ts" */
/** @import { QuestionKind } from "../quiz/kinds/question_kind.js" */

/**
 * The questions on the page, before the player takes them over; as there, a section of an unknown
 * kind is left out.
 *
 * @param {Element} root
 * @returns {{questions: PackageQuestion[], sections: HTMLElement[]}}
 */
export function readPackageQuestions(root) {
  const all = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".rc-item")]);
  const sections = all.filter((section) =>
    kinds.has(section.getAttribute("data-kind")) && section.querySelector(".rc-answer")
  );
  return { questions: sections.map(packageQuestion), sections };
}

/** @param {Element} section @returns {PackageQuestion} */
function packageQuestion(section) {
  const number = textOf(section.querySelector(".rc-item__number"));
  return {
    question: readQuestion(section),
    kind: /** @type {QuestionKind} */ (kinds.get(section.getAttribute("data-kind"))),
    title: textOf(section.querySelector(".rc-item__title")).slice(number.length).trim(),
    prompt: textOf(section.querySelector("legend")),
  };
}

/** @param {Element | null} node */
const textOf = (node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
