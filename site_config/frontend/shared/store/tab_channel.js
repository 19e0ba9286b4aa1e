/**
 * Messages between the tabs of this site. A tab does not receive its own.
 *
 * @typedef {object} Channel
 * @property {(message: unknown) => void} post
 * @property {(listener: (message: unknown) => void) => void} listen
 */

/** A channel that does nothing. @type {Channel} */
export const SILENT = { post: () => {}, listen: () => {} };

/** A silent one where the browser has none. @param {string} name @returns {Channel} */
export function openChannel(name) {
  try {
    const channel = new BroadcastChannel(name);
    return {
      post: (message) => channel.postMessage(message),
      listen: (listener) => channel.addEventListener("message", ({ data }) => listener(data)),
    };
  } catch {
    return SILENT;
  }
}
