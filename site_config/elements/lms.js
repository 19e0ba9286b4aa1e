/** Entry: the one script of a package that an LMS runs. */
import { LmsQuizElement } from "./lms/element.js";
import { whenWorded } from "./strings/language.js";

whenWorded(() => {
  if (!customElements.get("rc-quiz")) customElements.define("rc-quiz", LmsQuizElement);
});
