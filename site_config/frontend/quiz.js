/** Entry: a page with questions. */
import { QuizElement } from "./quiz/element.js";
import { VariantsElement } from "./quiz/variants/element.js";
import { defineElements } from "./shared/custom_element.js";
import { showLanguagePicker } from "./shared/language_picker.js";

defineElements({ "rc-quiz": QuizElement, "rc-variants": VariantsElement }, showLanguagePicker);
