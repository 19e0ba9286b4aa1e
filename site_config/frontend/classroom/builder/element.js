import { PageElement } from "../../shared/custom_element.js";
import { selectQuestions } from "../format/question_draw.js";
import { createAnnouncer } from "../../shared/announcer.js";
import { listOf, make, makeButton } from "../../shared/dom.js";
import { isClassKey } from "../results/encryption.js";
import { parseJson } from "../../shared/json.js";
import { openEnvironment } from "../../shared/store/environment.js";
import { builderWords as words } from "../../shared/strings/index.js";
import { Catalog } from "./catalog.js";
import { fill, formState, loadForm, saveForm } from "./form_autosave.js";
import { QuestionSearch } from "./question_search.js";
import { downloads } from "./downloads.js";
import { readLabels } from "./labels.js";
import { addOpenSaved } from "./open_saved.js";
import { selectedItems } from "./selected_items.js";
import { fieldOf, formErrors, readDraft, writeTerms } from "./assignment_form.js";

/** @import { Draft, Selection } from "../types.d.ts" */
/** @import { SelectionHost } from "./selected_items.js" */

/** @typedef {Pick<Selection, "items" | "draw">} Chosen */

/** Fields whose errors are shown on the field. */
const MARKED = ["slug", "seed", "minutes", "attempts", "passMark", "due", "key", "lrs"];

/**
 * `<rc-builder>`: the form is the page's own; its result is below it, made again at every change.
 */
export class BuilderElement extends PageElement {
  /** @type {Chosen} */ #chosen = { items: [], draw: [] };
  #catalog = new Catalog(0);
  /** @type {QuestionSearch | null} */ #search = null;
  #labels = readLabels(document.createElement("p"));
  #announce = (/** @type {string} */ _text) => {};
  #turn = 0;
  /** @type {Set<string>} */ #ids = new Set();

  /** @override */
  async start() {
    const form = this.querySelector("form");
    if (!form) return false;
    this.querySelector(".rc-noscript-hint")?.remove();
    this.#announce = createAnnouncer(this);
    this.#labels = readLabels(this);
    this.#catalog = new Catalog(Number(this.dataset.shards));
    this.#chosen = fill(form, await loadForm(openEnvironment().store));
    this.#search = this.#createSearch(form);
    this.#listen(form);
    await this.#update();
    await this.#search.find(false);
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** @param {HTMLFormElement} form */
  #createSearch(form) {
    return new QuestionSearch(form, {
      catalog: this.#catalog,
      labels: this.#labels,
      announce: this.#announce,
      has: (id) => this.#ids.has(id),
      add: ({ id, title }) => {
        const { items } = this.#chosen;
        if (!items.includes(id)) this.#change({ items: [...items, id] }, words.added({ title }));
      },
      draw: (draw) =>
        this.#change({ draw: [...this.#chosen.draw, draw] }, words.drawn({ count: draw.count })),
    });
  }

