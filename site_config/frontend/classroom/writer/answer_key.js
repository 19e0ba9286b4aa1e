/** The key of a question to choose from, by the engine; questions/kinds/choose_code in Python. */
import { roleOf, selectCode } from "../../billing/select_codes.js";

/** @import { Facts, Reason, Visit } from "../../billing/types.d.ts" */

/**
 * @typedef {object} Key
 * @property {string[]} right Codes, or the answer that is no code; several where both are defended.
 * @property {Reason[]} reasons
 * @property {boolean} asks Whether the facts leave a question.
 */

/**
 * @param {Facts} facts @param {Visit} visit @param {number} about The service's place.
 * @returns {Key}
 */
export function keyOf(facts, visit, about) {
  const service = visit.services[about] ?? visit.services[0];
  const outcome = selectCode(facts, visit, service, roleOf(facts, visit, service));
  const asks = outcome.kind === "ask";
  const right = outcome.kind === "billable"
    ? outcome.codes
    : [asks ? "ask-therapist" : "not-billable"];
  return { right, reasons: outcome.reasons, asks };
}
