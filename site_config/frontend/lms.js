/** Entry: the one script of a package that an LMS runs. */
import { LmsQuizElement } from "./lms/element.js";
import { whenTranslated } from "./shared/strings/language.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const wear = () => (document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default");

whenTranslated(() => {
  wear();
  dark.addEventListener("change", wear);
  if (!customElements.get("rc-quiz")) customElements.define("rc-quiz", LmsQuizElement);
});
