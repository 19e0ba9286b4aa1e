/** Entry: the one script of the tracks. */
import { offerLanguages } from "./shared/language_picker.js";
import { whenWorded } from "./shared/strings/language.js";
import { TrackElement } from "./tracks/element.js";

whenWorded(() => {
  if (!customElements.get("rc-track")) customElements.define("rc-track", TrackElement);
  offerLanguages();
});
