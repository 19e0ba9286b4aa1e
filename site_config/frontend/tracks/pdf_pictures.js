/** What the browser draws for a PDF: pictures in PNG. */

const SHARP = 4;

/** @param {string} text @param {number} size */
export async function drawText(text, size) {
  const canvas = document.createElement("canvas");
  const font = `700 ${size * SHARP}px ${getComputedStyle(document.body).fontFamily}`;
  const brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  brush.font = font;
  canvas.width = Math.ceil(brush.measureText(text).width) + SHARP;
  canvas.height = Math.ceil(size * SHARP * 1.5);
  brush.font = font;
  brush.fillStyle = "#142020";
  brush.textBaseline = "alphabetic";
  brush.fillText(text, 0, size * SHARP * 1.15);
  return {
    bytes: await pngOf(canvas),
    width: canvas.width / SHARP,
    height: canvas.height / SHARP,
  };
}

/**
 * Rejected where the browser does not let a page read the picture, as in a folder.
 *
 * @param {string} address
 * @param {number} most Pixels of the longer side.
 */
export async function logoPicture(address, most) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const longer = Math.max(image.naturalWidth, image.naturalHeight, 1);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round((image.naturalWidth * most) / longer));
  canvas.height = Math.max(1, Math.round((image.naturalHeight * most) / longer));
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return pngOf(canvas);
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<ArrayBuffer>} */
export const pngOf = (canvas) =>
  new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob.arrayBuffer()) : reject(new Error("no picture"))),
      "image/png",
    )
  );
