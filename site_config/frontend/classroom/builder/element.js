import { PageElement } from "../../shared/custom_element.js";
import { selectQuestions } from "../format/question_draw.js";
import { confirmButton } from "../../shared/confirm_button.js";
import { createAnnouncer } from "../../shared/announcer.js";
import { flatten, listOf, make, makeButton } from "../../shared/dom.js";
import { isClassKey } from "../format/class_key.js";
import { parseJson } from "../../shared/json.js";
import { loadTypedLists, makeTypedLists } from "../../shared/typed_lists.js";
import { nextTask } from "../../shared/next_task.js";
import { openEnvironment } from "../../shared/store/environment.js";
import { builderWords as words } from "../../shared/strings/index.js";
import { Catalog } from "./catalog.js";
import { QuestionSearch } from "./question_search.js";
import { OwnList } from "./own_list.js";
import { downloads } from "./downloads.js";
import { readLabels } from "./labels.js";
import { addOpenSaved } from "./open_saved.js";
import { Preview } from "./preview.js";
import { selectedItems } from "./selected_items.js";
import {
  fieldOf,
  fill,
  formErrors,
  formState,
  loadForm,
  readDraft,
  saveForm,
  writeTerms,
} from "./assignment_form.js";

/** @import { BankEntry, Draft, Draw } from "../types.d.ts" */
/** @import { Chosen } from "./assignment_form.js" */

const MARKED = ["slug", "seed", "minutes", "attempts", "passMark", "due", "key", "lrs"];

/** `<rc-builder>`: the form is the page's own. */
export class BuilderElement extends PageElement {
  /** @override */
  async start() {
    const form = this.querySelector("form");
    if (!form) return false;
    this.querySelector(".rc-noscript-hint")?.remove();
    await loadTypedLists();
    await nextTask();
    makeTypedLists(form);
    await nextTask();
    await new Builder(this, form).start();
  }
}

/** The form and its result below it, which is made again at every change. */
export class Builder {
  /** @type {Chosen} */ #chosen = { items: [], draw: [] };
  /** @type {Set<string>} */ #ids = new Set();
  #root;
  #search;
  #turn = 0;

  /** @param {HTMLElement} root @param {HTMLFormElement} form */
  constructor(root, form) {
    this.#root = root;
    this.form = form;
    this.announce = createAnnouncer(root);
    this.labels = readLabels(root);
    this.catalog = new Catalog(Number(root.dataset.shards));
    this.preview = new Preview(this);
    this.own = new OwnList(this);
    this.#search = new QuestionSearch(this);
  }

  async start() {
    await this.own.read();
    this.#chosen = fill(this.form, await loadForm(openEnvironment().store));
    this.#listen();
    await this.#update();
    await this.#search.find(false);
  }

  /** Whether a question is in the assignment, named or drawn. @param {string} id */
  has(id) {
    return this.#ids.has(id);
  }

  /** @param {BankEntry} entry */
  add({ id, title }) {
    const { items } = this.#chosen;
    if (!items.includes(id)) this.change({ items: [...items, id] }, words.added({ title }));
  }

