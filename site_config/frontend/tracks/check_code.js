import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * @typedef {object} Certificate The content of a certificate.
 * @property {string} track
 * @property {string} name As typed.
 * @property {string} date YYYY-MM-DD
 * @property {string} asOf The day as of which the site's rules were judged.
 * @property {string} edition Of the track: twelve hexadecimal digits.
 * @property {{id: string, answers: {id: string, version: number, right: boolean}[]}[]} modules
 *
 * @typedef {object} DecodedAnswers
 * @property {{id: string, answers: {tag: number, right: boolean}[]}[]} modules The site's own list
 *   turns tags into questions.
 * @property {Uint8Array} data
 * @property {Uint8Array} seal Over the data and the questions' ids and versions.
 *
 * @typedef {Omit<Certificate, "modules"> & DecodedAnswers} Decoded
 */

/** An invalid code; `reason` names a sentence in strings/tracks. */
export class InvalidCode extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

const VERSION = 1;
const SUM = 4, SEAL = 6, EDITION = 6;
const DAY = 86_400_000;
const EPOCH = Date.parse("2020-01-01T00:00Z");
const MAX_LENGTH = 60;
/** Invisible characters, and those that change the direction of text. */
// deno-lint-ignore no-control-regex -- what it removes
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\s]+/g;
/** Crockford's base 32: no I, L, O, U; look-alikes are read as digits. */
export const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A name as on the certificate. @param {string} typed */
export const cleanName = (typed) => {
  const seen = typed.toWellFormed().normalize("NFC").replace(INVISIBLE, " ").trim();
  return [...seen].slice(0, MAX_LENGTH).join("").trim();
};

/**
 * Identifies a version of a question: 23 bits of a digest.
 *
 * @param {{id: string, version: number}} item
 */
export function tagOf({ id, version }) {
  const [first, second, third] = sha256(utf8ToBytes(`${id}@${version}`));
  return ((first << 16) | (second << 8) | third) >> 1;
}

/** @param {Certificate} certificate @returns In groups of five. */
export function encode(certificate) {
  const data = serialize(certificate);
  const sum = sha256(data).slice(0, SUM);
  const seal = checkDigits(data, certificate.modules.flatMap(({ answers }) => answers));
  return toDigits(concatBytes(data, sum, seal)).match(/.{1,5}/g)?.join(" ") ?? "";
}

/**
 * Check digits over the data and the questions behind the tags.
 *
 * @param {Uint8Array} data
 * @param {{id: string, version: number}[]} items
 */
export const checkDigits = (data, items) =>
  sha256(
    concatBytes(data, utf8ToBytes(items.map(({ id, version }) => `${id}@${version}`).join("\n"))),
  ).slice(0, SEAL);

/** The code in a link to the page that checks it, or the text itself. @param {string} text */
export const codeIn = (text) => text.slice(text.indexOf("#") + 1).trim();

/** @param {string} text @throws {InvalidCode} */
export function decode(text) {
  const bytes = fromDigits(text);
  if (bytes.length < 1 + SUM + SEAL) throw new InvalidCode("short");
  const data = bytes.slice(0, -SUM - SEAL);
  const [sum, seal] = [bytes.slice(data.length, -SEAL), bytes.slice(-SEAL)];
  if (!isSame(sum, sha256(data).slice(0, SUM))) throw new InvalidCode("changed");
  if (data[0] > VERSION) throw new InvalidCode("newer");
  try {
    return { ...deserialize(data), data, seal };
  } catch {
    throw new InvalidCode("short");
  }
}

/** @param {Uint8Array} one @param {Uint8Array} other */
export const isSame = (one, other) => String(one) === String(other);

/** @param {Certificate} certificate */
function serialize({ track, name, date, asOf, edition, modules }) {
  const parts = modules.flatMap(({ id, answers }) => [
    ...lengthPrefixed(id),
    answers.length,
    ...answers.flatMap((answer) => {
      const tag = (tagOf(answer) << 1) | Number(answer.right);
      return [(tag >> 16) & 255, (tag >> 8) & 255, tag & 255];
    }),
  ]);
  return Uint8Array.from([
    VERSION,
    ...lengthPrefixed(track),
    ...lengthPrefixed(name),
    ...days(date),
    ...days(asOf),
    ...hexToBytes(edition),
    modules.length,
    ...parts,
  ]);
}

/** @param {Uint8Array} data @throws {RangeError} */
function deserialize(data) {
  let offset = 1;
  const take = (/** @type {number} */ count) => {
    if (offset + count > data.length) throw new RangeError("cut short");
    return data.slice(offset, offset += count);
  };
  const text = () => new TextDecoder("utf-8", { fatal: true }).decode(take(take(1)[0]));
  const day = () => {
    const [high, low] = take(2);
    return new Date(EPOCH + (high * 256 + low) * DAY).toISOString().slice(0, 10);
  };
  const answer = () => {
    const [first, second, third] = take(3);
    const bits = (first << 16) | (second << 8) | third;
    return { tag: bits >> 1, right: (bits & 1) === 1 };
  };
  const [track, name, date, asOf] = [text(), text(), day(), day()];
  const edition = bytesToHex(take(EDITION));
  const modules = Array.from({ length: take(1)[0] }, () => {
    const id = text();
    return { id, answers: Array.from({ length: take(1)[0] }, answer) };
  });
  if (offset !== data.length) throw new RangeError("too long");
  return { track, name, date, asOf, edition, modules };
}

/** @param {string} text */
function lengthPrefixed(text) {
  const bytes = utf8ToBytes(text);
  return [bytes.length, ...bytes];
}

/** @param {string} date */
function days(date) {
  const count = Math.round((Date.parse(`${date}T00:00Z`) - EPOCH) / DAY);
  return [(count >> 8) & 255, count & 255];
}

/** @param {Uint8Array} bytes */
function toDigits(bytes) {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.replace(/.{1,5}/g, (five) => DIGITS[parseInt(five.padEnd(5, "0"), 2)]);
}

/** @param {string} text @throws {InvalidCode} */
function fromDigits(text) {
  const plain = text.toUpperCase().replace(/[\s-]+/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  if (!plain) throw new InvalidCode("empty");
  if (plain.length > 4000) throw new InvalidCode("short");
  const fives = [...plain].map((char) => DIGITS.indexOf(char));
  if (fives.includes(-1)) throw new InvalidCode("signs");
  const bits = fives.map((five) => five.toString(2).padStart(5, "0")).join("");
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
}
