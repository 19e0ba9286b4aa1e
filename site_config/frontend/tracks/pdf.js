import { PDFDocument, rgb, StandardFonts } from "@cantoo/pdf-lib";

/** @import { CertificateText } from "./types.d.ts" */
/** @import { Color, PDFFont } from "@cantoo/pdf-lib" */

const [WIDTH, HEIGHT, MARGIN] = [612, 792, 56]; // US Letter, in points
const INK = rgb(0.08, 0.13, 0.13), MUTED = rgb(0.33, 0.38, 0.38), LINE = rgb(0.75, 0.78, 0.77);
const SHARP = 4;

/**
 * A certificate as a PDF; the same bytes each time unless a text must be drawn.
 *
 * @param {CertificateText} text
 */
export async function writePdf(text) {
  const document = await PDFDocument.create();
  const date = new Date(`${text.date}T00:00Z`);
  document.setTitle(`${text.title}: ${text.track}`, { showInWindowTitleBar: true });
  document.setAuthor(text.site);
  document.setSubject(text.code);
  document.setLanguage(text.language);
  document.setCreationDate(date);
  document.setModificationDate(date);
  const [plain, bold, mono] = await Promise.all(
    [StandardFonts.Helvetica, StandardFonts.HelveticaBold, StandardFonts.Courier].map((font) =>
      document.embedFont(font)
    ),
  );
  const pages = new PdfPages(document);
  await pages.text(text.site, plain, 11, MUTED);
  pages.gap(18);
  await pages.text(text.title, bold, 28);
  pages.gap(14);
  await pages.text(text.name, bold, 20);
  await pages.text(text.passed, plain, 12);
  await pages.text(text.track, bold, 16);
  pages.gap(10);
  for (const [label, value] of text.facts) await pages.row(label, value, bold, plain);
  for (const { title, rows } of text.tables) {
    pages.gap(12);
    await pages.text(title, bold, 12);
    for (const [label, value] of rows) await pages.row(label, value, plain, plain, true);
  }
  pages.gap(14);
  await pages.text(text.codeTitle, bold, 12);
  await pages.text(text.code, mono, 9.5);
  pages.gap(4);
  await pages.text(`${text.checkAt} ${text.address}`, plain, 9.5, MUTED);
  await pages.text(text.honest, plain, 9.5, MUTED);
  return document.save();
}

/** Pages filled from the top; a full one is followed by another. */
class PdfPages {
  #document;
  #page;
  #y = HEIGHT - MARGIN;

  /** @param {PDFDocument} document */
  constructor(document) {
    this.#document = document;
    this.#page = document.addPage([WIDTH, HEIGHT]);
  }

  /** @param {number} height */
  gap(height) {
    this.#y -= height;
  }

  /** @param {string} words @param {PDFFont} font @param {number} size @param {Color} [color] */
  async text(words, font, size, color = INK) {
    for (const line of lines(words, font, size, WIDTH - 2 * MARGIN)) {
      this.#makeRoom(size * 1.4);
      await this.#draw(line, font, size, MARGIN, color);
    }
  }

  /**
   * @param {string} label
   * @param {string} value
   * @param {PDFFont} first
   * @param {PDFFont} second
   * @param {boolean} [ruled]
   */
  async row(label, value, first, second, ruled = false) {
    const [size, column] = [10.5, ruled ? 400 : 130];
    const [left, right] = [
      lines(label, first, size, column - 10),
      lines(value, second, size, WIDTH - 2 * MARGIN - column),
    ];
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
      this.#makeRoom(size * 1.5);
      if (left[index]) await this.#draw(left[index], first, size, MARGIN, INK);
      if (right[index]) await this.#draw(right[index], second, size, MARGIN + column, INK);
    }
    if (!ruled) return;
    const y = this.#y - 4;
    this.#page.drawLine({
      start: { x: MARGIN, y },
      end: { x: WIDTH - MARGIN, y },
      thickness: 0.5,
      color: LINE,
    });
    this.gap(2);
  }

  /** @param {number} height */
  #makeRoom(height) {
    this.#y -= height;
    if (this.#y > MARGIN) return;
    this.#page = this.#document.addPage([WIDTH, HEIGHT]);
    this.#y = HEIGHT - MARGIN - height;
  }

  /**
   * Text that the fonts do not have is drawn by the browser.
   *
   * @param {string} line
   * @param {PDFFont} font
   * @param {number} size
   * @param {number} x
   * @param {Color} color
   */
  async #draw(line, font, size, x, color) {
    if (isWritable(line, font)) {
      return this.#page.drawText(line, { x, y: this.#y, size, font, color });
    }
    const picture = await drawPicture(line, size);
    const image = await this.#document.embedPng(picture.bytes);
    const width = Math.min(picture.width, WIDTH - MARGIN - x);
    const height = (picture.height * width) / picture.width;
    this.#page.drawImage(image, { x, y: this.#y - size * 0.35, width, height });
  }
}

/** @param {string} text @param {PDFFont} font */
function isWritable(text, font) {
  const known = new Set(font.getCharacterSet());
  return [...text].every((char) => known.has(/** @type {number} */ (char.codePointAt(0))));
}

/** @param {string} text @param {PDFFont} font @param {number} size @param {number} width */
function lines(text, font, size, width) {
  if (!isWritable(text, font)) return [text];
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
  if (font.widthOfTextAtSize(word, size) <= width) return [word];
  const fitting = Math.max(
    1,
    Math.floor((word.length * width) / font.widthOfTextAtSize(word, size)) - 1,
  );
  return word.match(new RegExp(`.{1,${fitting}}`, "gu")) ?? [word];
}

/** @param {string} line @param {number} size */
async function drawPicture(line, size) {
  const canvas = document.createElement("canvas");
  const font = `600 ${size * SHARP}px ${getComputedStyle(document.body).fontFamily}`;
  const brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  brush.font = font;
  canvas.width = Math.ceil(brush.measureText(line).width) + SHARP;
  canvas.height = Math.ceil(size * SHARP * 1.5);
  brush.font = font;
  brush.fillStyle = "#142020";
  brush.textBaseline = "alphabetic";
  brush.fillText(line, 0, size * SHARP * 1.15);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  return {
    bytes: await blob.arrayBuffer(),
    width: canvas.width / SHARP,
    height: canvas.height / SHARP,
  };
}
