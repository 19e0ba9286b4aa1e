/** Entry: loaded with the result of a practice exam. */
import { examFile } from "./classroom/assignment/exam_file.js";
import { addDisputeForms } from "./shared/dispute_form.js";

Object.assign(globalThis, { rightcodeExamFile: { addDisputeForms, examFile } });
