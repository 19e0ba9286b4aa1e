/** Entry: the page that checks a text. assets/claims.js is loaded before it. */
import { FactCheckElement } from "./fact_check/element.js";
import { defineElements } from "./shared/custom_element.js";

defineElements({ "rc-check-text": FactCheckElement });
