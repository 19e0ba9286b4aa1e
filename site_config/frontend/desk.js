/** Entry: the desk, where a day of patient cases arrives. */
import { Desk } from "./desk/element.js";
import { defineElements } from "./shared/custom_element.js";

defineElements({ "rc-desk": Desk });
