/** Entry: the one script of the page that checks a text. The facts come before it, in assets/claims.js. */
import { FactCheckElement } from "./fact_check/element.js";

if (!customElements.get("rc-check-text")) customElements.define("rc-check-text", FactCheckElement);
