import { make } from "../shared/dom.js";
import { progressWords as words } from "../shared/strings/index.js";
import { svgElement } from "../shared/svg.js";
import { scrollRegion, table } from "../shared/table.js";

/** @typedef {ReturnType<typeof import("./mastery.js").confusionCounts>} Counts */

const MAX_ANSWERS = 8;
const CELL = 46;
const LETTER = 7.8;
const TOP = 30;

/** The learner's confusions as a picture and as a table. @param {Counts} counts */
export function confusionMatrix(counts) {
  const heading = make("h2", words.matrix);
  const wrong = counts.filter(({ right, chosen }) => right !== chosen);
  if (!wrong.length) return [heading, make("p", words.noConfusion)];
  const names = mostInvolved(wrong);
  const shown = counts.filter(({ right, chosen }) =>
    names.includes(right) && names.includes(chosen)
  );
  const worst = words.worst({
    right: named(wrong[0].right),
    chosen: named(wrong[0].chosen),
    times: wrong[0].times,
  });
  const figure = make("figure.rc-matrix", picture(names, shown, worst), asTable(names, shown));
  return [heading, make("p", `${worst} ${words.matrixNote}`), figure];
}

/** @param {string} answer */
const named = (answer) =>
  /** @type {Record<string, string>} */ (words.answersNamed)[answer] ?? answer;

/** @param {Counts} wrong */
function mostInvolved(wrong) {
  /** @type {Map<string, number>} */ const involved = new Map();
  for (const { right, chosen, times } of wrong) {
    for (const name of [right, chosen]) involved.set(name, (involved.get(name) ?? 0) + times);
  }
  return [...involved].sort((a, b) => b[1] - a[1]).slice(0, MAX_ANSWERS).map(([name]) => name)
    .sort();
}

/** @param {string[]} names @param {Counts} counts @param {string} summary */
function picture(names, counts, summary) {
  const side = Math.max(...names.map((name) => short(name).length)) * LETTER + 14;
  const [width, height] = [side + names.length * CELL, TOP + names.length * CELL];
  const most = Math.max(
    ...counts.filter(({ right, chosen }) => right !== chosen).map(({ times }) => times),
    1,
  );
  const cells = names.flatMap((right, row) =>
    names.map((chosen, column) => cell(side, row, column, timesOf(counts, right, chosen), most))
  );
  const label = (
    /** @type {string} */ name,
    /** @type {Record<string, string | number>} */ props,
  ) => svgElement("text", { class: "rc-matrix__name", ...props }, short(name));
  const rows = names.map((name, row) =>
    label(name, { x: side - 8, y: TOP + row * CELL + CELL / 2 + 4, "text-anchor": "end" })
  );
  const columns = names.map((name, column) =>
    label(name, { x: side + column * CELL + CELL / 2, y: TOP - 10, "text-anchor": "middle" })
  );
  return svgElement(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      class: "rc-matrix__picture",
      role: "img",
      "aria-label": `${words.matrix}. ${summary}`,
    },
    ...columns,
    ...rows,
    ...cells,
  );
}

/** @param {string} answer */
const short = (answer) =>
  /** @type {Record<string, string>} */ (words.answersShort)[answer] ?? answer;

/** @param {Counts} counts @param {string} right @param {string} chosen */
const timesOf = (counts, right, chosen) =>
  counts.find((entry) => entry.right === right && entry.chosen === chosen)?.times ?? 0;

/**
 * @param {number} side
 * @param {number} row
 * @param {number} column
 * @param {number} times
 * @param {number} most
 */
function cell(side, row, column, times, most) {
  const [x, y] = [side + column * CELL, TOP + row * CELL];
  const center = { x: x + CELL / 2, y: y + CELL / 2 + 5, "text-anchor": "middle" };
  const wrong = () => String(Math.max(1, Math.ceil(times / most * 3)));
  const heat = !times ? "none" : row === column ? "right" : wrong();
  return svgElement(
    "g",
    { class: "rc-matrix__cell", "data-heat": heat },
    svgElement("rect", { x: x + 1.5, y: y + 1.5, width: CELL - 3, height: CELL - 3, rx: 4 }),
    times ? svgElement("text", center, String(times)) : "",
  );
}

/** @param {string[]} names @param {Counts} counts */
function asTable(names, counts) {
  const head = [`${words.wasRight} ↓ ${words.youChose} →`, ...names.map(named)];
  const rows = names.map((right) => [
    named(right),
    ...names.map((chosen) => String(timesOf(counts, right, chosen))),
  ]);
  const region = scrollRegion(words.asTable, table("rc-matrix__table", head, rows));
  return make("details.rc-others", make("summary", words.asTable), region);
}
