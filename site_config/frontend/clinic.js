/** Entry: a clinic's set-up, and the page that its staff open. */
import { ClinicStart } from "./clinic/invitation.js";
import { ClinicSetUp } from "./clinic/set_up.js";
import { defineElements } from "./shared/custom_element.js";
import { showLanguagePicker } from "./shared/language_picker.js";

const elements = { "rc-clinic-setup": ClinicSetUp, "rc-clinic-start": ClinicStart };

defineElements(elements, showLanguagePicker);
