import { make } from "../../shared/dom.js";

/**
 * How often one answer was taken for another, the darker the more often.
 *
 * @param {number} times
 * @param {boolean} right
 * @param {number} most
 */
export function heated(times, right, most) {
  const cell = make("span", { textContent: times ? String(times) : "" });
  cell.dataset.heat = !times
    ? "none"
    : right
    ? "right"
    : String(Math.max(1, Math.ceil(3 * times / most)));
  return cell;
}
