/** Entry: drilling a pair of codes. */
import { definePractice } from "./practice/element.js";
import { drill } from "./practice/modes/drill.js";

definePractice({ drill });
