import { PDFDocument, rgb, StandardFonts } from "@cantoo/pdf-lib";
import { qrOutline } from "../shared/qr_code.js";
import { drawText, logoPicture } from "./pdf_pictures.js";
import { writeInvisible } from "./pdf_text.js";

/** @import { CertificateText } from "./types.d.ts" */
/** @import { Color, PDFFont, PDFPage } from "@cantoo/pdf-lib" */

/** @typedef {{y: number, x?: number, width?: number, color?: Color, left?: boolean}} Place */

const [WIDTH, HEIGHT, EDGE] = [792, 612, 30]; // US Letter on its side, in points
const [MIDDLE, COLUMN] = [WIDTH / 2, WIDTH - 4 * EDGE];
const INK = rgb(0.08, 0.13, 0.13), MUTED = rgb(0.33, 0.38, 0.38);
const [LOGO, QR, FOOT] = [54, 132, 46];

/**
 * A certificate as a PDF of one page; the same bytes each time unless a text must be drawn.
 *
 * @param {CertificateText} text
 */
export async function writePdf(text) {
  const document = await PDFDocument.create();
  const date = new Date(`${text.date}T00:00Z`);
  document.setTitle(`${text.title}: ${text.track}`, { showInWindowTitleBar: true });
  document.setAuthor(text.site);
  document.setSubject(text.code);
  document.setKeywords([text.address]);
  document.setLanguage(text.language);
  document.setCreationDate(date);
  document.setModificationDate(date);
  const [plain, bold, mono] = await Promise.all(
    [StandardFonts.Helvetica, StandardFonts.HelveticaBold, StandardFonts.CourierBold].map((font) =>
      document.embedFont(font)
    ),
  );
  const sheet = new Sheet(document);
  sheet.frame(colorOf(text.accent));
  await sheet.logo(text.logo, HEIGHT - 52 - LOGO);
  await sheet.text(text.site, plain, 13, { y: 488, color: MUTED });
  await sheet.text(text.title, bold, 34, { y: 440 });
  await sheet.text(text.name, bold, 28, { y: 390 });
  await sheet.text(text.passed, plain, 13, { y: 360 });
  await sheet.text(text.track, bold, 20, { y: 328 });
  for (const [index, [label, value]] of text.facts.entries()) {
    const [width, x] = [COLUMN / 3, 2 * EDGE + (index + 0.5) * (COLUMN / 3)];
    await sheet.text(label, plain, 10, { x, y: 278, width, color: MUTED });
    await sheet.text(value, bold, 12, { x, y: 260, width: width - 12 });
  }
  const hasCode = sheet.qr(text.link, 2 * EDGE, FOOT);
  const x = 2 * EDGE + (hasCode ? QR + 16 : 0);
  const place = { x, width: WIDTH - 2 * EDGE - x, left: true };
  await sheet.text(text.codeTitle, plain, 10, { ...place, y: FOOT + 112, color: MUTED });
  await sheet.text(text.short, mono, 20, { ...place, y: FOOT + 90 });
  const at = `${text.checkAt} ${text.address}`;
  const y = await sheet.text(at, plain, 9.5, { ...place, y: FOOT + 68, color: MUTED });
  await sheet.text(text.honest, plain, 9.5, { ...place, y: y - 6, color: MUTED });
  return document.save();
}

/** @param {string} css As a browser computes it. */
function colorOf(css) {
  const [red = 0, green = 0, blue = 0] = (css.match(/[\d.]+/g) ?? []).map((part) => +part / 255);
  return rgb(red, green, blue);
}

/** The one page. */
class Sheet {
  #document;
  /** @type {PDFPage} */ #page;

  /** @param {PDFDocument} document */
  constructor(document) {
    this.#document = document;
    this.#page = document.addPage([WIDTH, HEIGHT]);
  }

  /** @param {Color} borderColor */
  frame(borderColor) {
    const [x, y] = [EDGE, EDGE];
    const [width, height] = [WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE];
    this.#page.drawRectangle({ x, y, width, height, borderColor, borderWidth: 2.5 });
  }

  /** @param {string} address @param {number} y */
  async logo(address, y) {
    const picture = address && await logoPicture(address, 4 * LOGO).catch(() => null);
    if (!picture) return;
    const image = await this.#document.embedPng(picture);
    const { width, height } = image.scaleToFit(4 * LOGO, LOGO);
    this.#page.drawImage(image, { x: MIDDLE - width / 2, y, width, height });
  }

  /** Whether the text fits into a code. @param {string} text @param {number} x @param {number} y */
  qr(text, x, y) {
    const code = qrOutline(text);
    if (!code) return false;
    const scale = QR / code.size;
    this.#page.drawSvgPath(code.outline, { x, y: y + QR, scale, color: rgb(0, 0, 0) });
    return true;
  }

  /**
   * Lines from `y` downward, in a smaller size where there would be more than two of a large one.
   *
   * @param {string} text
   * @param {PDFFont} font
   * @param {number} size
   * @param {Place} place
   * @returns {Promise<number>} Where the next line would be.
   */
  async text(text, font, size, { y, x = MIDDLE, width = COLUMN, color = INK, left = false }) {
    if (!isWritable(text, font)) return await this.#drawn(text, size, { y, x, width, left });
    const found = lines(text, font, size, width);
    if (found.length > 1 && size > 10) {
      return this.text(text, font, size - 1, { y, x, width, color, left });
    }
    for (const line of found) {
      const start = left ? x : x - font.widthOfTextAtSize(line, size) / 2;
      this.#page.drawText(line, { x: start, y, size, font, color });
      y -= size * 1.35;
    }
    return y;
  }

  /**
   * What the fonts do not have is drawn by the browser, with the text behind it.
   *
   * @param {string} text
   * @param {number} size
   * @param {Required<Omit<Place, "color">>} place
   */
  async #drawn(text, size, { y, x, width: most, left }) {
    const picture = await drawText(text, size);
    const image = await this.#document.embedPng(picture.bytes);
    const width = Math.min(picture.width, most);
    const height = (picture.height * width) / picture.width;
    const start = left ? x : x - width / 2;
    this.#page.drawImage(image, { x: start, y: y - height * 0.23, width, height });
    writeInvisible(this.#document, this.#page, text, { x: start, y, size, width });
    return y - size * 1.35;
  }
}

/** @param {string} text @param {PDFFont} font */
function isWritable(text, font) {
  const known = new Set(font.getCharacterSet());
  return [...text].every((char) => known.has(/** @type {number} */ (char.codePointAt(0))));
}

/** @param {string} text @param {PDFFont} font @param {number} size @param {number} width */
function lines(text, font, size, width) {
  const found = [""];
  for (const word of text.split(" ").flatMap((one) => pieces(one, font, size, width))) {
    const longer = `${found.at(-1)} ${word}`.trim();
    if (font.widthOfTextAtSize(longer, size) <= width) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found;
}

/**
 * A word wider than the line is cut.
 *
 * @param {string} word
 * @param {PDFFont} font
 * @param {number} size
 * @param {number} width
 */
function pieces(word, font, size, width) {
  const full = font.widthOfTextAtSize(word, size);
  if (full <= width) return [word];
  const fitting = Math.max(1, Math.floor((word.length * width) / full) - 1);
  return word.match(new RegExp(`.{1,${fitting}}`, "gu")) ?? [word];
}
