/** A clinic's choices as the fragment of an address: `#clinic=` and base64url of raw deflate. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { readSettings, writeSettings } from "./settings.js";

/** @import { Settings } from "./settings.js" */

const MARK = "#clinic=";
const MAX_LINK = 6000, MAX_TEXT = 40_000;

/** @param {Settings} settings */
export function toFragment(settings) {
  const packed = deflateSync(strToU8(writeSettings(settings)), { level: 9 });
  const text = btoa(String.fromCharCode(...packed));
  return MARK + text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Null where the link is damaged. @param {string} fragment @returns {Settings | null} */
export function fromFragment(fragment) {
  if (!isInvitation(fragment) || fragment.length > MAX_LINK) return null;
  try {
    const text = decodeURIComponent(fragment.slice(MARK.length));
    const packed = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(packed, (sign) => sign.charCodeAt(0));
    const out = inflateSync(bytes, { out: new Uint8Array(MAX_TEXT) });
    const settings = readSettings(JSON.parse(strFromU8(out)));
    return settings && { ...settings, home: "" }; // no link decides where downloads come from
  } catch {
    return null;
  }
}

/** @param {string} fragment */
export const isInvitation = (fragment) => fragment.startsWith(MARK);
