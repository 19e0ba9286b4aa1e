/**
 * What tabs of this site say to one another. Nobody hears his own words.
 *
 * @typedef {object} Channel
 * @property {(message: unknown) => void} post
 * @property {(listener: (message: unknown) => void) => void} listen
 */

/**
 * @param {string} name
 * @returns {Channel} A deaf and mute one where the browser has none.
 */
export function openChannel(name) {
  try {
    const channel = new BroadcastChannel(name);
    return {
      post: (message) => channel.postMessage(message),
      listen: (listener) => channel.addEventListener("message", ({ data }) => listener(data)),
    };
  } catch {
    return { post: () => {}, listen: () => {} };
  }
}
