/** Entry: the page on which an instructor writes a question. assets/facts.js is loaded before. */
import { WriterElement } from "./classroom/writer/element.js";
import { defineElements } from "./shared/custom_element.js";
import { showLanguagePicker } from "./shared/language_picker.js";

defineElements({ "rc-writer": WriterElement }, showLanguagePicker);
