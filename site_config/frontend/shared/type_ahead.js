/**
 * A list to choose from that is typed into: by number, by name, by what notes call it. The select
 * stays in the form, hidden, and holds what was chosen; without script it is the field.
 */
import { make } from "./dom.js";
import { lazyLoad } from "./lazy_load.js";
import { typeAheadWords as words } from "./strings/index.js";
import { findByWords } from "./word_search.js";

/** @typedef {{option: HTMLOptionElement, phrases: string[]}} Entry */

const MOST_FOUND = 60; // what is found by less than that is no use; the whole list is shown untyped
const CLOSED = -1;
let made = 0;

/** Makes every list of a form that is marked for it (`data-typed`) one. @param {Element} form */
export function enhanceLists(form) {
  for (const select of form.querySelectorAll("select[data-typed]:not([hidden])")) {
    new TypeAhead(/** @type {HTMLSelectElement} */ (select));
  }
}

class TypeAhead {
  #select;
  #list;
  #status = make("span.rc-typed__found", { role: "status" });
  /** @type {Entry[]} */ #shown = [];
  #active = CLOSED;
  #isTyped = false;
  #reopened = 0;

  /** @param {HTMLSelectElement} select In a label with its text. */
  constructor(select) {
    this.#select = select;
    const id = `rc-typed-${++made}`;
    this.input = make("input", {
      id,
      type: "text",
      role: "combobox",
      autocomplete: "off",
      spellcheck: false,
      placeholder: select.dataset.typed === "payers" ? words.hintName : words.hint,
      "aria-expanded": "false",
      "aria-controls": `${id}-list`,
      "aria-autocomplete": "list",
    });
    this.#list = make("ul.rc-typed__list", { id: `${id}-list`, role: "listbox", hidden: true });
    this.#replace(/** @type {HTMLElement} */ (select.closest(".rc-field")), id);
    this.#listen();
    this.#showChosen();
  }

