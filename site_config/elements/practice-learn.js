/** Entry: the one script of learning a topic. */
import { offerWays } from "./practice/element.js";
import { learn } from "./practice/ways/learn.js";

offerWays({ learn });
