/** Entry: the one script of learning a topic. */
import { offerWays } from "./practice/element.js";
import { learn } from "./practice/modes/learn.js";

offerWays({ learn });
