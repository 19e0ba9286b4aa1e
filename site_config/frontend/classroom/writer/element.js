import { readFacts } from "../../billing/facts.js";
import { confirmButton } from "../../shared/confirm_button.js";
import { createAnnouncer } from "../../shared/announcer.js";
import { PageElement } from "../../shared/custom_element.js";
import { localDay } from "../../shared/dates.js";
import { flatten, make, makeButton } from "../../shared/dom.js";
import { fieldsByKey, fillForm, readState, rowCount } from "../../shared/form_state.js";
import { nextTask } from "../../shared/next_task.js";
import { openEnvironment } from "../../shared/store/environment.js";
import { toolsWords, writerWords as words } from "../../shared/strings/index.js";
import { loadTypedLists, makeTypedLists } from "../../shared/typed_lists.js";
import { fieldOf } from "../../tools/fields.js";
import { ServiceRows, showDetails } from "../../tools/service_rows.js";
import { loadKinds, partOf, showKind } from "./form_kind.js";
import { judge, offerServices } from "./judgment.js";
import { chooseCodePart } from "./kinds/choose_code.js";
import { OptionRows } from "./option_rows.js";
import { QuestionActions } from "./question_actions.js";
import { keyNodes, markFields, problemNodes } from "./verdict.js";
import { optionCount } from "./written_question.js";

/** @import { Facts, Table } from "../../billing/types.d.ts" */
/** @import { KindPart } from "./kinds/kind_part.js" */

const DRAFT = "question-draft";
const WAIT_MS = 250;

/** `<rc-writer>`: a question is written, and judged as it is typed. */
export class WriterElement extends PageElement {
  /** @override */
  async start() {
    const form = this.querySelector("form");
    if (!form) return false;
    const table = /** @type {{rightcodeFacts?: Table}} */ (globalThis).rightcodeFacts;
    const hint = this.querySelector(".rc-noscript-hint");
    if (!table) return hint?.replaceChildren(toolsWords.noFacts), false;
    hint?.remove();
    await loadTypedLists();
    await nextTask();
    const writer = new Writer(this, form, readFacts(table));
    await nextTask();
    await writer.start();
  }
}

class Writer {
  #root;
  #form;
  #facts;
  #announce;
  #services;
  #options;
  #actions;
  /** @type {KindPart} */ #part = chooseCodePart;
  #verdict = make("div.rc-verdict-live", { role: "region", "aria-label": words.verdict });
  #missing = make("p.rc-actions", { hidden: true });
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  #isFilling = true;

