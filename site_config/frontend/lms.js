/** Entry: a package that an LMS runs. */
import { LmsQuizElement } from "./lms/element.js";
import { defineElements } from "./shared/custom_element.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const setScheme = () => (document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default");

setScheme();
dark.addEventListener("change", setScheme);
defineElements({ "rc-quiz": LmsQuizElement });
