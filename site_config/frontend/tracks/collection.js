/** Many certificates: who has which track, what is odd about a file, who of a list is missing. */
import { cleanName, codeIn } from "./check_code.js";
import { readShortCode } from "./short_code.js";

/** @import { Verdict } from "./verify.js" */

/**
 * @typedef {{source: string, text: string, address: string}} Found A file or a line; `text` is its
 *   code or link, `address` the page at which its PDF says it is checked.
 * @typedef {{name: string, about: string}} Flag Names a sentence in strings/collect.
 * @typedef {object} Row
 * @property {string} source
 * @property {string} code
 * @property {Verdict} verdict
 * @property {Flag[]} flags
 * @property {boolean} counts Whether it shows that its track is done.
 */

const MAX_LINES = 2000;

/** One certificate a line. @param {string} text @param {(line: number) => string} nameOf */
export const linesOf = (text, nameOf) =>
  text.split(/\r?\n/).slice(0, MAX_LINES).map((line) => line.trim()).filter(Boolean)
    .map((line, index) => ({
      source: nameOf(index + 1),
      text: line,
      address: line.includes("#") ? line.slice(0, line.indexOf("#")) : "",
    }));

/**
 * @param {Found[]} found
 * @param {(code: string) => Promise<Verdict>} verify
 * @param {string} ours The address at which this site checks certificates.
 * @returns {Promise<Row[]>}
 */
export async function collect(found, verify, ours) {
  const rows = [];
  for (const one of found) {
    const code = codeIn(one.text).toUpperCase().replace(/[\s-]+/g, "");
    const verdict = await verify(code);
    rows.push({ source: one.source, code, verdict, flags: flagsOf(one, code, verdict, ours) });
  }
  return withCopies(rows);
}

/** @param {Found} found @param {string} code @param {Verdict} verdict @param {string} ours */
function flagsOf({ address }, code, verdict, ours) {
  /** @type {Flag[]} */ const flags = [];
  if (readShortCode(code)) return [{ name: "short", about: "" }];
  if (verdict.state === "refused") {
    const unread = ["empty", "short", "signs"].includes(verdict.reason);
    flags.push({ name: unread ? "unread" : "altered", about: "" });
  }
  if (verdict.state === "unknown") flags.push({ name: "unknown", about: "" });
  if (/^https?:/.test(address) && address !== ours) flags.push({ name: "site", about: address });
  return flags;
}

/**
 * The same certificate counts once; one name with two certificates of a track is told.
 *
 * @param {Omit<Row, "counts">[]} rows
 * @returns {Row[]}
 */
function withCopies(rows) {
  /** @type {Map<string, string>} */ const codes = new Map();
  /** @type {Map<string, string>} */ const names = new Map();
  return rows.map((row) => {
    const { code, source, verdict: { state, decoded } } = row;
    if (!decoded || state === "refused") return { ...row, counts: false };
    const twin = codes.get(code);
    if (twin !== undefined) {
      return { ...row, flags: [...row.flags, { name: "copy", about: twin }], counts: false };
    }
    codes.set(code, source);
    const person = `${folded(decoded.name)}\n${decoded.track}`;
    const other = names.get(person);
    if (other === undefined) names.set(person, source);
    const flags = other === undefined
      ? row.flags
      : [...row.flags, { name: "sameName", about: other }];
    return { ...row, flags, counts: state === "consistent" };
  });
}

/** A name as it is compared. @param {string} name */
export const folded = (name) => cleanName(name).toUpperCase().toLowerCase();

/** The names of a pasted list, each once. @param {string} text */
export function staffIn(text) {
  const names = text.split(/[\r\n;\t]+/).map(cleanName).filter(Boolean).slice(0, MAX_LINES);
  return [...new Map(names.map((name) => [folded(name), name])).values()];
}

/**
 * For each of the staff the day on which each track was done, empty where it is missing.
 *
 * @param {string[]} staff
 * @param {Row[]} rows
 * @param {string[]} tracks
 */
export function staffTable(staff, rows, tracks) {
  const days = new Map(
    rows.filter(({ counts }) => counts).map(({ verdict: { decoded } }) => [
      `${folded(decoded?.name ?? "")}\n${decoded?.track}`,
      decoded?.date ?? "",
    ]),
  );
  return staff.map((name) => ({
    name,
    days: tracks.map((track) => days.get(`${folded(name)}\n${track}`) ?? ""),
  }));
}

/**
 * Names on certificates that count and are not on the list.
 *
 * @param {string[]} staff
 * @param {Row[]} rows
 */
export function unlisted(staff, rows) {
  const listed = new Set(staff.map(folded));
  const names = rows.filter(({ counts }) => counts).map(({ verdict }) =>
    verdict.decoded?.name ?? ""
  );
  return [...new Set(names.filter((name) => !listed.has(folded(name))))];
}
