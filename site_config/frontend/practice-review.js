/** Entry: reviews, retrying missed questions, and the card that says what waits. */
import { definePractice } from "./practice/element.js";
import { due } from "./practice/modes/due.js";
import { missed } from "./practice/modes/missed.js";
import { review } from "./practice/modes/review.js";

definePractice({ due, missed, review });
