/** Entry: the page of a reader's payer. assets/facts.js is loaded before it. */
import { defineElements } from "./shared/custom_element.js";
import { PayerPanel } from "./tools/payer_panel.js";

defineElements({ "rc-my-payer": PayerPanel });
