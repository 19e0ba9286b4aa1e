/** Entry: the one script of the guide to a code. The questions are the page's own. */
import { Guide } from "./guide/element.js";
import { whenWorded } from "./shared/strings/language.js";

whenWorded(() => {
  if (!customElements.get("rc-guide")) customElements.define("rc-guide", Guide);
});
