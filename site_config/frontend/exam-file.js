/** Entry: loaded with the result of a practice exam. */
import { examFile, resultId } from "./classroom/assignment/exam_file.js";
import { rescoredPart } from "./classroom/assignment/rescored_view.js";
import { addDisputeForms } from "./shared/dispute_form.js";

Object.assign(globalThis, {
  rightcodeExamFile: { addDisputeForms, examFile, rescoredPart, resultId },
});
