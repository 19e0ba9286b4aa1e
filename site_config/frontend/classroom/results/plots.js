/**
 * Plots of an analysis: inline SVG, looks in results.css; the tables beside them have the figures.
 */
import { svgElement } from "../../shared/svg.js";
import { plotsWords as words } from "../../shared/strings/index.js";

/** @import { Analysis, ItemStats } from "../../shared/schema_types.d.ts" */

const WIDE = 420, HIGH = 220, EDGE = 40, TOP = 16;
const MOST_BARS = 21, MOST_LABELS = 60;

/** @param {string} label @param {...Node} children */
const plot = (label, ...children) =>
  svgElement(
    "svg",
    {
      viewBox: `0 0 ${WIDE + 60} ${HIGH + 60}`,
      width: WIDE + 60,
      height: HIGH + 60,
      class: "rc-plot",
      role: "img",
      "aria-label": label,
    },
    ...children,
  );

/** @param {number} x @param {number} y @param {string | number} text @param {string} [anchor] */
const label = (x, y, text, anchor = "middle") =>
  svgElement("text", { x, y, "text-anchor": anchor }, String(text));

const axes = () =>
  svgElement("path", { class: "rc-plot__axis", d: `M${EDGE} ${TOP}V${TOP + HIGH}H${EDGE + WIDE}` });

/**
 * How many learners have how many answers right; in a long test several numbers share a bar.
 *
 * @param {Analysis} found
 */
export function spreadPlot({ items, spread }) {
  const size = items.length + 1, step = Math.ceil(size / MOST_BARS);
  const counts = Array.from({ length: Math.ceil(size / step) }, () => 0);
  for (const [value, times] of spread) {
    counts[Math.floor(Math.min(value, size - 1) / step)] += times;
  }
  const most = Math.max(...counts), width = WIDE / counts.length;
  const bars = counts.flatMap((times, place) => {
    const x = EDGE + place * width, height = HIGH * times / most;
    return [
      svgElement("rect", {
        class: "rc-plot__bar",
        x: x + 1,
        y: TOP + HIGH - height,
        width: Math.max(1, width - 2),
        height,
      }),
      label(x + width / 2, TOP + HIGH + 16, place * step),
      ...(times ? [label(x + width / 2, TOP + HIGH - height - 4, times)] : []),
    ];
  });
  const shares = counts.flatMap((times, place) => (times ? [`${place * step}: ${times}`] : []));
  return plot(
    `${words.spread}: ${shares.join("; ")}`,
    axes(),
    ...bars,
    label(EDGE + WIDE / 2, TOP + HIGH + 36, words.spreadAxis),
  );
}

/** Facility to the right, discrimination upwards from -1 to 1. @param {Analysis} found */
export function scatterPlot({ items }) {
  const many = items.length > MOST_LABELS;
  const dots = items.flatMap((item, place) => {
    if (item.discrimination === null) return [];
    const x = EDGE + item.facility * WIDE, y = TOP + HIGH / 2 * (1 - item.discrimination);
    const title = svgElement(
      "title",
      {},
      `${place + 1}. ${item.title}: ${item.facility}, ${item.discrimination}`,
    );
    const looked = item.notices.length ? " rc-plot__dot--looked" : "";
    const dot = svgElement(
      "circle",
      { class: `rc-plot__dot${looked}`, cx: x, cy: y, r: many ? 4 : 11 },
      title,
    );
    return many ? [dot] : [dot, label(x, y + 4, place + 1)];
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) =>
    label(EDGE + share * WIDE, TOP + HIGH + 16, share)
  );
  const levels = [1, 0, -1].map((r) => label(EDGE - 6, TOP + HIGH / 2 * (1 - r) + 4, r, "end"));
  const zero = svgElement("path", {
    class: "rc-plot__axis",
    d: `M${EDGE} ${TOP + HIGH / 2}H${EDGE + WIDE}`,
  });
  return plot(
    words.scatterLabel,
    axes(),
    zero,
    ...ticks,
    ...levels,
    ...dots,
    label(EDGE + WIDE / 2, TOP + HIGH + 36, words.scatterAxis),
  );
}

/**
 * What each option drew from the weakest group on; the right one is the thick line.
 *
 * @param {ItemStats} item
 */
export function pullPlot({ pulls }) {
  const lines = pulls.slice(0, 6).filter(({ by_group }) => by_group.length > 1).map(
    ({ by_group, right, name }) => {
      const step = 220 / (by_group.length - 1);
      const points = by_group.map((share, place) =>
        `${10 + place * step},${5 + 80 * (1 - Math.min(1, share))}`
      );
      const line = svgElement("polyline", {
        class: `rc-plot__pull${right ? " rc-plot__pull--right" : ""}`,
        points: points.join(" "),
      });
      line.append(svgElement("title", {}, name));
      return line;
    },
  );
  return svgElement(
    "svg",
    {
      viewBox: "0 0 240 90",
      width: 240,
      height: 90,
      class: "rc-plot",
      role: "img",
      "aria-label": words.pulls,
    },
    svgElement("path", { class: "rc-plot__axis", d: "M10 5V85H230" }),
    ...lines,
  );
}
