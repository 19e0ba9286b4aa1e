/** Entry: loaded by the gradebook once results are open. */
import { ClassPart } from "./classroom/results/class_part.js";
import { Credits } from "./classroom/results/credits.js";
import { disputesPart } from "./classroom/results/disputes_view.js";

Object.assign(globalThis, { rightcodeGradebookParts: { ClassPart, Credits, disputesPart } });
