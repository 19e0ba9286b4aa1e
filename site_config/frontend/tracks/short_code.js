import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { cleanName, DIGITS } from "./check_code.js";

/**
 * What a certificate says, as its short code covers it.
 *
 * @typedef {{name: string, track: string, date: string, right: number, total: number}} Stated
 */

const LENGTH = 10;
const WRITTEN = /^[0-9A-HJKMNP-TV-Z]{10}$/;

/**
 * Ten characters from what can be read on paper: two certificates that differ in any of it differ
 * here too.
 *
 * @param {Stated} stated
 */
export function shortCode({ name, track, date, right, total }) {
  const read = cleanName(name).toLowerCase();
  const text = ["certificate", track, read, date, `${right}/${total}`].join("\n");
  const bits = [...sha256(utf8ToBytes(text))].map((byte) => byte.toString(2).padStart(8, "0"));
  const fives = bits.join("").match(/.{5}/g) ?? [];
  const code = fives.slice(0, LENGTH).map((five) => DIGITS[parseInt(five, 2)]).join("");
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

/** As it is compared; empty where the text is no short code. @param {string} text */
export function readShortCode(text) {
  const plain = text.toUpperCase().replace(/[\s-]+/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  return WRITTEN.test(plain) ? plain : "";
}

/** @param {Stated} stated @param {string} text */
export const fitsShortCode = (stated, text) =>
  readShortCode(shortCode(stated)) === readShortCode(text);
