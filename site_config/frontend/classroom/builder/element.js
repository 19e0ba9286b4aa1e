import { PageElement } from "../../shared/custom_element.js";
import { selectQuestions } from "../format/question_draw.js";
import { createAnnouncer } from "../../shared/announcer.js";
import { make, makeButton } from "../../shared/dom.js";
import { isClassKey } from "../results/encryption.js";
import { openEnvironment } from "../../shared/store/environment.js";
import { words } from "../../shared/strings/builder/index.js";
import { Catalog } from "./catalog.js";
import { fill, formState, loadForm, saveForm } from "./form_autosave.js";
import { QuestionSearch } from "./question_search.js";
import { downloads } from "./downloads.js";
import { readLabels } from "./labels.js";
import { addOpenSaved } from "./open_saved.js";
import { selectedItems } from "./selected_items.js";
import { fieldOf, formErrors, readDraft, writeTerms } from "./assignment_form.js";

/** @import { Draft, Selection } from "../format/types.js" */

/** `<rc-builder>`: the form is the page's own; what it makes stands below it, made anew at every change. */
export class BuilderElement extends PageElement {
  /** @type {Pick<Selection, "items" | "draw">} */ #chosen = { items: [], draw: [] };
  #catalogue = new Catalog(0);
  /** @type {QuestionSearch | null} */ #finder = null;
  #names = readLabels(document.createElement("p"));
  #announce = (/** @type {string} */ _text) => {};
  #turn = 0;
  /** @type {Set<string>} */ #has = new Set();

  /** @override */
  async start() {
    const form = this.querySelector("form");
    if (!form) return false;
    this.querySelector(".rc-noscript-hint")?.remove();
    this.#announce = createAnnouncer(this);
    this.#names = readLabels(this);
    this.#catalogue = new Catalog(Number(this.dataset.shards));
    this.#chosen = fill(form, await loadForm(openEnvironment().store));
    this.#finder = this.#makeFinder(form);
    this.#listen(form);
    await this.#update();
    await this.#finder.find(false);
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** @param {HTMLFormElement} form */
  #makeFinder(form) {
    return new QuestionSearch(form, {
      catalogue: this.#catalogue,
      names: this.#names,
      announce: this.#announce,
      has: (id) => this.#has.has(id),
      add: (entry) => {
        const { items } = this.#chosen;
        if (!items.includes(entry.id)) {
          this.#change({ items: [...items, entry.id] }, words.added(entry.title), "");
        }
      },
      draw: (draw) =>
        this.#change({ draw: [...this.#chosen.draw, draw] }, words.drawn(draw.count), ""),
    });
  }

