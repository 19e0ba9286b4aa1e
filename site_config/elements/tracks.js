/** Entry: the one script of the tracks. */
import { offerLanguages } from "./language_choice.js";
import { whenWorded } from "./strings/language.js";
import { TrackElement } from "./tracks/element.js";

whenWorded(() => {
  if (!customElements.get("rc-track")) customElements.define("rc-track", TrackElement);
  offerLanguages();
});
