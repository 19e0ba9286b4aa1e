/** Entry: the one script of the page on which a learner does an assignment. */
import { AssignmentElement } from "./classroom/assignment/element.js";
import { offerLanguages } from "./shared/language_picker.js";
import { whenWorded } from "./shared/strings/language.js";

whenWorded(() => {
  if (!customElements.get("rc-assignment")) {
    customElements.define("rc-assignment", AssignmentElement);
  }
  offerLanguages();
});
