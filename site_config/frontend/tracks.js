/** Entry: the one script of the tracks. */
import { showLanguagePicker } from "./shared/language_picker.js";
import { whenTranslated } from "./shared/strings/language.js";
import { TrackElement } from "./tracks/element.js";

whenTranslated(() => {
  if (!customElements.get("rc-track")) customElements.define("rc-track", TrackElement);
  showLanguagePicker();
});
