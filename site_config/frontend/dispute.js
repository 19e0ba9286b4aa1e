/** Entry: what a learner says of a key, and what the instructor decided about it. */
import { rescoredPart } from "./classroom/assignment/rescored_view.js";
import { addDisputeForms, disputeForm } from "./shared/dispute_form.js";

Object.assign(globalThis, { rightcodeDispute: { addDisputeForms, disputeForm, rescoredPart } });
