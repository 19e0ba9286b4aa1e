/** Entry: the one script of drilling a pair. */
import { definePractice } from "./practice/element.js";
import { drill } from "./practice/modes/drill.js";

definePractice({ drill });
