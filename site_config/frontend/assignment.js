/** Entry: the page on which a learner does an assignment. */
import { AssignmentElement } from "./classroom/assignment/element.js";
import { defineElements } from "./shared/custom_element.js";
import { showLanguagePicker } from "./shared/language_picker.js";

defineElements({ "rc-assignment": AssignmentElement }, showLanguagePicker);