  /** @param {HTMLElement} field @param {string} id */
  #replace(field, id) {
    const label = make("label", { htmlFor: id, id: `${id}-label` });
    label.append(...field.querySelector(":scope > span")?.childNodes ?? []);
    this.#list.setAttribute("aria-labelledby", label.id);
    this.#select.hidden = true;
    const box = make("div.rc-typed__box", this.input, this.#list);
    const node = make("div.rc-typed", label, box, this.#select, this.#status);
    node.classList.add(...field.classList);
    field.replaceWith(node);
  }

  #listen() {
    const { input } = this;
    input.addEventListener("focus", () => void loadWords());
    input.addEventListener("click", () => this.#list.hidden && this.#open(""));
    input.addEventListener("input", () => {
      this.#isTyped = true;
      void this.#find();
    });
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.#leave());
    this.#list.addEventListener("mousedown", (event) => event.preventDefault()); // keeps focus
    this.#list.addEventListener("click", ({ target }) => {
      const row = /** @type {Element} */ (target).closest('[role="option"]');
      const place = [...this.#list.children].indexOf(/** @type {Element} */ (row));
      if (row) this.#choose(this.#shown[place]);
    });
    this.#select.addEventListener("change", () => this.#showChosen());
    this.#select.form?.addEventListener("reset", () => {
      this.#isTyped = false;
      setTimeout(() => this.#isTyped || this.#showChosen());
    });
  }

  #showChosen() {
    this.#isTyped = false;
    this.input.value = (this.#select.selectedOptions[0]?.text ?? "").trim();
    this.#close();
  }

  /** Finds at once by what the list says, and again when the further words have come. */
  async #find() {
    const turn = ++this.#reopened;
    this.#open(this.input.value);
    await loadWords();
    if (turn === this.#reopened && this.#isTyped && document.activeElement === this.input) {
      this.#open(this.input.value);
    }
  }

  /** @param {string} text Nothing typed: the whole list. */
  #open(text) {
    const all = entriesOf(this.#select);
    this.#shown = text.trim() ? ownNamesFirst(findByWords(all, text), text) : all;
    this.#list.replaceChildren(...this.#shown.map((entry, place) => this.#row(entry, place)));
    this.#list.hidden = !this.#shown.length;
    this.input.setAttribute("aria-expanded", String(!this.#list.hidden));
    this.#status.textContent = text.trim() ? words.found({ count: this.#shown.length }) : "";
    const chosen = this.#shown.findIndex(({ option }) => option.selected);
    this.#activate(text.trim() ? Math.min(0, this.#shown.length - 1) : chosen);
  }

  /** @param {Entry} entry @param {number} place */
  #row({ option }, place) {
    const group = option.parentElement;
    return make(
      "li.rc-typed__option",
      { id: `${this.#list.id}-${place}`, role: "option", "aria-selected": "false" },
      make("span", option.text),
      group instanceof HTMLOptGroupElement && [" ", make("small", group.label)],
    );
  }

  /** @param {number} place */
  #activate(place) {
    this.#active = place;
    const rows = /** @type {HTMLElement[]} */ ([...this.#list.children]);
    rows.forEach((row, index) => row.setAttribute("aria-selected", String(index === place)));
    const row = rows[place];
    if (!row) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", row.id);
    const { scrollTop, clientHeight } = this.#list;
    const end = row.offsetTop + row.offsetHeight;
    if (row.offsetTop < scrollTop) this.#list.scrollTop = row.offsetTop;
    else if (end > scrollTop + clientHeight) this.#list.scrollTop = end - clientHeight;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const isOpen = !this.#list.hidden;
    const last = this.#shown.length - 1;
    const chosen = isOpen ? this.#shown[this.#active] : undefined;
    if (event.key === "ArrowDown") {
      isOpen ? this.#activate(Math.min(this.#active + 1, last)) : this.#open("");
    } else if (event.key === "ArrowUp") {
      isOpen ? this.#activate(Math.max(this.#active - 1, 0)) : this.#open("");
    } else if (event.key === "Enter" && chosen) this.#choose(chosen);
    else if (event.key === "Escape" && isOpen) this.#showChosen();
    else return;
    event.preventDefault();
  }

  /** @param {Entry} entry */
  #choose({ option }) {
    this.#select.value = option.value;
    this.#select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** What was typed counts as its first match; where there is none, it stays to be mended. */
  #leave() {
    const typed = this.#isTyped && this.input.value.trim();
    const match = typed ? this.#shown[this.#active] : undefined;
    if (match) return this.#choose(match);
    if (this.#isTyped) {
      this.#select.value = "";
      this.#select.dispatchEvent(new Event("change", { bubbles: true }));
      if (typed) this.input.value = typed;
    }
    this.#close();
  }

  #close() {
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#status.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.#activate(CLOSED);
  }
}

/**
 * What says itself what was typed comes before what notes call so.
 * @param {Entry[]} found @param {string} text
 */
function ownNamesFirst(found, text) {
  const typed = text.trim().toLowerCase();
  const says = (/** @type {Entry} */ { option }) => option.text.toLowerCase().includes(typed);
  return [...found.filter(says), ...found.filter((entry) => !says(entry))].slice(0, MOST_FOUND);
}

/** @type {Record<string, string[]>} */ let phrases = {};

const loadWords = () =>
  lazyLoad("words.js", "rightcodeSearchWords").then(
    (found) => (phrases = /** @type {typeof phrases} */ (found)),
    () => {}, // numbers and names are found without
  );

/** @param {HTMLSelectElement} select @returns {Entry[]} */
const entriesOf = (select) =>
  [...select.options].filter(({ text }) => text.trim()).map((option) => ({
    option,
    phrases: [option.text, ...phrases[referenceOf(option.value, select.dataset.typed)] ?? []],
  }));

/** "code:97110" is in a register of its own, "97110" in the list's. @param {string} value */
const referenceOf = (value, register = "") => {
  const [sort, name] = value.split(":");
  return name ? `${sort}s/${name}` : `${register}/${value}`;
};
