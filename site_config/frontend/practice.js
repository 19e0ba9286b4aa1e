/** Entry: the one script of the ways to practise that need no schedule of reviews. */
import { offerWays } from "./practice/element.js";
import { check } from "./practice/modes/placement_quiz.js";
import { data } from "./practice/modes/data.js";
import { exam } from "./exam/start_screen.js";
import { mixed } from "./practice/modes/mixed.js";

offerWays({ check, data, exam, mixed });
