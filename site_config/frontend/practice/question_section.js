import { practiceWords as words } from "../shared/strings/index.js";

/** @import { BankItem } from "./types.d.ts" */

/**
 * The section of a question of the bank. The HTML is the site's own; scripts in it do not run.
 *
 * @param {BankItem} item
 * @param {number} number From 1.
 * @returns With the notes of its citations inside.
 */
export function questionSection(item, number) {
  const parsed = new DOMParser().parseFromString(item.html, "text/html");
  const section = /** @type {HTMLElement} */ (document.importNode(
    /** @type {Node} */ (parsed.querySelector(".rc-item")),
    true,
  ));
  const notes = parsed.querySelector(".rc-popovers");
  if (notes) section.append(document.importNode(notes, true));
  const label = section.querySelector(".rc-item__number");
  if (label) label.textContent = words.number({ place: number });
  if (location.protocol === "file:") section.querySelectorAll("a").forEach(linkToFile);
  return section;
}

/** A file address needs its index.html. @param {HTMLAnchorElement} link */
function linkToFile(link) {
  const address = link.getAttribute("href") ?? "";
  link.setAttribute("href", address.replace(/\/(?=#|$)/, "/index.html"));
}
