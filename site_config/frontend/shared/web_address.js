/**
 * Addresses on the web, taken only where every browser reads them as they are written: nothing to
 * mend. The same rule as generator/facts/web_address.py.
 */
const MAX_LENGTH = 2000;
const LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_\\-]{0,61}[A-Za-z0-9_])?";
const ADDRESS = new RegExp(
  `^https?://(\\[[0-9A-Fa-f:.]{2,45}\\]|(?=[^/?#:]{1,253}(?:[/?#:]|$))${LABEL}(?:\\.${LABEL})*)` +
    "(?::[0-9]{1,5})?(?:[/?#](?:%[0-9A-Fa-f]{2}|" +
    '[^\\x00-\\x20\\x7f-\\xa0\\s"<>\\\\\\^`\\{\\|\\}%\\ufeff\\ud800-\\udfff])*)?$',
  "u",
);
const SCHEME = /^https?:/i;
const LOCAL = ["localhost", "127.0.0.1"];

/**
 * @param {unknown} text
 * @returns {URL | null} Null where a browser would refuse or mend it.
 */
export function webAddress(text) {
  if (typeof text !== "string" || text.length > MAX_LENGTH) return null;
  const host = ADDRESS.exec(text.replace(SCHEME, (scheme) => scheme.toLowerCase()))?.[1];
  if (!host || !URL.canParse(text)) return null;
  const url = new URL(text);
  return host.startsWith("[") || url.hostname === host.toLowerCase() ? url : null;
}

/**
 * Whether a record store may lie there: nobody on the way reads along, and no name or password
 * stands in the address.
 *
 * @param {unknown} text
 */
export function isStore(text) {
  const url = webAddress(text);
  return Boolean(url) && !/[?#@]/.test(String(text)) &&
    (url?.protocol === "https:" || LOCAL.includes(url?.hostname ?? ""));
}
