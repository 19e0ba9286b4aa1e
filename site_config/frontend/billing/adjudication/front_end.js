/** The front end: what sends a claim back before anybody decides about payment. */

import { reason } from "../facts.js";
import { filled, numberedLines, written } from "./payer_case.js";

/** @import { CaseFacts, ClaimHeader, NumberedLine, Rejection, Submission } from "./types.d.ts" */
/** @typedef {(name: string, values?: Record<string, string | number>) => void} Reject */

const CODE = /^([0-9]{5}|[0-9]{4}[FTUM]|[A-Z][0-9]{4})$/;
const MODIFIER = /^[A-Z0-9]{2}$/;
const DIAGNOSIS = /^[A-Z][0-9][0-9A-Z](\.?[0-9A-Z]{1,4})?$/;
const NPI = /^[0-9]{10}$/;
/** What stands before an NPI where its check digit is computed, as on a health card. */
const NPI_PREFIX = "80840";
const LETTERS = "ABCDEFGHIJKL";
const MOST_MODIFIERS = 4;
const MOST_POINTERS = 4;
const MOST_UNITS = 999;

/**
 * Everything that sends the claim back; empty where it goes on to adjudication.
 * @param {CaseFacts} facts @param {Submission} submission
 */
export function rejections(facts, submission) {
  const { header, received } = submission.claim;
  /** @type {Rejection[]} */
  const found = [];
  const rejecting = (
    /** @type {number | null} */ line,
  ) => /** @type {Reject} */ ((name, values = {}) => {
    const { item, text } = facts.table.rejections[name];
    const why = reason(filled(text, values), [], facts.table.items[item].sources);
    found.push({ name, item, line, why });
  });
  if (header) ofHeader(header, rejecting(null));
  for (const line of numberedLines(submission)) {
    const reject = rejecting(line.number);
    ofCode(facts, line, reject);
    ofModifiers(line.line.modifiers ?? [], reject);
    ofAmounts(line, reject);
    if (received && line.day > received) {
      reject("date-future", { day: written(line.day), received: written(received) });
    }
    if (header) ofPointers(header, line, reject);
    if (header) ofNpi(line.line.rendering_npi || header.rendering_npi, "rendering", reject);
  }
  return found;
}

/** @param {ClaimHeader} header @param {Reject} reject */
function ofHeader({ member_number, diagnoses = [], billing_npi }, reject) {
  if (!member_number) reject("member-missing");
  if (!diagnoses.length) reject("diagnosis-missing");
  if (diagnoses.length > LETTERS.length) reject("diagnoses-many", { count: diagnoses.length });
  for (const value of diagnoses) if (!DIAGNOSIS.test(value)) reject("diagnosis-form", { value });
  ofNpi(billing_npi, "billing", reject);
}

/** @param {CaseFacts} facts @param {NumberedLine} line @param {Reject} reject */
function ofCode({ known, shared }, { code: value }, reject) {
  const inFamily = shared.whole.some(([first, last]) => first <= value && value <= last);
  if (!CODE.test(value)) reject("code-form", { value });
  else if (inFamily && !known.has(value)) reject("code-unused", { value });
}

/** @param {string[]} modifiers @param {Reject} reject */
function ofModifiers(modifiers, reject) {
  if (modifiers.length > MOST_MODIFIERS) reject("modifiers-many", { count: modifiers.length });
  for (const value of new Set(modifiers)) {
    const times = modifiers.filter((one) => one === value).length;
    if (!MODIFIER.test(value)) reject("modifier-form", { value });
    else if (times > 1) reject("modifier-twice", { value });
  }
}

/** @param {NumberedLine} line @param {Reject} reject */
function ofAmounts({ units: count, billed, line }, reject) {
  if (count < 1) reject("units-none", { count });
  else if (count > MOST_UNITS) reject("units-many", { count });
  if (line.charge === null || line.charge === undefined) reject("charge-missing");
  else if (!billed) reject("charge-none");
}

/** @param {ClaimHeader} header @param {NumberedLine} line @param {Reject} reject */
function ofPointers({ diagnoses = [] }, { line: { pointers = [] } }, reject) {
  if (!pointers.length) reject("pointer-missing");
  if (pointers.length > MOST_POINTERS) reject("pointers-many", { count: pointers.length });
  const there = LETTERS.slice(0, diagnoses.length).split("");
  for (const value of new Set(pointers)) {
    if (!there.includes(value)) reject("pointer-wrong", { value });
  }
}

/** @param {string | null | undefined} value @param {string} whose @param {Reject} reject */
function ofNpi(value, whose, reject) {
  if (!value) reject(`${whose}-missing`);
  else if (!isNpi(value)) reject(`${whose}-form`, { value });
}

/** Whether the ten digits end in the check digit of the others. @param {string} value */
export function isNpi(value) {
  if (!NPI.test(value)) return false;
  const digits = [...NPI_PREFIX + value].reverse().map(Number);
  const total = digits.reduce((sum, digit, place) => {
    const counted = place % 2 ? 2 * digit : digit;
    return sum + Math.trunc(counted / 10) + counted % 10;
  }, 0);
  return total % 10 === 0;
}
