import { PageElement } from "../shared/custom_element.js";
import { make } from "../shared/dom.js";
import { loadTypedLists, makeTypedLists } from "../shared/typed_lists.js";
import { listsWords as words } from "../shared/strings/index.js";

/** Filters the page's timeline by code, family or year. */
export class Timeline extends PageElement {
  /** @override */
  async start() {
    const form = this.querySelector("form");
    if (!form) return false;
    const status = make("p", { role: "status" });
    form.after(status);
    await loadTypedLists();
    makeTypedLists(form);
    const filter = () => {
      const [shown, all] = show(form);
      const message = shown === all ? words.allShown : words.shown;
      status.textContent = message({ shown, all });
    };
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    // the fields are emptied after the event
    form.addEventListener("reset", () => setTimeout(filter));
    if ([...new FormData(form).values()].some(Boolean)) filter(); // the browser kept a choice
  }
}

/**
 * @param {HTMLFormElement} form @returns {[number, number]} how many are shown, and of how many
 */
function show(form) {
  const { code, family, year } = Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, String(value)]),
  );
  let shown = 0, all = 0;
  for (const list of document.querySelectorAll("ol.rc-timeline[data-year]")) {
    const entries = /** @type {HTMLElement[]} */ ([...list.children]);
    for (const entry of entries) {
      entry.hidden = !(names(entry.dataset.codes, code) && names(entry.dataset.families, family) &&
        [list.getAttribute("data-year"), ""].includes(year));
    }
    const matching = entries.filter((entry) => !entry.hidden).length;
    for (const part of [list, list.previousElementSibling]) {
      if (part instanceof HTMLElement) part.hidden = !matching;
    }
    shown += matching;
    all += entries.length;
  }
  return [shown, all];
}

/** @param {string | undefined} list @param {string} name */
const names = (list, name) => !name || (list ?? "").split(" ").includes(name);
