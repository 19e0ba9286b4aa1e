/** The box of the search and what it shows. */
import { make } from "../shared/dom.js";
import { here } from "../shared/lazy_load.js";
import { searchWords as strings } from "../shared/strings/index.js";
import { createSearch } from "./find.js";

/** @import { Entry, SearchTable } from "./types.d.ts" */

const ROOT = new URL("..", here || location.href);

class SearchPanel {
  #box = element(".md-search");
  #toggle = /** @type {HTMLInputElement} */ (element("#__search"));
  #field = /** @type {HTMLInputElement} */ (element(".md-search__input"));
  #status = element(".rc-found__status");
  #list = element(".rc-found");
  #find;
  #before = "";

  /** @param {(query: string) => Entry[]} find */
  constructor(find) {
    this.#find = find;
    this.#field.addEventListener("input", () => this.#show());
    this.#field.form?.addEventListener("submit", (event) => event.preventDefault());
    this.#field.form?.addEventListener("reset", () => setTimeout(() => this.#cleared()));
    this.#toggle.addEventListener("change", () => this.#opened());
    this.#field.addEventListener("focus", () => {
      this.#toggle.checked = true; // the theme says so too, but after this
      this.#opened();
    });
    this.#box.addEventListener("keydown", (event) => this.#key(event));
    this.#box.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.#box.contains(relatedTarget)) this.#close();
    });
    this.#list.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("a")) this.#close();
    });
    this.#opened();
  }

  #opened() {
    this.#list.hidden = !this.#toggle.checked;
    if (this.#toggle.checked) this.#show();
  }

  #cleared() {
    this.#show();
    this.#field.focus();
  }

  #close() {
    this.#toggle.checked = false;
    this.#list.hidden = true;
  }

  #show() {
    const query = this.#field.value;
    if (query === this.#before && this.#list.childElementCount) return;
    this.#before = query;
    const found = query.trim() ? this.#find(query) : [];
    this.#list.replaceChildren(...found.map(resultNode));
    this.#status.textContent = query.trim() ? strings.found({ count: found.length }) : strings.hint;
    this.#list.scrollTop = 0;
  }

  /** Arrows go through the field and its results. @param {KeyboardEvent} event */
  #key(event) {
    const links = [...this.#list.querySelectorAll("a")];
    const stops = [this.#field, ...links];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    switch (event.key) {
      case "Enter":
        if (at > 0 || event.isComposing) return;
        links[0]?.click();
        break;
      case "Escape":
        this.#close();
        this.#field.blur();
        break;
      case "ArrowDown":
      case "ArrowUp": {
        const step = event.key === "ArrowDown" ? 1 : -1;
        stops[(Math.max(0, at) + step + stops.length) % stops.length].focus();
        break;
      }
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

/** @param {Entry} entry */
function resultNode({ address, title, label, line }) {
  return make(
    "li.rc-found__item",
    make(
      "a.rc-found__link",
      { href: new URL(address, ROOT).href },
      make("span.rc-found__title", title),
      " ",
      make("span.rc-found__kind", label),
      " ",
      make("span.rc-found__line", line),
    ),
  );
}

/** @param {string} selector */
const element = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

/** Starts with what has been typed meanwhile; the index was asked for before this script. */
export function startSearch() {
  const table = /** @type {SearchTable | undefined} */ (
    /** @type {any} */ (globalThis).rightcodeSearch
  );
  if (table) new SearchPanel(createSearch(table));
  else element(".rc-found__status").textContent = strings.failed;
}
