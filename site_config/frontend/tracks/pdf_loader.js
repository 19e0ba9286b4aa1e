/** Loads the PDF writer. */
import { lazyLoad } from "../shared/lazy_load.js";

/** @import { CertificateText } from "./types.d.ts" */

/** @typedef {(sheet: CertificateText) => Promise<Uint8Array<ArrayBuffer>>} WritePdf */

/** @returns {Promise<WritePdf>} Rejected where it cannot be loaded. */
export const loadPdf = () => lazyLoad("certificate.js", "rightcodePdf");
