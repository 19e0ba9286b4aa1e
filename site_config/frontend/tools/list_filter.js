import { PageElement } from "../shared/custom_element.js";
import { make } from "../shared/dom.js";
import { listsWords as words } from "../shared/strings/index.js";

/**
 * Leaves those rows of the lists (`data-filtered`) that have every word typed, or those whose code
 * (`data-exact`) was typed and no other. A list without any is hidden with its heading.
 */
export class ListFilter extends PageElement {
  /** @override */
  start() {
    const input = this.querySelector("input");
    if (!input) return false;
    const status = make("p", { role: "status" });
    this.append(status);
    const filter = () => {
      const [shown, all] = show(input.value);
      status.textContent = shown === all ? "" : words.filter({ shown, all });
    };
    input.addEventListener("input", filter);
    if (input.value) filter(); // the browser kept it
  }
}

/** @param {string} text */
const wordsIn = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

/** @param {string} typed @returns {[number, number]} How many are shown, and of how many. */
function show(typed) {
  const fits = fitting(typed);
  let shown = 0, all = 0;
  for (const list of document.querySelectorAll("[data-filtered]")) {
    const rows = /** @type {HTMLElement[]} */ ([...list.children]);
    for (const row of rows) row.hidden = !fits(row);
    const matching = rows.filter((row) => !row.hidden).length;
    for (const part of sectionOf(list)) part.toggleAttribute("hidden", !matching);
    shown += matching;
    all += rows.length;
  }
  return [shown, all];
}

/**
 * By the code of a row where one was typed: 97 is not every row that names 97110.
 *
 * @param {string} typed
 */
function fitting(typed) {
  const words = wordsIn(typed);
  const code = words.join("").replaceAll("-", "");
  /** @param {HTMLElement} row */
  const isCalled = (row) => (row.dataset.exact ?? "").split(" ").includes(code);
  /** @param {HTMLElement} row */
  const hasWords = (row) => {
    const text = `${row.dataset.words ?? ""} ${row.textContent}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-exact]")]);
  return code && rows.some(isCalled) ? isCalled : hasWords;
}

/** The list's block and what is before it, up to its heading. @param {Element} list */
function sectionOf(list) {
  const block = list.closest("table") ?? list;
  const parts = [block];
  for (let part = block.previousElementSibling; part; part = part.previousElementSibling) {
    parts.push(part);
    if (part.tagName === "H2") return parts;
  }
  return [block];
}
