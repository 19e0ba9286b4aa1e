/** Entry: loaded by the certificate to write a PDF, since the library is large. */
import { writePdf } from "./tracks/pdf.js";

Object.assign(globalThis, { rightcodePdf: writePdf });
