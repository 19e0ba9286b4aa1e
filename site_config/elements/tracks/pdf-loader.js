/** The part that writes PDF. */
import { later } from "../later.js";

/** @typedef {(sheet: import("./sheet.js").Sheet) => Promise<Uint8Array<ArrayBuffer>>} WritePdf */

/** @returns {Promise<WritePdf>} Rejected where it cannot be loaded. */
export const loadPdf = () => later("certificate.js", "rightcodePdf");
