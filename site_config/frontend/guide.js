/** Entry: the one script of the guide to a code. The questions are the page's own. */
import { GuideElement } from "./guide/element.js";
import { whenTranslated } from "./shared/strings/language.js";

whenTranslated(() => {
  if (!customElements.get("rc-guide")) customElements.define("rc-guide", GuideElement);
});
