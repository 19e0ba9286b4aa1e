/** Entry: the one script of drilling a pair. */
import { offerWays } from "./practice/element.js";
import { drill } from "./practice/ways/drill.js";

offerWays({ drill });
