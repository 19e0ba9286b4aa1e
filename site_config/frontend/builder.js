/** Entry: the assignment builder. */
import { BuilderElement } from "./classroom/builder/element.js";
import { defineElements } from "./shared/custom_element.js";
import { showLanguagePicker } from "./shared/language_picker.js";

defineElements({ "rc-builder": BuilderElement }, showLanguagePicker);
