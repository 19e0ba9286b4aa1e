/** Entry: the placement quiz and mixed practice. */
import { definePractice } from "./practice/element.js";
import { mixed } from "./practice/modes/mixed.js";
import { placementQuiz } from "./practice/modes/placement_quiz.js";

definePractice({ check: placementQuiz, mixed });
