/** Tables as CSV and as a workbook in which no cell is a formula, whatever a learner typed. */
import { FORMULA } from "../../shared/result_limits.js";
import { strToU8, zipSync } from "fflate";

/** @typedef {string | number | null | undefined} Cell */
/** @typedef {{title: string, head: string[], rows: Cell[][]}} Table */

// deno-lint-ignore no-control-regex -- what it removes
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const LONGEST = 32_000;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const EPOCH = new Date(1980, 0, 2);

/** With a byte order mark, which spreadsheet programs want. @param {Table} table */
export const toCsv = ({ head, rows }) =>
  "\ufeff" + [head, ...rows].map((row) => row.map(field).join(",") + "\r\n").join("");

/** @param {Cell} cell */
function field(cell) {
  if (cell === null || cell === undefined) return "";
  const text = typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A workbook with a sheet for each table. Text is stored as text and its cells are marked as quoted
 * (style 1), so that
 * it stays text when somebody edits them.
 *
 * @param {Table[]} tables
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function toXlsx(tables) {
  const parts = Object.fromEntries(
    tables.map((table, place) => [`xl/worksheets/sheet${place + 1}.xml`, sheet(table)]),
  );
  const files = {
    "[Content_Types].xml": contentTypes(tables),
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbook(tables),
    "xl/_rels/workbook.xml.rels": relations([
      ...tables.map((
        _,
        place,
      ) => /** @type {[string, string]} */ (["worksheet", `worksheets/sheet${place + 1}.xml`])),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": STYLES,
    ...parts,
  };
  const zipped = Object.fromEntries(
    Object.entries(files).map((
      [name, text],
    ) => [name, /** @type {[Uint8Array, object]} */ ([strToU8(START + text), { mtime: EPOCH }])]),
  );
  return /** @type {Uint8Array<ArrayBuffer>} */ (zipSync(zipped));
}

const FACE = '<sz val="11"/><name val="Calibri"/>';
const STYLES = `<styleSheet xmlns="${MAIN}">` +
  `<fonts count="2"><font>${FACE}</font><font><b/>${FACE}</font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="3"><xf/><xf quotePrefix="1"/><xf fontId="1" applyFont="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  "</styleSheet>";

/** @param {string} text */
const escaped = (text) =>
  text.toWellFormed().replace(UNWRITABLE, "\ufffd").replace(
    /[&<>"]/g,
    (sign) => `&#${sign.charCodeAt(0)};`,
  );

/** @param {Table[]} tables */
function contentTypes(tables) {
  const sheets = tables.map((_, place) =>
    `<Override PartName="/xl/worksheets/sheet${
      place + 1
    }.xml" ContentType="${OFFICE}.worksheet+xml"/>`
  ).join("");
  return `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ' +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${OFFICE}.styles+xml"/>${sheets}</Types>`;
}

/** @param {[string, string][]} targets */
const relations = (targets) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${
    targets.map(([type, target], place) =>
      `<Relationship Id="r${place + 1}" Type="${LINKS}/${type}" Target="${target}"/>`
    ).join("")
  }</Relationships>`;

/** @param {Table[]} tables */
const workbook = (tables) =>
  `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${
    tables.map(({ title }, place) =>
      `<sheet name="${escaped(title.slice(0, 31))}" sheetId="${place + 1}" r:id="r${place + 1}"/>`
    ).join("")
  }</sheets></workbook>`;

/** @param {Table} table */
function sheet({ head, rows }) {
  const lines = [
    head.map((name) => cellOf(name, 2)),
    ...rows.map((row) => row.map((cell) => cellOf(cell, 1))),
  ];
  const columns = head.map((name, place) =>
    `<col min="${place + 1}" max="${place + 1}" width="${
      Math.max(10, name.length + 2)
    }" customWidth="1"/>`
  );
  return `<worksheet xmlns="${MAIN}"><cols>${columns.join("")}</cols><sheetData>${
    lines.map((cells) => `<row>${cells.join("")}</row>`).join("")
  }</sheetData></worksheet>`;
}

/** @param {Cell} cell @param {number} style */
function cellOf(cell, style) {
  if (cell === null || cell === undefined || cell === "") return "<c/>";
  if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
  const text = escaped(cell.slice(0, LONGEST));
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${text}</t></is></c>`;
}
