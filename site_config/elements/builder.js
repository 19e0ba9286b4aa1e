/** Entry: the one script of the assignment builder. */
import { BuilderElement } from "./builder/element.js";
import { offerLanguages } from "./language_choice.js";
import { whenWorded } from "./strings/language.js";

whenWorded(() => {
  if (!customElements.get("rc-builder")) customElements.define("rc-builder", BuilderElement);
  offerLanguages();
});
