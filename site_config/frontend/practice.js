/** Entry: the practice modes that need no review schedule. */
import { exam } from "./exam/start_screen.js";
import { definePractice } from "./practice/element.js";
import { mixed } from "./practice/modes/mixed.js";
import { placementQuiz } from "./practice/modes/placement_quiz.js";

definePractice({ check: placementQuiz, exam, mixed });
