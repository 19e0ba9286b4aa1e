/** Entry: loaded to write and read certificates as PDF, since the library is large. */
import { writePdf } from "./tracks/pdf.js";
import { readPdf } from "./tracks/read_pdf.js";

export const rightcodePdf = { writePdf, readPdf };

Object.assign(globalThis, { rightcodePdf });