  /** Puts a draft into the form; what it gives puts back what was there. @param {Draft} draft */
  async #load(draft) {
    const before = formState(this.#form, this.#chosen);
    writeTerms(this.#form, draft);
    const more = this.querySelector("details.rc-sealing");
    if (more instanceof HTMLDetailsElement && (draft.key || draft.lrs)) more.open = true;
    await this.#change({ items: draft.items, draw: draft.draw }, "", "");
    return () => this.#change(fill(this.#form, before), "", "");
  }

  /** @param {HTMLFormElement} form */
  #listen(form) {
    addOpenSaved(form, {
      catalogue: this.#catalogue,
      load: (draft) => this.#load(draft),
      announce: (text) => this.#announce(text),
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector(".rc-given")?.addEventListener("input", () => this.#update());
    for (const name of ["order", "seed"]) {
      fieldOf(form, name).addEventListener("input", () => this.#update());
    }
    fieldOf(form, "keyFile").addEventListener("change", () => this.#readKey());
    const redraw = () => {
      const seed = openEnvironment().newSeed() % 100_000;
      fieldOf(form, "seed").value = String(seed);
      this.#update(words.redrawn(seed));
    };
    form.querySelector(".rc-redraw")?.append(
      makeButton(words.redraw, redraw),
      " ",
      makeButton(words.clear, () => this.#clear(), "rc-clear"),
    );
  }

  /** Only the public half of a class key's file is taken. */
  async #readKey() {
    const [file] = /** @type {HTMLInputElement} */ (fieldOf(this.#form, "keyFile")).files ?? [];
    const text = file && file.size < 10_000 ? await file.text().catch(() => "") : "";
    try {
      const value = JSON.parse(text);
      fieldOf(this.#form, "key").value = isClassKey(value) ? String(value.public) : "?";
    } catch {
      fieldOf(this.#form, "key").value = "?";
    }
    fieldOf(this.#form, "keyFile").value = "";
    await this.#update();
  }

  #clear() {
    this.#form.reset();
    this.#change({ items: [], draw: [] }, words.cleared, "");
    this.#finder?.find(false);
  }

  /** @param {Partial<Pick<Selection, "items" | "draw">>} change @param {string} said @param {string} focus What has the focus afterwards, where its button is made anew. */
  async #change(change, said, focus) {
    this.#chosen = { ...this.#chosen, ...change };
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    const item = active?.dataset.item;
    await this.#update(said);
    const named = focus.split(" ").at(-1) ?? "";
    const wanted = [
      `[data-act="${CSS.escape(focus)}"]`,
      ...["up", "down"].map((act) => `[data-act="${act} ${CSS.escape(named)}"]`),
      `[data-item="${CSS.escape(item ?? "")}"]`,
    ]
      .map((selector) => this.querySelector(selector)).find((node) => node);
    const place = this.querySelector(".rc-picked legend");
    if (wanted instanceof HTMLElement) wanted.focus();
    else if (place instanceof HTMLElement && !active?.isConnected) {
      (place.tabIndex = -1, place.focus());
    }
  }

  /** Reads the form, draws, and shows what comes of it; the last change of several wins. @param {string} [said] */
  async #update(said) {
    const turn = ++this.#turn;
    const draft = readDraft(this.#form, this.#chosen);
    saveForm(openEnvironment().store, this.#form, this.#chosen);
    try {
      await this.#catalogue.named(draft.items);
      for (const draw of draft.draw) await this.#catalogue.fitting(draw);
    } catch {
      return this.#announce(words.notLoaded);
    }
    if (turn !== this.#turn) return;
    this.#show(draft);
    if (said) this.#announce(said);
  }

  /** @param {Draft} draft */
  #show(draft) {
    const found = selectQuestions(draft, this.#catalogue.known);
    this.#has = new Set(found.map(({ entry }) => entry.id));
    const host = {
      names: this.#names,
      change: (
        /** @type {any} */ change,
        /** @type {string} */ said,
        /** @type {string} */ focus,
      ) => this.#change(change, said, focus),
    };
    this.querySelector(".rc-chosen")?.replaceChildren(...selectedItems(draft, found, host));
    this.#finder?.update();
    const flaws = formErrors(draft, found.length);
    for (
      const name of [
        "slug",
        "title",
        "seed",
        "minutes",
        "attempts",
        "passMark",
        "due",
        "key",
        "lrs",
      ]
    ) {
      const wrong = flaws.some(([, field]) => field === name) && name !== "title";
      wrong
        ? fieldOf(this.#form, name).setAttribute("aria-invalid", "true")
        : fieldOf(this.#form, name).removeAttribute("aria-invalid");
    }
    const items = found.map(({ entry }) => entry.id);
    const run = this.dataset.run ?? "../assignment/";
    this.querySelector(".rc-output")?.replaceChildren(
      ...(flaws.length
        ? missing(flaws)
        : downloads({ draft, items, run, announce: this.#announce })),
    );
  }
}

/** @param {[string, string][]} flaws */
const missing = (flaws) => [
  make("h3", words.handOut),
  make("p", words.still),
  make("ul.rc-missing", flaws.map(([name]) => make("li", words.flaws[name]))),
];
