/** Entry: the one script of a page with questions. */
import { offerLanguages } from "./language_choice.js";
import { QuizElement } from "./quiz/element.js";
import { VariantsElement } from "./quiz/variants.js";
import { whenWorded } from "./strings/language.js";

whenWorded(() => {
  if (!customElements.get("rc-quiz")) customElements.define("rc-quiz", QuizElement);
  if (!customElements.get("rc-variants")) customElements.define("rc-variants", VariantsElement);
  offerLanguages();
});
