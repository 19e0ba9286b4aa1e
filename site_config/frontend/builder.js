/** Entry: the one script of the assignment builder. */
import { BuilderElement } from "./classroom/builder/element.js";
import { showLanguagePicker } from "./shared/language_picker.js";
import { whenTranslated } from "./shared/strings/language.js";

whenTranslated(() => {
  if (!customElements.get("rc-builder")) customElements.define("rc-builder", BuilderElement);
  showLanguagePicker();
});
