import { make } from "../shared/dom.js";
import { quizWords as strings } from "../shared/strings/index.js";

/** @import { Mark } from "../shared/types.d.ts" */

/** Marks options as right or wrong. */

/** @param {Element} label */
export function clearMark(label) {
  label.removeAttribute("data-mark");
  label.querySelectorAll(".rc-option__mark").forEach((mark) => mark.remove());
}

/**
 * A sign, and words for screen readers.
 *
 * @param {Element} label
 * @param {Mark} mark
 * @param {Record<Mark, string>} words
 */
export function markOption(label, mark, words) {
  clearMark(label);
  label.setAttribute("data-mark", mark);
  if (!words[mark]) return;
  const sign = make("span", { "aria-hidden": "true" }, strings.signs[mark]);
  const text = make("span.rc-hidden", `(${words[mark]})`);
  label.append(make("span.rc-option__mark", sign, text));
}
