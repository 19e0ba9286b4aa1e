/** Entry: the one script of a page with questions. */
import { QuizElement } from "./quiz/element.js";

if (!customElements.get("rc-quiz")) customElements.define("rc-quiz", QuizElement);
