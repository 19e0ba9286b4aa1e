/** Entry: a package that an LMS runs. */
import { LmsQuizElement } from "./lms/element.js";
import { claimKinds } from "./quiz/kinds/claim_kinds.js";
import { addKinds } from "./quiz/kinds/registry.js";
import { defineElements } from "./shared/custom_element.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const setScheme = () => (document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default");

addKinds(claimKinds); // a package is one script
setScheme();
dark.addEventListener("change", setScheme);
defineElements({ "rc-quiz": LmsQuizElement });
