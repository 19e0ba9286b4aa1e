import { make } from "./dom.js";

/**
 * Offers a file to download.
 *
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function saveAs(name, content, type) {
  const link = make("a", {
    href: URL.createObjectURL(new Blob([content], { type })),
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
