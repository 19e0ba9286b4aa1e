/** Entry of a script that the certificate loads when a PDF is asked for: the library is larger than the page. */
import { writePdf } from "./tracks/pdf.js";

Object.assign(globalThis, { rightcodePdf: writePdf });
