/**
 * For the page that a host shows in place of one that is not there. It may be shown at any depth,
 * and the site may lie in a folder of its host: its root is the nearest folder above the address
 * that has the site's style sheet.
 */
(() => {
  const DEEPEST = 8; // folders below the host at which a site may lie
  const folders = location.pathname.split("/").slice(0, -1).filter(Boolean);
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.body.dataset.mdColorScheme = dark ? "slate" : "default";

  /** @param {number} depth */
  function look(depth) {
    const root = [location.origin, ...folders.slice(0, depth), ""].join("/");
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = `${root}assets/look.css`;
    sheet.onload = () => fillAddresses(root);
    sheet.onerror = () => {
      sheet.remove();
      if (depth > 0) look(depth - 1);
    };
    document.head.append(sheet);
  }

  /** @param {string} root */
  function fillAddresses(root) {
    for (const node of document.querySelectorAll("[data-path]")) {
      const name = node instanceof HTMLImageElement ? "src" : "href";
      node.setAttribute(name, new URL(node.getAttribute("data-path") ?? "", root).href);
    }
  }

  look(Math.min(folders.length, DEEPEST));
})();
