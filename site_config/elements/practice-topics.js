/** Entry: the one script of learning a topic and drilling a pair. */
import { offerWays } from "./practice/element.js";
import { drill, learn } from "./practice/ways/topics.js";

offerWays({ drill, learn });
