/** What an assignment needs after its start: scripts of their own. */
import { lazyLoad } from "../../shared/lazy_load.js";

/**
 * @returns {Promise<{
 *   canSeal: typeof import("../results/encryption.js").canSeal,
 *   fileName: typeof import("./submission.js").fileName,
 *   fileText: typeof import("./submission.js").fileText,
 * }>}
 */
export const loadHandIn = () => lazyLoad("hand-in.js", "rightcodeHandIn");

/**
 * @returns {Promise<{
 *   ResultQueue: typeof import("../results/statement_queue.js").ResultQueue,
 *   statementsOf: typeof import("./statements_of_attempt.js").statementsOf,
 * }>}
 */
export const loadSending = () => lazyLoad("send-results.js", "rightcodeSendResults");

/**
 * @returns {Promise<typeof import("../../shared/dispute_form.js") & {
 *   rescoredPart: typeof import("./rescored_view.js").rescoredPart,
 * }>}
 */
export const loadDispute = () => lazyLoad("dispute.js", "rightcodeDispute");
