/** Entry: the card that says what waits. */
import { definePractice } from "./practice/element.js";
import { due } from "./practice/modes/due.js";

definePractice({ due });
