/** Entry: the one script of the assignment builder. */
import { BuilderElement } from "./classroom/builder/element.js";
import { offerLanguages } from "./shared/language_picker.js";
import { whenWorded } from "./shared/strings/language.js";

whenWorded(() => {
  if (!customElements.get("rc-builder")) customElements.define("rc-builder", BuilderElement);
  offerLanguages();
});
