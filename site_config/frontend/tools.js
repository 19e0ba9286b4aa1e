/** Entry: the one script of a page with a calculator. The facts come before it, in assets/facts.js. */
import { whenTranslated } from "./shared/strings/language.js";
import { toolElement } from "./tools/element.js";
import { asOf } from "./tools/as_of.js";
import { editLookup } from "./tools/edit_lookup.js";
import { Timeline } from "./tools/timeline.js";
import { unitCalculator } from "./tools/unit_calculator.js";
import { claimBuilder } from "./tools/claim_builder.js";

whenTranslated(() => {
  for (
    const [name, tool] of Object.entries({
      "rc-units": unitCalculator,
      "rc-pairs": editLookup,
      "rc-on": asOf,
      "rc-visit": claimBuilder,
    })
  ) {
    if (!customElements.get(name)) customElements.define(name, toolElement(tool));
  }
  if (!customElements.get("rc-timeline")) customElements.define("rc-timeline", Timeline);
});
