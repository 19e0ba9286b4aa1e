/** Entry: the page of remittances, where a reader sends a claim of their own to a plan. */
import { defineElements } from "./shared/custom_element.js";
import { OwnClaim } from "./tools/own_claim.js";

defineElements({ "rc-own-claim": OwnClaim });
