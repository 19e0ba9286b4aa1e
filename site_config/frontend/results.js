/** Entry: the gradebook. */
import { Gradebook } from "./classroom/results/element.js";
import { defineElements } from "./shared/custom_element.js";

defineElements({ "rc-gradebook": Gradebook });
