/** An assignment as the fragment of an address: `#a=` and base64url of raw deflate of JSON. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { v5 } from "uuid";
import { decode, encode } from "../results/base64url.js";
import { InvalidAssignment, OWN_VERSION, readAssignment } from "./assignment.js";

/** @import { Assignment } from "../types.d.ts" */

const MAX_LINK = 40_000;
const MAX_TEXT = 200_000;
const MARK = "#a=";

const KEYS =
  "v id title instructions items minutes attempts feedback names opens due pass key lrs own"
    .split(" ");

/** The keys in the order of a link, without those not set. @param {Assignment} assignment */
function compact(assignment) {
  /** @type {Record<string, unknown>} */
  const values = {
    ...assignment,
    v: assignment.own ? OWN_VERSION : 1,
    pass: assignment.passMark,
  };
  return JSON.stringify(Object.fromEntries(KEYS.map((key) => [key, values[key] ?? undefined])));
}

/** @param {Assignment} assignment @returns Begins with a number sign. */
export const toFragment = (assignment) =>
  MARK + encode(deflateSync(strToU8(compact(assignment)), { level: 9 }));

/** 32 hexadecimal digits that identify an assignment. @param {Assignment} assignment */
export const digestOf = (assignment) => v5(compact(assignment), v5.URL).replaceAll("-", "");

/** @param {string} fragment @throws {InvalidAssignment} */
export function fromFragment(fragment) {
  if (!fragment.startsWith(MARK)) throw new InvalidAssignment("none");
  if (fragment.length > MAX_LINK) throw new InvalidAssignment("tooLong");
  return readAssignment(parseLink(fragment.slice(MARK.length)));
}

/** @param {string} text */
function parseLink(text) {
  try {
    const out = inflateSync(decode(decodeURIComponent(text)));
    if (out.length > MAX_TEXT) throw new InvalidAssignment("tooLong");
    return JSON.parse(strFromU8(out));
  } catch (problem) {
    throw problem instanceof InvalidAssignment ? problem : new InvalidAssignment("damaged");
  }
}
