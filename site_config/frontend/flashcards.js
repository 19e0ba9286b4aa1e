/** Entry: flashcards. */
import { FlashcardsElement } from "./flashcards/element.js";
import { defineElements } from "./shared/custom_element.js";
import { showLanguagePicker } from "./shared/language_picker.js";

defineElements({ "rc-flashcards": FlashcardsElement }, showLanguagePicker);