  /** @param {HTMLElement} root @param {HTMLFormElement} form @param {Facts} facts */
  constructor(root, form, facts) {
    this.#root = root;
    this.#form = form;
    this.#facts = facts;
    this.#announce = createAnnouncer(root);
    this.#services = new ServiceRows(form, this.#announce, (row) => {
      showDetails(row, facts);
      this.#later();
    });
    this.#options = new OptionRows(form, this.#part, this.#announce, () => this.#later());
    this.#actions = new QuestionActions(root, form, facts, {
      announce: this.#announce,
      judge: () => judge(form, facts, this.#part),
      part: () => this.#part,
      show: () => this.#show(),
      saveDraft: () => this.#saveDraft(),
    });
    makeTypedLists(form);
    form.querySelector(".rc-choices")?.after(this.#missing);
    form.after(make("div.rc-output", this.#verdict, ...this.#actions.nodes));
  }

  async start() {
    const { store } = openEnvironment();
    const asked = /^#q=([a-z0-9-]{1,80})$/.exec(location.hash)?.[1];
    const existing = asked && await loadKinds().then((kit) => kit.storedState(store, asked))
      .catch(() => undefined);
    const draft = await store.value(DRAFT);
    const first = existing ||
      (typeof draft === "string" ? new URLSearchParams(draft) : blank());
    await this.#open(() => first);
    await nextTask();
    this.#actions.add(this.#clearing());
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    for (const name of ["input", "change"]) {
      this.#form.addEventListener(name, () => this.#later());
    }
    fieldOf(this.#form, "kind").addEventListener("change", () => void this.#changeKind());
    addEventListener("pagehide", () => this.#saveDraft());
    addEventListener("hashchange", () => location.reload());
    this.#show();
  }

  #clearing() {
    return confirmButton("span", {
      first: [words.clear, "rc-clear"],
      confirm: [words.clearNow, "rc-clear-now"],
      cancel: words.goOn,
      question: () => words.sureToClear,
      act: () => this.#clear(),
      isDangerous: true,
    }).node;
  }

  /** What was typed stays, as far as the other kind has a field for it. */
  async #changeKind() {
    if (this.#isFilling) return;
    const before = this.#part.name;
    await this.#open(() => readState(this.#form));
    if (before === this.#part.name) return;
    this.#show();
    this.#announce(words.kindChanged({ hint: this.#part.words().hint }));
  }

  /** @param {() => URLSearchParams} read Also what was typed while the kind's script came. */
  async #open(read) {
    const kind = read().get("kind");
    const part = await partOf(kind ?? "").catch(() => undefined);
    const state = read();
    if (state.get("kind") !== kind) return; // another one was chosen meanwhile
    if (part) this.#part = part;
    state.set("kind", this.#part.name);
    this.#sayOfKind(part ? "" : part === null ? words.inFile : words.notLoaded);
    this.#fill(state);
  }

  /** Beside the list of kinds, why the kind is another one. @param {string} text */
  #sayOfKind(text) {
    const note = /** @type {HTMLElement} */ (this.#form.querySelector(".rc-kind-note"));
    note.textContent = text;
    note.hidden = !text;
    if (text) this.#announce(text);
  }

  /** @param {URLSearchParams} state */
  #fill(state) {
    this.#isFilling = true;
    this.#form.reset();
    showKind(this.#form, this.#part, this.#facts);
    this.#options.part = this.#part;
    this.#services.resize(rowCount(state));
    this.#options.resize(optionCount(state));
    for (const name of ["id", "version"]) fieldOf(this.#form, name).value = "";
    offerServices(this.#form, this.#part);
    fillForm(this.#form, state);
    this.#isFilling = false;
  }

  /** Judges when nothing was typed for a while. */
  #later() {
    if (this.#isFilling) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), WAIT_MS);
    this.#actions.quiet();
  }

  #saveDraft() {
    const state = String(readState(this.#form));
    return openEnvironment().store.updateValue(DRAFT, () => state);
  }

  #show() {
    const { question, key, problems } = judge(this.#form, this.#facts, this.#part);
    this.#options.mark(key);
    this.#offerMissing(key && !key.refusal ? this.#part.missing(key, question) : []);
    markFields(this.#form, problems.filter(({ field }) => this.#isFilled(field)));
    this.#verdict.replaceChildren(
      make("h2", words.verdict),
      ...keyNodes(this.#facts, this.#part, question, key, this.#root.dataset),
      ...flatten(problemNodes(this.#form, problems)),
    );
    void this.#saveDraft();
  }

  /** A button that puts right answers among the answers. @param {string[]} ids */
  #offerMissing(ids) {
    this.#missing.hidden = !ids.length;
    if (!ids.length) return this.#missing.replaceChildren();
    const { answers } = /** @type {{answers: Record<string, string>}} */ (words);
    const names = ids.map((id) => (Object.hasOwn(answers, id) ? answers[id] : id)).join(", ");
    const add = makeButton(words.addMissing({ names }), () => {
      for (const id of ids) this.#options.put(id);
      this.#announce(words.missingAdded({ names }));
      this.#show();
      /** @type {HTMLElement | null} */ (this.#form.querySelector(".rc-add-option"))?.focus();
    }, "rc-add-missing");
    this.#missing.replaceChildren(add);
  }

  /** What is still empty is listed, and not marked as wrong. @param {string} key */
  #isFilled(key) {
    return Boolean(fieldsByKey(this.#form).get(key)?.value);
  }

  async #clear() {
    history.replaceState(history.state, "", location.pathname + location.search);
    const state = blank();
    state.set("kind", this.#part.name);
    await this.#open(() => state);
    this.#show();
    this.#actions.report(words.cleared);
    /** @type {HTMLElement | null} */ (this.#form.querySelector('[name="title"]'))?.focus();
  }
}

const blank = () => new URLSearchParams([["date", localDay()], ["difficulty", "1"]]);
