/** Entry: certificates checked, one or many. */
import { modeElement } from "./practice/element.js";
import { defineElements } from "./shared/custom_element.js";
import { showLanguagePicker } from "./shared/language_picker.js";
import { certificateCollection } from "./tracks/certificate_collection.js";
import { certificateCheck } from "./tracks/certificate_check.js";

/** `<rc-certificates data-way="…">`. */
const CertificatesElement = modeElement({
  certificate: certificateCheck,
  collection: certificateCollection,
});

defineElements({ "rc-certificates": CertificatesElement }, showLanguagePicker);
