/**
 * In the frame that stands for the search's worker: its script is in the folder of the site or it
 * is not run.
 */
(() => {
  const source = new URL(location.hash.slice(1));
  const folder = new URL("javascripts/workers/", location.href);
  if (location.protocol !== "file:" || !source.href.startsWith(folder.href)) return;

  /** @param {string} url */
  function run(url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = url;
      script.async = false;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  const page = parent;
  Object.assign(globalThis, {
    parent: self, // the worker looks into its parent, which a page from a folder may not
    postMessage: (/** @type {unknown} */ message) => page.postMessage(message, "*"),
    importScripts: (/** @type {string[]} */ ...urls) =>
      Promise.all(urls.map((url) => run(new URL(url, source).href))),
  });
  run(source.href);
})();
