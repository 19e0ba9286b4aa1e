/** Entry: a page with a calculator other than that of a visit. assets/facts.js is loaded before. */
import { defineElements } from "./shared/custom_element.js";
import { asOf } from "./tools/as_of.js";
import { editLookup } from "./tools/edit_lookup.js";
import { toolElement } from "./tools/element.js";
import { unitCalculator } from "./tools/unit_calculator.js";

defineElements({
  "rc-units": toolElement(unitCalculator),
  "rc-pairs": toolElement(editLookup),
  "rc-on": toolElement(asOf),
});
