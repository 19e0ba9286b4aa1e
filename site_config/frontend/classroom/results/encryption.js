/**
 * Results that the class's private key alone opens, with WebCrypto.
 *
 * ECDH on P-256 (NIST SP 800-56A) with a key pair made for each file, HKDF-SHA-256 (RFC 5869) over
 * the shared secret, AES-256-GCM (NIST SP 800-38D). The class key's name is authenticated with the
 * text, so that a file cannot be passed off as another class's.
 */
import { KEY_FORMAT } from "../format/class_key.js";
import { decode, encode } from "./base64url.js";
import { ResultRefused } from "./refusal.js";
import { SEALED, text } from "./result_file.js";

/** @import { ClassKey, Result, SealedResult } from "../../shared/schema_types.d.ts" */

const INFO = new TextEncoder().encode("rightcode-result-sealed 1");
const CURVE = { name: "ECDH", namedCurve: "P-256" };

/** Browsers give it to pages that came over HTTPS, from this computer or from a folder. */
function subtle() {
  if (!globalThis.crypto?.subtle) throw new ResultRefused("noCrypto");
  return crypto.subtle;
}

/** @param {Uint8Array<ArrayBuffer>} point */
async function nameOf(point) {
  const digest = new Uint8Array(await subtle().digest("SHA-256", point));
  return Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {CryptoKey} own
 * @param {CryptoKey} other
 * @param {Uint8Array<ArrayBuffer>} salt
 * @param {"encrypt" | "decrypt"} use
 */
async function cipherKey(own, other, salt, use) {
  const secret = await subtle().deriveBits({ name: "ECDH", public: other }, own, 256);
  const base = await subtle().importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info: INFO };
  return await subtle().deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, [use]);
}

/** @param {Uint8Array<ArrayBuffer>} point */
const publicKey = (point) => subtle().importKey("raw", point, CURVE, false, []);

/**
 * A result that only the holder of the class's private key can read.
 *
 * @param {Result} result
 * @param {string} classKey The assignment's `public_key`: the uncompressed point in base64url, 87
 *   signs.
 * @returns {Promise<SealedResult>} To be written with `writeResult`.
 * @throws {ResultRefused} Where the key is none, or the browser has no WebCrypto for this page.
 */
export async function seal(result, classKey) {
  const point = readPoint(classKey);
  const own = await subtle().generateKey(CURVE, true, ["deriveBits"]);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await nameOf(point);
  const cipher = await publicKey(point)
    .then((receiver) => cipherKey(own.privateKey, receiver, salt, "encrypt"))
    .catch(() => {
      throw new ResultRefused("badKey");
    });
  const additionalData = new TextEncoder().encode(key);
  const text = new TextEncoder().encode(JSON.stringify(result));
  const data = await subtle().encrypt({ name: "AES-GCM", iv, additionalData }, cipher, text);
  const ephemeral = encode(await subtle().exportKey("raw", own.publicKey));
  return {
    format: SEALED,
    version: 1,
    key,
    ephemeral,
    salt: encode(salt),
    iv: encode(iv),
    data: encode(data),
  };
}

/**
 * Whether this page can seal for a class key: tried before an exam begins.
 *
 * @param {string} classKey
 */
export async function canSeal(classKey) {
  try {
    await seal(/** @type {any} */ ({}), classKey);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text */
function readPoint(text) {
  if (!/^[\w-]{87}$/.test(text)) throw new ResultRefused("badKey");
  return decode(text);
}

/** A class's new key pair; nothing of it but `public` may leave. @returns {Promise<ClassKey>} */
export async function newClassKey() {
  const made = await subtle().generateKey(CURVE, true, ["deriveBits"]);
  const point = new Uint8Array(await subtle().exportKey("raw", made.publicKey));
  const { d = "" } = await subtle().exportKey("jwk", made.privateKey);
  const key = await nameOf(point);
  return { format: KEY_FORMAT, version: 1, key, public: encode(point), private: d };
}

/**
 * The class's private key, from the file that `rightcode results --new-key` wrote.
 *
 * @param {Record<string, any>} value
 * @returns {Promise<ClassKey>}
 * @throws {ResultRefused}
 */
export async function readClassKey(value) {
  const { format, version, key, private: secret } = value;
  const texts = [key, value.public, secret].every((one) => typeof one === "string");
  const sound = texts && format === KEY_FORMAT && version === 1 && /^[0-9a-f]{16}$/.test(key) &&
    /^[\w-]{87}$/.test(value.public) && /^[\w-]{43}$/.test(secret);
  if (!sound) throw new ResultRefused("badKey");
  /** @type {ClassKey} */
  const found = { format: KEY_FORMAT, version: 1, key, public: value.public, private: secret };
  if (!await isWhole(found)) throw new ResultRefused("badKey", "halves");
  return found;
}

/** Whether the halves belong together: what one agrees on, the other does. @param {ClassKey} key */
async function isWhole(key) {
  const other = await subtle().generateKey(CURVE, false, ["deriveBits"]);
  try {
    const point = decode(key.public);
    const [one, two] = await Promise.all([
      subtle().deriveBits({ ...CURVE, public: other.publicKey }, await privateKey(key), 256),
      subtle().deriveBits({ ...CURVE, public: await publicKey(point) }, other.privateKey, 256),
    ]);
    return encode(one) === encode(two) && await nameOf(point) === key.key;
  } catch {
    return false;
  }
}

/** @param {Record<string, any>} value @returns {SealedResult} @throws {ResultRefused} */
export function readSealed({ version, key, ephemeral, salt, iv, data }) {
  if (version !== 1) throw new ResultRefused("damaged", "version");
  return {
    format: SEALED,
    version,
    key: text(key, /^[0-9a-f]{16}$/, "key"),
    ephemeral: text(ephemeral, /^[\w-]{87}$/, "ephemeral"),
    salt: text(salt, /^[\w-]{1,64}$/, "salt"),
    iv: text(iv, /^[\w-]{1,32}$/, "iv"),
    data: text(data, /^[\w-]+$/, "data"),
  };
}

/**
 * The text of a sealed result.
 *
 * @param {SealedResult} sealed
 * @param {ClassKey[]} keys
 * @returns {Promise<string>}
 * @throws {ResultRefused} Where no key fits, or anything of the file was changed.
 */
export async function openSealed(sealed, keys) {
  const fitting = keys.find(({ key }) => key === sealed.key);
  if (!fitting) throw new ResultRefused("noKey", sealed.key);
  subtle();
  try {
    const sender = await publicKey(decode(sealed.ephemeral));
    const cipher = await cipherKey(
      await privateKey(fitting),
      sender,
      decode(sealed.salt),
      "decrypt",
    );
    const additionalData = new TextEncoder().encode(sealed.key);
    const how = { name: "AES-GCM", iv: decode(sealed.iv), additionalData };
    return new TextDecoder().decode(await subtle().decrypt(how, cipher, decode(sealed.data)));
  } catch {
    throw new ResultRefused("changed");
  }
}

/** @param {ClassKey} key */
function privateKey(key) {
  const point = decode(key.public);
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: encode(point.slice(1, 33)),
    y: encode(point.slice(33)),
    d: key.private,
  };
  return subtle().importKey("jwk", jwk, CURVE, false, ["deriveBits"]);
}
