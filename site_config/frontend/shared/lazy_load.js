/** Scripts loaded on demand; they also load in a site opened from a folder. */

const page = /** @type {HTMLScriptElement | null} */ (globalThis.document?.currentScript ?? null);

/** The address of the script that runs; empty outside of a page. */
export const here = page?.src ?? "";

/** @param {string} path From the script that asks. @returns {Promise<void>} */
export const loadScript = (path) =>
  new Promise((resolve, reject) => {
    const node = document.createElement("script");
    node.src = new URL(path, here || location.href).href;
    node.onload = () => (node.remove(), resolve());
    node.onerror = () => (node.remove(), reject(new Error(path)));
    document.head.append(node);
  });

/**
 * What a script defines in `globalThis`.
 *
 * @template T
 * @param {string} path
 * @param {string} name
 * @returns {Promise<T>} Rejected where it cannot be loaded.
 */
export async function lazyLoad(path, name) {
  const scope = /** @type {any} */ (globalThis);
  if (!scope[name]) await loadScript(path);
  return scope[name] ?? Promise.reject(new Error(name));
}
