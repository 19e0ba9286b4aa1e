/** Entry: a page with a calculator. assets/facts.js is loaded before it. */
import { defineElements } from "./shared/custom_element.js";
import { asOf } from "./tools/as_of.js";
import { claimBuilder } from "./tools/claim_builder.js";
import { editLookup } from "./tools/edit_lookup.js";
import { ListFilter } from "./tools/list_filter.js";
import { toolElement } from "./tools/element.js";
import { Timeline } from "./tools/timeline.js";
import { unitCalculator } from "./tools/unit_calculator.js";

defineElements({
  "rc-units": toolElement(unitCalculator),
  "rc-pairs": toolElement(editLookup),
  "rc-on": toolElement(asOf),
  "rc-visit": toolElement(claimBuilder),
  "rc-timeline": Timeline,
  "rc-filter": ListFilter,
});
