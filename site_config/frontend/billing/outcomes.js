/** @import { Fact, MissingInformation, NotBilled, Reason } from "./types.d.ts" */

/**
 * A sentence, the facts it rests on (`register/name`), who says so, and how surely.
 *
 * @param {string} text @param {string[]} [restsOn] @param {string[]} [sources] @param {string}
 *   [confidence]
 * @returns {Reason}
 */
export const reason = (text, restsOn = [], sources = [], confidence = "high") => ({
  text,
  restsOn,
  sources,
  confidence,
});

/** A fact in its own words. @param {string} reference @param {Fact} fact */
export const quoted = (reference, fact) =>
  reason(fact.text, [reference], fact.sources, fact.confidence);

/**
 * @param {string | null} code
 * @param {number | null | undefined} minutes
 * @param {Reason} why
 * @returns {NotBilled}
 */
export const notBilled = (code, minutes, why) => ({
  kind: "not-billed",
  code,
  minutes: minutes ?? null,
  reason: why,
});

/**
 * @param {string | null} service
 * @param {string} missing
 * @param {Reason} why
 * @returns {MissingInformation}
 */
export const missingInformation = (service, missing, why) => ({
  kind: "missing-information",
  service,
  missing,
  reason: why,
});
