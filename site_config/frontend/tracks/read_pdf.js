import { PDFDocument } from "@cantoo/pdf-lib";

const MAX_BYTES = 2_000_000;

/**
 * The check code in a certificate's PDF, and the address at which it is checked; empty where the
 * file is none of ours.
 *
 * @param {Blob} file
 */
export async function readPdf(file) {
  const nothing = { code: "", address: "" };
  if (file.size > MAX_BYTES) return nothing;
  try {
    const bytes = await file.arrayBuffer();
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    return { code: document.getSubject() ?? "", address: document.getKeywords() ?? "" };
  } catch {
    return nothing;
  }
}
