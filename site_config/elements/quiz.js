/** Entry: the one script of a page with questions. */
import { offerLanguages } from "./language_choice.js";
import { QuizElement } from "./quiz/element.js";
import { whenWorded } from "./strings/language.js";

whenWorded(() => {
  if (!customElements.get("rc-quiz")) customElements.define("rc-quiz", QuizElement);
  offerLanguages();
});
