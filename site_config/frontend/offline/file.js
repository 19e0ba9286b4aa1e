/**
 * For a page opened from a folder, which may load scripts and nothing else: data comes as
 * scripts that hand over their text.
 */
(() => {
  if (location.protocol !== "file:") return;
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const root = new URL("..", here);
  /** @type {Map<string, (text: string) => void>} */ const awaited = new Map();

  /** @param {string} path @param {string} text */
  const hand = (path, text) => awaited.get(path)?.(text);

  /** @param {string} path */
  function load(path) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      awaited.set(
        path,
        (text) => resolve(new Response(text, { headers: { "content-type": "application/json" } })),
      );
      script.src = new URL(`${path}.js`, root).href;
      script.onerror = () => reject(new TypeError(`There is no ${path}`));
      document.head.append(script);
    });
  }

  const fetched = globalThis.fetch;
  /** @param {RequestInfo | URL} input @param {RequestInit} [init] */
  function fetchHere(input, init) {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
    const path = decodeURIComponent(url.pathname.slice(root.pathname.length));
    const isOurs = url.protocol === "file:" && url.pathname.startsWith(root.pathname) &&
      path.endsWith(".json");
    return isOurs ? load(path) : fetched(input, init);
  }

  /** A link that a script made may name a folder. @param {Event} event */
  function nameInFull({ target }) {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || link.protocol !== "file:") return;
    if (link.pathname.endsWith("/")) link.pathname += "index.html";
  }

  addEventListener("click", nameInFull, true);
  Object.assign(globalThis, { rightcodeFile: hand, fetch: fetchHere });
})();
