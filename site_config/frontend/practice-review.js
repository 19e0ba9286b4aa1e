/** Entry: reviews, and retrying missed questions. */
import { definePractice } from "./practice/element.js";
import { missed } from "./practice/modes/missed.js";
import { review } from "./practice/modes/review.js";

definePractice({ missed, review });
