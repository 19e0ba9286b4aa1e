/** Entry: the one script of a page with questions. */
import { QuizElement } from "./quiz/element.js";
import { VariantsElement } from "./quiz/variants.js";

if (!customElements.get("rc-quiz")) customElements.define("rc-quiz", QuizElement);
if (!customElements.get("rc-variants")) customElements.define("rc-variants", VariantsElement);
