/** Whether a class key is a point of P-256: what every browser asks when it imports the key. */
import { decode } from "../results/base64url.js";

export const KEY_FORMAT = "rightcode-class-key";

/** @param {unknown} value */
export const isClassKey = (value) => /** @type {any} */ (value)?.format === KEY_FORMAT;

/** FIPS 186-5 and SP 800-186, 3.2.1.3: y² = x³ - 3x + b over the field of this prime. */
const PRIME = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const UNCOMPRESSED = 4;

/** @param {Uint8Array} bytes */
const numberOf = (bytes) => bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);

/** @param {unknown} key The uncompressed point in base64url, 87 signs. */
export function isClassPoint(key) {
  if (typeof key !== "string" || !/^[\w-]{87}$/.test(key)) return false;
  const bytes = decode(key);
  const x = numberOf(bytes.subarray(1, 33)), y = numberOf(bytes.subarray(33));
  return bytes[0] === UNCOMPRESSED && x < PRIME && y < PRIME &&
    (y * y - (x * x * x - 3n * x + B)) % PRIME === 0n;
}
