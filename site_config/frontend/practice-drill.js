/** Entry: the one script of drilling a pair. */
import { offerWays } from "./practice/element.js";
import { drill } from "./practice/modes/drill.js";

offerWays({ drill });
