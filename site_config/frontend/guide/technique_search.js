import { make } from "../shared/dom.js";
import { guideWords as strings } from "../shared/strings/index.js";
import { markLanguage } from "../shared/strings/language.js";
import { matchingTechniques } from "./decision_steps.js";

const MAX_RESULTS = 8;

/**
 * A search field with the techniques that match below it.
 * @param {Element} tree @param {(step: Element) => HTMLElement} linkTo
 */
export function techniqueSearch(tree, linkTo) {
  const field = make("input", { id: "rc-guide-find", type: "search", autocomplete: "off" });
  const label = markLanguage(make("label.rc-guide__find", make("span", strings.type), " ", field));
  const count = markLanguage(make("p.rc-guide__found", { role: "status" }));
  const list = make("ul.rc-guide__options");
  field.addEventListener("input", () => {
    const found = matchingTechniques(tree, field.value);
    count.textContent = field.value.trim().length < 2 ? "" : strings.found({ count: found.length });
    list.replaceChildren(
      ...found.slice(0, MAX_RESULTS).map((step) => make("li", linkTo(step))),
    );
  });
  return make("div.rc-guide__finder", label, count, list);
}
