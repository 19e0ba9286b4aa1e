/** Entry: the one script of the page on which a learner does an assignment. */
import { AssignmentElement } from "./classroom/assignment/element.js";
import { showLanguagePicker } from "./shared/language_picker.js";
import { whenTranslated } from "./shared/strings/language.js";

whenTranslated(() => {
  if (!customElements.get("rc-assignment")) {
    customElements.define("rc-assignment", AssignmentElement);
  }
  showLanguagePicker();
});
