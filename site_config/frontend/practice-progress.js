/** Entry: the learner's progress and data. */
import { definePractice } from "./practice/element.js";
import { progressData } from "./practice/modes/data.js";
import { progress } from "./practice/modes/progress.js";

definePractice({ progress, data: progressData });