  /** Takes out a question that is no more. @param {string} id @param {string} message */
  drop(id, message) {
    return this.change({ items: this.#chosen.items.filter((one) => one !== id) }, message);
  }

  /** @param {Draw} draw */
  draw(draw) {
    this.change({ draw: [...this.#chosen.draw, draw] }, words.drawn({ count: draw.count }));
  }

  /** Puts a draft into the form; the result undoes it. @param {Draft} draft */
  async load(draft) {
    const previous = formState(this.form, this.#chosen);
    writeTerms(this.form, draft);
    const more = /** @type {HTMLDetailsElement | null} */ (this.form.querySelector(".rc-sealing"));
    if (more && (draft.key || draft.lrs)) more.open = true;
    await this.change({ items: draft.items, draw: draft.draw });
    return () => this.change(fill(this.form, previous));
  }

  /**
   * @param {Partial<Chosen>} change
   * @param {string} [message]
   * @param {string} [focus] The action to focus, where its button is made again.
   */
  async change(change, message, focus = "") {
    this.#chosen = { ...this.#chosen, ...change };
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    const item = active?.dataset.item;
    await this.#update(message);
    const id = CSS.escape(focus.split(" ").at(-1) ?? "");
    const target = [
      `[data-act="${CSS.escape(focus)}"]`,
      `[data-act="up ${id}"]`,
      `[data-act="down ${id}"]`,
      `button[data-item="${CSS.escape(item ?? "")}"]`,
    ].map((selector) => this.#root.querySelector(selector)).find(Boolean);
    const legend = this.#root.querySelector(".rc-picked legend");
    if (target instanceof HTMLElement) target.focus();
    else if (legend instanceof HTMLElement && !active?.isConnected) {
      legend.tabIndex = -1;
      legend.focus();
    }
  }

  #listen() {
    const { form } = this;
    const update = () => this.#update();
    addOpenSaved(this);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector(".rc-given")?.addEventListener("input", update);
    for (const name of ["order", "seed"]) fieldOf(form, name).addEventListener("input", update);
    fieldOf(form, "keyFile").addEventListener("change", () => this.#readKey());
    const redraw = () => {
      const seed = openEnvironment().newSeed() % 100_000;
      fieldOf(form, "seed").value = String(seed);
      this.#update(words.redrawn({ seed }));
    };
    const clearing = confirmButton("span", {
      first: [words.clear, "rc-clear"],
      confirm: [words.clearNow, "rc-clear-now"],
      cancel: words.keep,
      question: () => words.sureToClear({ count: this.#chosen.items.length }),
      act: () => this.#clear(),
      isDangerous: true,
    });
    form.querySelector(".rc-redraw")?.append(
      makeButton(words.redraw, redraw),
      " ",
      clearing.node,
    );
  }

  /** Only the public half of a class key's file is taken. */
  async #readKey() {
    const input = /** @type {HTMLInputElement} */ (fieldOf(this.form, "keyFile"));
    const [file] = input.files ?? [];
    const text = file && file.size < 10_000 ? await file.text().catch(() => "") : "";
    const key = parseJson(text);
    fieldOf(this.form, "key").value = isClassKey(key) ? String(key.public) : "?";
    input.value = "";
    await this.#update();
  }

  #clear() {
    this.form.reset();
    this.change({ items: [], draw: [] }, words.cleared);
    this.#search.find(false);
  }

  /** Reads the form, draws, shows; of several updates the last wins. @param {string} [message] */
  async #update(message) {
    const turn = ++this.#turn;
    const draft = readDraft(this.form, this.#chosen);
    saveForm(openEnvironment().store, this.form, this.#chosen);
    try {
      await this.catalog.named(draft.items);
      for (const draw of draft.draw) await this.catalog.fitting(draw);
    } catch {
      return this.announce(words.notLoaded);
    }
    if (turn !== this.#turn) return;
    this.#show(draft);
    if (message) this.announce(message);
  }

  /** @param {Draft} draft */
  #show(draft) {
    const selected = selectQuestions(draft, this.catalog.known);
    const items = selected.map(({ entry }) => entry.id);
    this.#ids = new Set(items);
    const output = (/** @type {string} */ name) => this.#root.querySelector(name);
    output(".rc-chosen")?.replaceChildren(...flatten(selectedItems(draft, selected, this)));
    this.#search.update();
    this.own.update();
    const errors = formErrors(draft, selected.length);
    for (const name of MARKED) {
      const wrong = errors.some(([, field]) => field === name);
      fieldOf(this.form, name).ariaInvalid = wrong ? "true" : null;
    }
    const run = this.#root.dataset.run ?? "../assignment/";
    const whole = { ...draft, ...this.own.carried(items) };
    output(".rc-output")?.replaceChildren(
      ...(errors.length
        ? errorList(errors)
        : downloads({ draft: whole, items, run, announce: this.announce })),
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
