/** Entry: the one script of the page on which a learner does an assignment. */
import { AssignmentElement } from "./assignment/element.js";
import { offerLanguages } from "./language_choice.js";
import { whenWorded } from "./strings/language.js";

whenWorded(() => {
  if (!customElements.get("rc-assignment")) customElements.define("rc-assignment", AssignmentElement);
  offerLanguages();
});
