/** @param {number} number */
const two = (number) => String(Math.floor(number)).padStart(2, "0");

/** CMITimespan of SCORM 1.2: HHHH:MM:SS.SS. @param {number} seconds */
export const timespan = (seconds) =>
  `${String(Math.floor(seconds / 3600)).padStart(4, "0")}:${two(seconds / 60 % 60)}:${
    (seconds % 60).toFixed(2).padStart(5, "0").replace("60.00", "59.99")
  }`;

/**
 * ISO 8601 to the hundredth of a second, as SCORM 2004 and cmi5 want it.
 *
 * @param {number} seconds
 */
export const duration = (seconds) => `PT${Math.max(0, Math.round(seconds * 100) / 100)}S`;

/** CMITime of SCORM 1.2: the hour of the day. @param {string} iso */
export const timeOfDay = (iso) => {
  const at = new Date(iso);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
};

/** A share as a figure of 100, to two places. @param {number} share */
export const percent = (share) => String(Math.round(share * 10000) / 100);
