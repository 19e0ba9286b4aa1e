/**
 * The value of a JSON text; null if it is damaged or missing.
 *
 * @param {string | null | undefined} text
 * @returns {any}
 */
export function parseJson(text) {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
