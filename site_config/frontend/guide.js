/** Entry: the guide to a code. */
import { GuideElement } from "./guide/element.js";
import { defineElements } from "./shared/custom_element.js";

defineElements({ "rc-guide": GuideElement });
