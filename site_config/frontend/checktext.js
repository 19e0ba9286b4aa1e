/** Entry: the one script of the page that checks a text. The facts come before it, in assets/claims.js. */
import { CheckText } from "./fact_check/element.js";

if (!customElements.get("rc-check-text")) customElements.define("rc-check-text", CheckText);
