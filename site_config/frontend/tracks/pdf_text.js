import {
  beginText,
  endText,
  PDFHexString,
  popGraphicsState,
  pushGraphicsState,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  TextRenderingMode,
} from "@cantoo/pdf-lib";

/** @import { PDFDocument, PDFPage } from "@cantoo/pdf-lib" */

/**
 * Text that is found and copied and not seen, over a picture of it: a font without glyphs needs no
 * file, and has every script.
 *
 * @param {PDFDocument} document
 * @param {PDFPage} page
 * @param {string} text
 * @param {{x: number, y: number, size: number, width: number}} place
 */
export function writeInvisible(document, page, text, { x, y, size, width }) {
  const signs = [...inOrderOfSight(text)];
  const codes = signs.map((_, index) => hex(index + 1)).join("");
  const font = glyphlessFont(document, signs, Math.round((1000 * width) / size / signs.length));
  page.pushOperators(
    pushGraphicsState(),
    beginText(),
    setFontAndSize(page.node.newFontDictionary("Unseen", font), size),
    setTextRenderingMode(TextRenderingMode.Invisible),
    setTextMatrix(1, 0, 0, 1, x, y),
    showText(PDFHexString.of(codes)),
    endText(),
    popGraphicsState(),
  );
}

const WORD = String.raw`[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]+`;
/** Words that are written from right to left, with what is between them. */
const LEFTWARD = new RegExp(String.raw`${WORD}(?:[\s.'-]+${WORD})*`, "gu");

/** From left to right as it is seen, which readers of PDF expect. @param {string} text */
const inOrderOfSight = (text) =>
  text.replace(
    LEFTWARD,
    (run) =>
      Array.from(new Intl.Segmenter().segment(run), ({ segment }) => segment).reverse().join(""),
  );

/** @param {number} value */
const hex = (value) => value.toString(16).padStart(4, "0");

/** @param {string} sign In UTF-16, as ToUnicode wants it. */
const utf16 = (sign) => sign.split("").map((unit) => hex(unit.charCodeAt(0))).join("");

/** @param {PDFDocument} document @param {string[]} signs @param {number} width Of each sign. */
function glyphlessFont({ context }, signs, width) {
  const name = "Unseen";
  const descriptor = context.register(context.obj({
    Type: "FontDescriptor",
    FontName: name,
    Flags: 4,
    FontBBox: [0, 0, width, 1000],
    ItalicAngle: 0,
    Ascent: 1000,
    Descent: 0,
    CapHeight: 1000,
    StemV: 0,
  }));
  const descendant = context.register(context.obj({
    Type: "Font",
    Subtype: "CIDFontType2",
    BaseFont: name,
    CIDSystemInfo: {
      Registry: PDFHexString.fromText("Adobe"),
      Supplement: 0,
      Ordering: PDFHexString.fromText("Identity"),
    },
    FontDescriptor: descriptor,
    DW: width,
  }));
  return context.register(context.obj({
    Type: "Font",
    Subtype: "Type0",
    BaseFont: name,
    Encoding: "Identity-H",
    DescendantFonts: [descendant],
    ToUnicode: context.register(context.flateStream(unicodeMap(signs))),
  }));
}

/** @param {string[]} signs At most a hundred, as a map of one block takes. */
const unicodeMap = (signs) =>
  `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Unseen def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${signs.length} beginbfchar
${signs.map((sign, index) => `<${hex(index + 1)}> <${utf16(sign)}>`).join("\n")}
endbfchar endcmap CMapName currentdict /CMap defineresource pop end end`;
