/** The part that writes PDF. */
import { later } from "../shared/lazy_load.js";

/** @typedef {(sheet: import("./certificate_text.js").Sheet) => Promise<Uint8Array<ArrayBuffer>>} WritePdf */

/** @returns {Promise<WritePdf>} Rejected where it cannot be loaded. */
export const loadPdf = () => later("certificate.js", "rightcodePdf");
