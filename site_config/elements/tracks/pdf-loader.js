/** The part that writes PDF: loaded when it is asked for, as a script, which a page opened from a folder may load too. */

const here = document.currentScript;
const address = new URL("certificate.js", here instanceof HTMLScriptElement ? here.src : location.href);

/** @typedef {(sheet: import("./sheet.js").Sheet) => Promise<Uint8Array<ArrayBuffer>>} WritePdf */

/** @returns {Promise<WritePdf>} Rejected where it cannot be loaded. */
export function loadPdf() {
  const known = () => /** @type {any} */ (globalThis).rightcodePdf;
  if (known()) return Promise.resolve(known());
  return new Promise((resolve, reject) => {
    const node = document.createElement("script");
    node.src = address.href;
    node.onload = () => (known() ? resolve(known()) : reject(new Error("the script says nothing")));
    node.onerror = () => (node.remove(), reject(new Error("the script is not there")));
    document.head.append(node);
  });
}
