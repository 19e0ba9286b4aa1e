/** Entry: the practice modes that need no review schedule. */
import { definePractice } from "./practice/element.js";
import { placementQuiz } from "./practice/modes/placement_quiz.js";
import { progressData } from "./practice/modes/data.js";
import { exam } from "./exam/start_screen.js";
import { mixed } from "./practice/modes/mixed.js";

definePractice({ check: placementQuiz, data: progressData, exam, mixed });
