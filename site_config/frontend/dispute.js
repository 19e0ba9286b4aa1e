/** Entry: loaded where a learner may say that a key is wrong. */
import { addDisputeForms, disputeForm } from "./shared/dispute_form.js";

Object.assign(globalThis, { rightcodeDispute: { addDisputeForms, disputeForm } });
