/** @import { Statement } from "../claimcheck/types.js" */

const NEAR = 400;

/** Where a statement stands in the text as it was given: from the sign at its place to the last of its words. @param {string} text @param {Statement} statement @returns {[number, number]} */
export function spanOf(text, statement) {
  const start = offsetOf(text, statement.line, statement.column);
  let at = start, end = start;
  for (const sign of statement.text) {
    const next = text.indexOf(sign, at);
    if (/\s/.test(sign) || next < 0 || next - at > NEAR) continue;
    end = at = next + sign.length;
  }
  return [start, Math.max(end, Math.min(start + 1, text.length))];
}

/** @param {string} text @param {number} line @param {number} column counted in signs, not in units */
function offsetOf(text, line, column) {
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return before + [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
}
