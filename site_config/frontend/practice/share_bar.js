import { svgElement } from "../shared/svg.js";

/** A share as a bar and a percentage. @param {number} share From 0 to 1. */
export function shareBar(share) {
  const width = Math.round(share * 100);
  const picture = svgElement(
    "svg",
    { viewBox: "0 0 100 10", class: "rc-bar-picture", "aria-hidden": "true", focusable: "false" },
    svgElement("rect", { class: "rc-bar-picture__way", width: 100, height: 10, rx: 2 }),
    svgElement("rect", { class: "rc-bar-picture__done", width, height: 10, rx: 2 }),
  );
  const cell = document.createElement("span");
  cell.className = "rc-strength";
  cell.append(picture, ` ${width}%`);
  return cell;
}
