/** What the note gives of a service, by name, and whether a condition is met by it. */

/** @import { Service, Technique, Wanted, When } from "./types.d.ts" */
/** @typedef {boolean | number | string} Value */
/** @typedef {Record<string, Value | undefined>} Attributes */

/**
 * What the note gives of a service, by the names that rules use; by video, the contact that it has
 * in person.
 * @param {Service} service @param {Technique} technique @returns {Attributes}
 */
export const attributesOf = ({ purpose, contact, minutes, details }, technique) => ({
  purpose,
  contact: contact === "remote" ? technique.contact ?? "one-on-one" : contact ?? technique.contact,
  minutes,
  ...details,
});

/**
 * Whether every condition holds; the first attribute that decides and is not known.
 * @param {When} when @param {Attributes} known
 */
export function fits(when, known) {
  let missing = null;
  for (const [attribute, wanted] of Object.entries(when)) {
    const value = known[attribute];
    if (value === undefined) missing ??= attribute;
    else if (!meets(value, wanted)) return false;
  }
  return missing ?? true;
}

/** @param {Value} value @param {Wanted} wanted */
function meets(value, wanted) {
  if (!Array.isArray(wanted)) return wanted.among.some((one) => one === value);
  const [low, high] = wanted;
  return typeof value === "number" && (low ?? 0) <= value && (high === null || value <= high);
}
