/** Entry: the practice exam. */
import { exam } from "./exam/start_screen.js";
import { definePractice } from "./practice/element.js";

definePractice({ exam });
