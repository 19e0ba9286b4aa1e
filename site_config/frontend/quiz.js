/** Entry: a page with questions. */
import { QuizElement } from "./quiz/element.js";
import { VariantsElement } from "./quiz/variants/element.js";
import { defineElements } from "./shared/custom_element.js";
import { loadScript } from "./shared/lazy_load.js";
import { openEnvironment } from "./shared/store/environment.js";
import { showLanguagePicker } from "./shared/language_picker.js";

defineElements({ "rc-quiz": QuizElement, "rc-variants": VariantsElement }, showLanguagePicker);
void showWhatWaits();

/** The home page's card for those who have answered before; others load no script for it. */
async function showWhatWaits() {
  const place = document.querySelector("span.rc-waiting");
  if (!(place instanceof HTMLElement) || !(await openEnvironment().store.all()).length) return;
  const card = document.createElement("rc-practice");
  Object.assign(card.dataset, place.dataset);
  place.replaceWith(card);
  await loadScript("practice-due.js");
}
