/** Entry: the tracks. */
import { defineElements } from "./shared/custom_element.js";
import { showLanguagePicker } from "./shared/language_picker.js";
import { TrackElement } from "./tracks/element.js";

defineElements({ "rc-track": TrackElement }, showLanguagePicker);
