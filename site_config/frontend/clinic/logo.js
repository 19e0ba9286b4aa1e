/** A logo as the browser draws it: whatever the file holds, only its picture goes on. */

const MAX_FILE = 2_000_000;
const MAX_PIXELS = 256;
const DEFAULT = 128; // of an SVG that names no size

/**
 * A data address in PNG; empty where the browser shows no picture of it. A file in an `<img>` runs
 * and fetches nothing.
 *
 * @param {File} file
 * @returns {Promise<string>}
 */
export async function readLogo(file) {
  if (file.size > MAX_FILE || !/^image\/(svg\+xml|png)$/.test(file.type)) return "";
  const image = new Image();
  image.src = await dataAddress(file);
  try {
    await image.decode();
  } catch {
    return "";
  }
  const [width, height] = [image.naturalWidth || DEFAULT, image.naturalHeight || DEFAULT];
  const scale = MAX_PIXELS / Math.max(width, height);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = MAX_PIXELS;
  const [wide, high] = [Math.max(1, width * scale), Math.max(1, height * scale)];
  const [x, y] = [(MAX_PIXELS - wide) / 2, (MAX_PIXELS - high) / 2];
  canvas.getContext("2d")?.drawImage(image, x, y, wide, high);
  return canvas.toDataURL("image/png");
}

/** @param {File} file @returns {Promise<string>} */
const dataAddress = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** @param {string} address */
export const bytesOf = (address) =>
  Uint8Array.from(atob(address.slice(address.indexOf(",") + 1)), (sign) => sign.charCodeAt(0));
