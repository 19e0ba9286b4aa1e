/** What is right to do about each line of a remittance, by the facts. */

import { match } from "./claim_match.js";
import { cents } from "./payer.js";

/** @import { LineMatch } from "./claim_match.js" */
/** @import {
 *   Decided, DeskVisit, DeskWork, Line, LineJson, RemittanceJson, Why, WorkItem
 * } from "./types.d.ts" */

/** @type {import("./types.d.ts").Remedy[]} */
export const REMEDIES = ["post", "bill-patient", "correct", "appeal", "write-off"];
const OF_MODIFIER = /^([A-Z0-9]{2}):/;
const NAMES = { "new-claim": "correct" };

/**
 * Each line with what was decided and what would be right, the best first.
 *
 * @param {DeskWork} work @param {WorkItem} item @param {Line[]} lines
 * @param {RemittanceJson} answer @param {Record<string, string>} done @returns {Decided[]}
 */
export function decided(work, item, lines, answer, done) {
  return answer.lines.map((line) => ({
    day: 0,
    line: line.line,
    code: line.code,
    done: done[line.line] ?? "",
    ...rightFor(work, item, lines, line),
  }));
}

/**
 * @param {DeskWork} work @param {WorkItem} item @param {Line[]} lines @param {LineJson} line
 * @returns {{ right: string[], why: Why[] }}
 */
function rightFor(work, item, lines, line) {
  const known = knownCause(work, item, lines, line);
  return known ?? byClaim(work, item, lines, line);
}

/**
 * What the facts say of the cause, while the claim is the one that was sent.
 *
 * @param {DeskWork} work @param {WorkItem} item @param {Line[]} lines @param {LineJson} line
 * @returns {{ right: string[], why: Why[] } | null}
 */
function knownCause(work, { sent }, lines, line) {
  const name = sent?.causes?.[line.line];
  if (!sent || !name || JSON.stringify(lines) !== JSON.stringify(sent.lines)) return null;
  const [remedy, text, step, page] = work.causes[name];
  const right = /** @type {Record<string, string>} */ (NAMES)[remedy] ?? remedy;
  return { right: [right], why: [[`${text}. ${step}`, page]] };
}

/**
 * By the right claim: what fits it is posted or billed to the patient; what does not is corrected.
 *
 * @param {DeskWork} work @param {WorkItem} item @param {Line[]} lines @param {LineJson} line
 * @returns {{ right: string[], why: Why[] }}
 */
function byClaim(work, { visit, sent }, lines, line) {
  if (!visit) return { right: [], why: [] };
  const found = match(visit, lines);
  const mine = found.lines.find(({ mine }) => mine === lines[line.line - 1]);
  const flaws = mine?.flaws ?? [];
  const lacks = found.lines.some(({ flaws }) => flaws.includes("missing"));
  const why = whyFlawed(visit, line.code, mine);
  if (!flaws.length) return { right: [closing(line)], why: shares(work, line) };
  if (line.status === "paid" && sent?.causes && `${flaws}` === "modifiers") {
    return { right: [closing(line), "correct"], why: shares(work, line) }; // another line's flaw
  }
  if (line.status !== "denied" || !flaws.includes("extra")) return { right: ["correct"], why };
  const stays = line.adjustments.every(({ group }) => group === "PR");
  const closed = stays ? ["bill-patient", "write-off"] : ["write-off"];
  return { right: lacks ? ["correct", ...closed] : [...closed, "correct"], why };
}

/** @param {LineJson} line */
const closing = ({ status, patient, adjustments }) =>
  cents(patient) > 0
    ? "bill-patient"
    : status === "denied" && adjustments.length
    ? "write-off"
    : status === "pended"
    ? "correct"
    : "post";

/** What of the line is the patient's. @param {DeskWork} work @param {LineJson} line */
const shares = ({ denials, denialPages }, { adjustments }) =>
  adjustments.filter(({ group }) => group === "PR").map(({ group, reason, words }) => {
    const code = `${group}-${reason}`;
    return /** @type {Why} */ ([`${code}: ${words}`, `${denialPages}${denials[code]}/`]);
  });

/**
 * The facts behind what is wrong: of modifiers those that differ, of units how they are counted.
 *
 * @param {DeskVisit} visit @param {string} code @param {LineMatch} [found] @returns {Why[]}
 */
function whyFlawed(visit, code, found) {
  const all = visit.why[code];
  if (!all || !found?.right) return visit.not.filter(([text]) => text.includes(code));
  const { flaws, mine, right } = found;
  const differs = right[2].filter((name) => !mine?.[2].includes(name));
  const why = all.filter(([text]) => {
    const [, modifier] = OF_MODIFIER.exec(text) ?? [];
    return modifier ? differs.includes(modifier) : flaws.includes("units");
  });
  return why.length ? why : all;
}

/** @param {Decided} one */
export const isRight = ({ done, right }) => right.includes(done);
