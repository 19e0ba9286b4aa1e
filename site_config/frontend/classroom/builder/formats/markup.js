/** Questions as fragments of XHTML, sign for sign as generator/exports/markup.py and telling.py have them. */

/** @import { Marks, Portable } from "../types.js" */

const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** @type {Record<string, string>} */
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

/** @param {string} text */
export const xmlText = (text) => text.replace(NOT_IN_XML, "");

/** Text as it stands between tags or in an attribute. @param {string} text */
export const inline = (text) => xmlText(text).replace(/[&<>"']/g, (sign) => SIGNS[sign]);

/** @param {string[]} texts */
export const paragraphs = (texts) => texts.map((text) => `<p>${inline(text)}</p>`).join("");

/** The words that can be marked, numbered from 1 as they stand in the note. @param {Marks} marks */
export function markNumbers({ paragraphs }) {
  const named = paragraphs.flat().flatMap(([, choice]) => (choice ? [choice] : []));
  return new Map(named.map((name, place) => [name, place + 1]));
}

/** All that is read before answering, what is asked last. @param {Portable} question */
export function stemHtml(question) {
  const { facts, note, response, statement, table, turn, asks } = question;
  return [
    paragraphs([facts]),
    note.length ? `<blockquote>${paragraphs(note)}</blockquote>` : "",
    response.type === "marks" ? marked(response) : "",
    statement ? `<blockquote>${paragraphs([statement])}</blockquote>` : "",
    table ? tableHtml(table) : "",
    paragraphs(turn ? [turn] : []),
    `<p><strong>${inline(asks)}</strong></p>`,
  ].join("");
}

/** @param {Marks} marks */
function marked(marks) {
  const numbers = markNumbers(marks);
  const rows = marks.paragraphs.map((row) =>
    row.map(([text, choice]) =>
      choice ? `<u>${inline(text)}</u><sup>${numbers.get(choice)}</sup>` : inline(text)
    ).join("")
  );
  return `<blockquote>${rows.map((row) => `<p>${row}</p>`).join("")}</blockquote>`;
}

/** @param {NonNullable<Portable["table"]>} table */
function tableHtml({ caption, head, rows }) {
  const heads = head.map((cell) => `<th>${inline(cell)}</th>`).join("");
  const body =
    rows.map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join("")}</tr>`).join(
      "",
    ) ||
    `<tr><td colspan="${head.length}">Nothing goes on the claim.</td></tr>`;
  return `<table><caption>${
    inline(caption)
  }</caption><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`;
}

/** The reasons and who says so. @param {Portable} question */
export function explanationHtml({ explanation, sources }) {
  const listed = sources.map(([text, address]) => {
    const said = inline(text);
    return `<li>${
      address.startsWith("https://") ? `<a href="${inline(address)}">${said}</a>` : said
    }</li>`;
  }).join("");
  return `${paragraphs(explanation)}${listed ? `<p>Sources</p><ul>${listed}</ul>` : ""}`;
}

/** What is said to everybody: the answer, of a claim each code's feedback, the reasons. @param {Portable} question */
export function generalHtml(question) {
  const { response, solution } = question;
  const own = response.type === "claim"
    ? response.choices.map(({ text, feedback }) => `${text}: ${feedback}`)
    : [];
  return `${paragraphs([`Right: ${solution}.`, ...own])}${explanationHtml(question)}`;
}

/** What stands before the question in plain text, a paragraph each. @param {Portable} question */
export function scenario({ facts, note, response, statement, table, turn }) {
  return [
    facts,
    ...note,
    ...(response.type === "marks" ? markedText(response) : []),
    ...(statement ? [`“${statement}”`] : []),
    ...(table
      ? [`${table.caption}. ${table.rows.map(rowText).join("; ") || "Nothing goes on the claim"}.`]
      : []),
    ...(turn ? [turn] : []),
  ];
}

/** @param {Marks} marks */
function markedText(marks) {
  const numbers = markNumbers(marks);
  return marks.paragraphs.map((row) =>
    row.map(([text, choice]) => (choice ? `[${numbers.get(choice)}: ${text}]` : text)).join("")
  );
}

/** @param {string[]} row */
function rowText([number, code, units, modifiers]) {
  const said = modifiers === "none" ? "no modifier" : `modifiers ${modifiers}`;
  return `Line ${number}: ${code}, ${units} unit${units === "1" ? "" : "s"}, ${said}`;
}

/** Questions of one category together, categories in the order of their first question. @param {Portable[]} questions */
export const byCategory = (questions) => [...Map.groupBy(questions, ({ category }) => category)];

/** Percent of the points: of several right choices each has its share, and a wrong one takes as much away. @param {import("../types.js").Choice} choice @param {import("../types.js").Choice[]} choices @param {boolean} single */
export function fraction({ right, free }, choices, single) {
  if (free) return 0;
  if (single) return right ? 100 : 0;
  const share = 100 / choices.filter((other) => other.right).length;
  return right ? share : -share;
}

/** @param {number} worth */
export const percent = (worth) => worth.toFixed(5).replace(/0+$/, "").replace(/\.$/, "");
