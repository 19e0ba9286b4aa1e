import { Item } from "./item.js";
import { kinds } from "./kinds/index.js";
import { loadKinds } from "./kinds/registry.js";

/** @import { ItemHost } from "./item.js" */

/**
 * The questions of a quiz; a section of an unknown kind is left as it is.
 *
 * @param {HTMLElement} root
 * @param {ItemHost} host
 */
export function createItems(root, host) {
  const sections = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".rc-item"));
  return [...sections].flatMap((section) => {
    const kind = kinds.get(section.getAttribute("data-kind"));
    return kind && section.querySelector(".rc-answer") ? [new Item(section, kind, host)] : [];
  });
}

/**
 * Loads what the questions of a page need; without the network they are left as they are.
 *
 * @param {HTMLElement} root
 */
export const loadKindsIn = (root) =>
  loadKinds([...root.querySelectorAll(".rc-item")].map((one) => one.getAttribute("data-kind")))
    .catch(() => {});
