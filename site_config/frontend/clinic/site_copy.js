/** The files of this site, fetched from it, with a clinic's choices in them. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { strFromU8, strToU8 } from "fflate";
import { writeSettings } from "./settings.js";

/** @import { Settings } from "./settings.js" */

/** @typedef {{version: string, files: Record<string, string>}} Listed */

const AT_ONCE = 6;
const THEME = "assets/theme.js", LOOK = "assets/clinic-look.js", LOGO = "assets/logo.svg";
const MANIFEST = "manifest.webmanifest", WORKER = "sw.js";
const LIST = /^self\.rightcode = (\{.*\});\n/;

/** What the worker lists, and the rest of it. @param {string} worker */
export function readWorker(worker) {
  const found = LIST.exec(worker);
  if (!found) throw new Error("no list of files");
  return {
    listed: /** @type {Listed} */ (JSON.parse(found[1])),
    rest: worker.slice(found[0].length),
  };
}

/**
 * Hands over every file of the site; those that the clinic changes are changed.
 *
 * @param {string} root The address of the site.
 * @param {{settings: Settings, logo: string}} clinic `logo` is a data address in PNG, or empty.
 * @param {(path: string, content: Uint8Array, done: number, total: number) => void} take
 */
export async function copySite(root, clinic, take) {
  const worker = await read(root + WORKER);
  const { listed, rest } = readWorker(strFromU8(worker));
  const open = Object.entries(listed.files);
  const total = open.length;
  /** @type {Record<string, Uint8Array>} */ const held = {};
  let done = 0;
  const fetchNext = async () => {
    for (let next = open.pop(); next; next = open.pop()) {
      const [path, digest] = next;
      const content = await read(root + path, digest);
      done++;
      if ([THEME, LOOK, LOGO, MANIFEST].includes(path)) held[path] = content;
      else take(path, content, done, total);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
  const changed = changedFiles(held, clinic);
  for (const [path, content] of Object.entries(changed)) take(path, content, done, total);
  take(WORKER, strToU8(writeWorker(listed, changed) + rest), total, total);
  take(".nojekyll", new Uint8Array(), total, total);
}

/** @param {string} address @param {string} [digest] */
async function read(address, digest) {
  const answer = await fetch(address, digest ? { integrity: `sha256-${digest}` } : {});
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * @param {Record<string, Uint8Array>} held
 * @param {{settings: Settings, logo: string}} clinic
 * @returns {Record<string, Uint8Array>}
 */
export function changedFiles(held, { settings, logo }) {
  const { name } = settings;
  const look = `globalThis.rightcodeClinic = ${writeSettings(settings)};\n`;
  const parts = [strToU8(look), held[LOOK], strToU8("\n"), held[THEME]];
  const manifest = JSON.parse(strFromU8(held[MANIFEST]));
  const named = { ...manifest, name, short_name: name };
  return {
    ...held,
    [THEME]: joined(parts),
    [LOGO]: logo ? strToU8(logoInSvg(logo)) : held[LOGO],
    [MANIFEST]: strToU8(JSON.stringify(named)),
  };
}

/** @param {string} logo */
const logoInSvg = (logo) =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48">' +
  `<image href="${logo}" width="48" height="48"/></svg>\n`;

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * The list with other digests, and so another version.
 *
 * @param {Listed} listed
 * @param {Record<string, Uint8Array>} changed
 */
export function writeWorker(listed, changed) {
  const files = { ...listed.files };
  for (const [path, content] of Object.entries(changed)) {
    files[path] = btoa(String.fromCharCode(...sha256(content)));
  }
  const digest = sha256(utf8ToBytes(listed.version + JSON.stringify(files)));
  const version = bytesToHex(digest).slice(0, 16);
  return `self.rightcode = ${JSON.stringify({ version, files })};\n`;
}
