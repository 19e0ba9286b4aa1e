/** The gradebook and the analysis as they stand on the page. Text only ever enters as text. */
import { make } from "../../shared/dom.js";
import { plotsWords as pictures } from "../../shared/strings/index.js";
import { resultsWords as words } from "../../shared/strings/index.js";
import { confusionMatrix } from "./analysis.js";
import { noteText } from "./columns.js";
import { pullPlot, scatterPlot, spreadPlot } from "./plots.js";

/** @import { Analysis, ItemStats } from "../../shared/schema_types.d.ts" */
/** @import { Note, Row } from "./types.d.ts" */
/** @typedef {string | number | Node | null} Part */

/** What somebody typed, kept from turning the text around it. @param {string} text */
const typed = (text) => make("bdi", { textContent: text });

/** Two digits: more would be more than a class can say. @param {number | null} value */
const figure = (value) => (value === null ? "–" : String(Math.round(100 * value) / 100));

/**
 * @param {string} caption
 * @param {Part[]} head
 * @param {Part[][]} rows
 * @param {string} [className]
 */
function table(caption, head, rows, className = "") {
  const cells = (/** @type {Part[]} */ row) =>
    row.map((part, place) => {
      const cell = make(
        place ? "td" : "th",
        {},
        ...(part === null ? [] : [part instanceof Node ? part : String(part)]),
      );
      if (cell instanceof HTMLTableCellElement && !place) cell.scope = "row";
      return cell;
    });
  const titles = head.map((part) => {
    const cell = make("th", {}, part instanceof Node ? part : String(part));
    cell.scope = "col";
    return cell;
  });
  const made = make(
    "table",
    { className: `rc-table ${className}`.trim() },
    make("caption", { textContent: caption }),
    make("thead", {}, make("tr", {}, ...titles)),
    make("tbody", {}, ...rows.map((row) => make("tr", {}, ...cells(row)))),
  );
  const box = make("div", { className: "rc-scroll", tabIndex: 0 }, made);
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", caption);
  return box;
}

/** @param {Note[]} notes */
const noted = (notes) =>
  notes.length
    ? make(
      "ul",
      { className: "rc-notices" },
      ...notes.map((note) => make("li", {}, typed(noteText(note)))),
    )
    : null;

/** @param {Row} row @param {boolean} several */
function learner({ submission: { result, source } }, several) {
  const parts = [typed(result.learner.name), make("small", {}, typed(source))];
  const { title, id } = result.assignment;
  if (several) parts.splice(1, 0, make("small", {}, typed(title ?? id)));
  return make("span", { className: "rc-learner" }, ...parts);
}

/** @param {Row[]} rows */
export function gradeTable(rows) {
  const several = new Set(rows.map(({ submission }) => submission.result.assignment.id)).size > 1;
  const shown = rows.map((row) => {
    const { result } = row.submission;
    const minutes = `${row.minutes} min`;
    return [
      learner(row, several),
      result.attempt,
      words.share({ right: row.right, counted: row.counted }),
      row.percent === null ? "–" : `${row.percent}%`,
      Math.round(100 * row.points) / 100,
      minutes,
      noted(row.flags),
    ];
  });
  return table(words.gradebook, words.shownColumns, shown, "rc-grades");
}

/** @param {string} title @param {Analysis} found @returns {Node[]} */
export function analysisPart(title, found) {
  const nodes = [make("h2", {}, `${words.analysisOf} `, typed(title))];
  for (const warning of found.warnings) {
    nodes.push(
      make(
        "p",
        { className: "rc-warning" },
        make("strong", { textContent: words.mind }),
        ` ${noteText(warning)}`,
      ),
    );
  }
  const { persons, items, mean, deviation, alpha, kr20, error } = found;
  const figures = [persons, items.length, ...[mean, deviation, alpha, kr20, error].map(figure)];
  return [
    ...nodes,
    table(words.theClass, words.classColumns, [figures]),
    make(
      "div",
      { className: "rc-plots" },
      plotted(pictures.spread, spreadPlot(found)),
      plotted(pictures.scatter, scatterPlot(found)),
    ),
    make("h3", { textContent: words.lookAt }),
    looked(found),
    itemTable(items),
    make("h3", { textContent: words.drew }),
    ...items.map((item, place) => pullPart(item, place + 1, found.groups)),
    ...matrixPart(found),
  ];
}

/** @param {string} caption @param {Node} picture */
const plotted = (caption, picture) =>
  make("figure", {}, make("figcaption", { textContent: caption }), picture);

/** @param {Analysis} found */
function looked({ items, persons }) {
  const noticed = items.map((item, place) => ({ item, place })).filter(({ item }) =>
    item.notices.length
  );
  if (!noticed.length) {
    return make("p", { textContent: persons < 10 ? words.tooFewLearners : words.nothingStandsOut });
  }
  return make(
    "ul",
    { className: "rc-looked" },
    ...noticed.map(({ item, place }) =>
      make(
        "li",
        {},
        make("strong", { textContent: `${place + 1}. ${item.title}` }),
        noted(item.notices) ?? "",
      )
    ),
  );
}

/** @param {ItemStats[]} items */
const itemTable = (items) =>
  table(
    words.everyQuestion,
    words.shownItemColumns,
    items.map((item, place) => [
      `${place + 1}. ${item.title}`,
      item.answers,
      item.omitted,
      figure(item.facility),
      words.between({
        value: figure(item.right),
        low: figure(item.interval[0]),
        high: figure(item.interval[1]),
      }),
      figure(item.discrimination),
      figure(item.seconds),
    ]),
  );

/** @param {ItemStats} item @param {number} number @param {number[]} groups */
function pullPart(item, number, groups) {
  const head = [
    words.option,
    words.isRight,
    words.chosen,
    ...groups.map((size, place) => words.groupOf({ number: place + 1, size })),
  ];
  const rows = item.pulls.map((pull) => [
    typed(pull.name),
    pull.right ? words.yes : words.no,
    pull.count,
    ...pull.by_group.map((share) => `${Math.round(100 * share)}%`),
  ]);
  return make(
    "details",
    { className: "rc-more" },
    make("summary", { textContent: `${number}. ${item.title}` }),
    plotted(pictures.pulls, pullPlot(item)),
    table(item.title, head, rows),
  );
}

/** @param {number} times @param {string} heat */
function heated(times, heat) {
  const cell = make("span", { textContent: times ? String(times) : "" });
  cell.dataset.heat = heat;
  return cell;
}

/** @param {Analysis} found @returns {Node[]} */
function matrixPart(found) {
  const matrix = confusionMatrix(found);
  if (!matrix) return [];
  const rows = matrix.rows.map(([meant, cells]) => [
    meant,
    ...cells.map(([times, heat]) => heated(times, heat)),
  ]);
  return [
    make("h3", { textContent: words.taken }),
    table(words.takenNote, [words.rightThere, ...matrix.names], rows, "rc-heat"),
  ];
}
