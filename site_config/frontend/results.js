/** Entry: the one script of the gradebook page. The keys come from the bank, question by question. */
import { Gradebook } from "./classroom/results/element.js";
import { whenTranslated } from "./shared/strings/language.js";

whenTranslated(() => {
  if (!customElements.get("rc-gradebook")) customElements.define("rc-gradebook", Gradebook);
});
