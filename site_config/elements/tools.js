/** Entry: the one script of a page with a calculator. The facts come before it, in assets/facts.js. */
import { whenWorded } from "./strings/language.js";
import { toolElement } from "./tools/element.js";
import { on } from "./tools/on.js";
import { pairs } from "./tools/pairs.js";
import { Timeline } from "./tools/timeline.js";
import { units } from "./tools/units.js";
import { visit } from "./tools/visit.js";

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
