/** Entry: the one script of a page with questions. */
import { showLanguagePicker } from "./shared/language_picker.js";
import { QuizElement } from "./quiz/element.js";
import { VariantsElement } from "./quiz/variants/element.js";
import { whenTranslated } from "./shared/strings/language.js";

whenTranslated(() => {
  if (!customElements.get("rc-quiz")) customElements.define("rc-quiz", QuizElement);
  if (!customElements.get("rc-variants")) customElements.define("rc-variants", VariantsElement);
  showLanguagePicker();
});
