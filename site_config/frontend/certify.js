/** Entry: loaded by a track when all of its checks are passed. */
import { certificateForm } from "./tracks/certificate.js";

Object.assign(globalThis, { rightcodeCertificate: certificateForm });
