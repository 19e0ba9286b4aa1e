/** Entry: the one script of the gradebook page. The keys come from the bank, question by question. */
import { Gradebook } from "./results/element.js";
import { whenWorded } from "./strings/language.js";

whenWorded(() => {
  if (!customElements.get("rc-gradebook")) customElements.define("rc-gradebook", Gradebook);
});
