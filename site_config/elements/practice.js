/** Entry: the one script of the ways to practise. */
import { offerLanguages } from "./language_choice.js";
import { PracticeElement } from "./practice/element.js";
import { whenWorded } from "./strings/language.js";

whenWorded(() => {
  if (!customElements.get("rc-practice")) customElements.define("rc-practice", PracticeElement);
  offerLanguages();
});
