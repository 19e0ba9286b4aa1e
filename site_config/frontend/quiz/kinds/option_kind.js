import { hash, shuffled } from "../../shared/shuffle.js";

/** What every kind that ticks options has in common. */

/** @param {Element} section */
const inputs = (
  section,
) => /** @type {HTMLInputElement[]} */ ([...section.querySelectorAll(".rc-option input")]);

/** @param {Element} section */
export const read = (section) =>
  inputs(section).filter((input) => input.checked).map((input) => input.value);

/** @param {Element} section @param {string[]} chosen */
export function fill(section, chosen) {
  for (const input of inputs(section)) input.checked = chosen.includes(input.value);
}

/** @param {Element} section @param {boolean} locked */
export function lock(section, locked) {
  for (const input of inputs(section)) input.disabled = locked;
}

/** @param {Element} section @param {number} seed */
export function arrange(section, seed) {
  const labels = new Map(
    [...section.querySelectorAll(".rc-option")].map((label) => [idOf(label), label]),
  );
  const order = shuffled([...labels.keys()], hash(section.getAttribute("data-item") ?? "", seed));
  const parent = section.querySelector(".rc-options");
  for (const id of order) parent?.append(/** @type {Element} */ (labels.get(id)));
}

/** @param {Element} label */
const idOf = (label) => label.getAttribute("data-option") ?? "";

/** @param {import("../../shared/types.d.ts").Option} option @param {string[]} chosen */
export function mark({ id, right }, chosen) {
  if (chosen.includes(id)) return right ? "right" : "wrong";
  return right ? "missed" : "left";
}
