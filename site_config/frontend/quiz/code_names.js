/** The learner's setting: short names beside the codes to choose from, which a test leaves out. */
import { makeButton } from "../shared/dom.js";
import { quizWords as words } from "../shared/strings/index.js";

/** @import { Store } from "../shared/types.d.ts" */

const KEY = "code-names";

/** Shows the names if the learner chose so before. @param {Store} store */
export async function restoreCodeNames(store) {
  show(await store.value(KEY) === true);
}

/**
 * A button that shows or hides the names on the whole page; null for a question without any.
 *
 * @param {Element} section
 * @param {Store} store
 */
export function codeNamesButton(section, store) {
  if (!section.querySelector("[data-code-name]")) return null;
  const toggle = () => {
    const shown = !areShown();
    show(shown);
    void store.updateValue(KEY, () => shown);
  };
  const button = makeButton(words.codeNames, toggle, "rc-code-names");
  button.setAttribute("aria-pressed", String(areShown()));
  return button;
}

const areShown = () => document.documentElement.hasAttribute("data-code-names");

/** @param {boolean} shown */
function show(shown) {
  document.documentElement.toggleAttribute("data-code-names", shown);
  for (const button of document.querySelectorAll(".rc-code-names")) {
    button.setAttribute("aria-pressed", String(shown));
  }
}