  /**
   * Puts a draft into the form.
   *
   * @param {Draft} draft
   * @returns {Promise<() => Promise<void>>} Restores what was there.
   */
  async #load(draft) {
    const previous = formState(this.#form, this.#chosen);
    writeTerms(this.#form, draft);
    const more = this.querySelector("details.rc-sealing");
    if (more instanceof HTMLDetailsElement && (draft.key || draft.lrs)) more.open = true;
    await this.#change({ items: draft.items, draw: draft.draw });
    return () => this.#change(fill(this.#form, previous));
  }

  /** @param {HTMLFormElement} form */
  #listen(form) {
    const update = () => this.#update();
    addOpenSaved(form, {
      catalog: this.#catalog,
      load: (draft) => this.#load(draft),
      announce: (text) => this.#announce(text),
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector(".rc-given")?.addEventListener("input", update);
    for (const name of ["order", "seed"]) fieldOf(form, name).addEventListener("input", update);
    fieldOf(form, "keyFile").addEventListener("change", () => this.#readKey());
    const redraw = () => {
      const seed = openEnvironment().newSeed() % 100_000;
      fieldOf(form, "seed").value = String(seed);
      this.#update(words.redrawn({ seed }));
    };
    form.querySelector(".rc-redraw")?.append(
      makeButton(words.redraw, redraw),
      " ",
      makeButton(words.clear, () => this.#clear(), "rc-clear"),
    );
  }

  /** Only the public half of a class key's file is taken. */
  async #readKey() {
    const input = /** @type {HTMLInputElement} */ (fieldOf(this.#form, "keyFile"));
    const [file] = input.files ?? [];
    const text = file && file.size < 10_000 ? await file.text().catch(() => "") : "";
    const key = parseJson(text);
    fieldOf(this.#form, "key").value = isClassKey(key) ? String(key.public) : "?";
    input.value = "";
    await this.#update();
  }

  #clear() {
    this.#form.reset();
    this.#change({ items: [], draw: [] }, words.cleared);
    this.#search?.find(false);
  }

  /**
   * @param {Partial<Chosen>} change
   * @param {string} [message]
   * @param {string} [focus] The action to focus, where its button is made again.
   */
  async #change(change, message, focus = "") {
    this.#chosen = { ...this.#chosen, ...change };
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    const item = active?.dataset.item;
    await this.#update(message);
    const id = focus.split(" ").at(-1) ?? "";
    const target = [
      `[data-act="${CSS.escape(focus)}"]`,
      ...["up", "down"].map((act) => `[data-act="${act} ${CSS.escape(id)}"]`),
      `[data-item="${CSS.escape(item ?? "")}"]`,
    ].map((selector) => this.querySelector(selector)).find(Boolean);
    const legend = this.querySelector(".rc-picked legend");
    if (target instanceof HTMLElement) target.focus();
    else if (legend instanceof HTMLElement && !active?.isConnected) {
      legend.tabIndex = -1;
      legend.focus();
    }
  }

  /**
   * Reads the form, draws, and shows the result; of several updates the last wins.
   *
   * @param {string} [message]
   */
  async #update(message) {
    const turn = ++this.#turn;
    const draft = readDraft(this.#form, this.#chosen);
    saveForm(openEnvironment().store, this.#form, this.#chosen);
    try {
      await this.#catalog.named(draft.items);
      for (const draw of draft.draw) await this.#catalog.fitting(draw);
    } catch {
      return this.#announce(words.notLoaded);
    }
    if (turn !== this.#turn) return;
    this.#show(draft);
    if (message) this.#announce(message);
  }

  /** @param {Draft} draft */
  #show(draft) {
    const selected = selectQuestions(draft, this.#catalog.known);
    const items = selected.map(({ entry }) => entry.id);
    this.#ids = new Set(items);
    /** @type {SelectionHost} */
    const host = { labels: this.#labels, change: (...args) => this.#change(...args) };
    this.querySelector(".rc-chosen")?.replaceChildren(...selectedItems(draft, selected, host));
    this.#search?.update();
    const errors = formErrors(draft, selected.length);
    for (const name of MARKED) {
      const field = fieldOf(this.#form, name);
      field.removeAttribute("aria-invalid");
      if (errors.some((error) => error[1] === name)) field.setAttribute("aria-invalid", "true");
    }
    const run = this.dataset.run ?? "../assignment/";
    this.querySelector(".rc-output")?.replaceChildren(
      ...(errors.length
        ? errorList(errors)
        : downloads({ draft, items, run, announce: this.#announce })),
    );
  }
}

/** @param {[string, string][]} errors */
const errorList = (errors) => [
  make("h3", words.handOut),
  make("p", words.still),
  listOf(
    "ul.rc-missing",
    errors.map(([name]) => /** @type {Record<string, string>} */ (words.flaws)[name]),
  ),
];
