/** CMITimespan of SCORM 1.2: HHHH:MM:SS.SS. @param {number} seconds */
export const timespan = (seconds) =>
  [
    String(Math.floor(seconds / 3600)).padStart(4, "0"),
    String(Math.floor(seconds / 60 % 60)).padStart(2, "0"),
    (seconds % 60).toFixed(2).padStart(5, "0").replace("60.00", "59.99"),
  ].join(":");

/**
 * ISO 8601 to the hundredth of a second, as SCORM 2004 and cmi5 want it.
 *
 * @param {number} seconds
 */
export const duration = (seconds) => `PT${Math.max(0, Math.round(seconds * 100) / 100)}S`;

/** CMITime of SCORM 1.2: the hour of the day. @param {string} iso */
export const timeOfDay = (iso) => new Date(iso).toTimeString().slice(0, 8);

/** A share as a figure of 100, to two places. @param {number} share */
export const percent = (share) => String(Math.round(share * 10000) / 100);
