/** Loads scripts on demand; they also load in a site opened from a folder. */

const here = document.currentScript;

/**
 * @template T
 * @param {string} file Beside the script that asks.
 * @param {string} name What the script defines in `globalThis`.
 * @returns {Promise<T>} Rejected where it cannot be loaded.
 */
export function lazyLoad(file, name) {
  const known = () => /** @type {any} */ (globalThis)[name];
  if (known()) return Promise.resolve(known());
  return new Promise((resolve, reject) => {
    const node = document.createElement("script");
    node.src = new URL(file, here instanceof HTMLScriptElement ? here.src : location.href).href;
    node.onload = () => (known() ? resolve(known()) : reject(new Error("the script says nothing")));
    node.onerror = () => (node.remove(), reject(new Error("the script is not there")));
    document.head.append(node);
  });
}
