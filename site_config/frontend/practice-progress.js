/** Entry: the learner's progress. */
import { definePractice } from "./practice/element.js";
import { progress } from "./practice/modes/progress.js";

definePractice({ progress });
