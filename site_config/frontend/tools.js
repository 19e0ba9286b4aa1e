/** Entry: the one script of a page with a calculator. The facts come before it, in assets/facts.js. */
import { whenWorded } from "./shared/strings/language.js";
import { toolElement } from "./tools/element.js";
import { on } from "./tools/as_of.js";
import { pairs } from "./tools/edit_lookup.js";
import { Timeline } from "./tools/timeline.js";
import { units } from "./tools/unit_calculator.js";
import { visit } from "./tools/claim_builder.js";

whenWorded(() => {
  for (
    const [name, tool] of Object.entries({
      "rc-units": units,
      "rc-pairs": pairs,
      "rc-on": on,
      "rc-visit": visit,
    })
  ) {
    if (!customElements.get(name)) customElements.define(name, toolElement(tool));
  }
  if (!customElements.get("rc-timeline")) customElements.define("rc-timeline", Timeline);
});
