/** Entry: learning a topic. */
import { definePractice } from "./practice/element.js";
import { learn } from "./practice/modes/learn.js";

definePractice({ learn });
