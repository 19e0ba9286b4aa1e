/** Entry: the claim of a visit, which needs the whole engine. assets/facts.js is loaded before. */
import { defineElements } from "./shared/custom_element.js";
import { claimBuilder } from "./tools/claim_builder.js";
import { toolElement } from "./tools/element.js";

defineElements({ "rc-visit": toolElement(claimBuilder) });
