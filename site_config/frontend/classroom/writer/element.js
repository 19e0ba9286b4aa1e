import { readFacts } from "../../billing/facts.js";
import { confirmButton } from "../../shared/confirm_button.js";
import { createAnnouncer } from "../../shared/announcer.js";
import { PageElement } from "../../shared/custom_element.js";
import { localDay } from "../../shared/dates.js";
import { flatten, make, makeButton } from "../../shared/dom.js";
import { fieldsByKey, fillForm, readState, rowCount } from "../../shared/form_state.js";
import { saveAs } from "../../shared/save_file.js";
import { openEnvironment } from "../../shared/store/environment.js";
import { toolsWords, writerWords as words } from "../../shared/strings/index.js";
import { loadTypedLists, makeTypedLists } from "../../shared/typed_lists.js";
import { fieldOf } from "../../tools/fields.js";
import { ServiceRows, showDetails } from "../../tools/service_rows.js";
import { nextVersion, ownQuestions, storeQuestion } from "../own/own_store.js";
import { keyOf } from "./answer_key.js";
import { OptionRows } from "./option_rows.js";
import { OPTIONS, problemsOf } from "./problems.js";
import { questionFile } from "./question_file.js";
import { keyNodes, markFields, problemNodes } from "./verdict.js";
import { optionCount, readQuestion, stateOf, toOwn } from "./written_question.js";

/** @import { Facts, Table } from "../../billing/types.d.ts" */
/** @import { Key } from "./answer_key.js" */
/** @import { Flaw, WrittenQuestion } from "./written_question.js" */
/** @import { QuestionProblem } from "./problems.js" */
/**
 * @typedef {{question: WrittenQuestion, key: Key | null, problems: QuestionProblem[]}} Judged
 */

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
    await new Writer(this, form, readFacts(table)).start();
  }
}

class Writer {
  #root;
  #form;
  #facts;
  #announce;
  #services;
  #options;
  #verdict = make("div.rc-verdict-live", { role: "region", "aria-label": words.verdict });
  #saving = make("p.rc-actions");
  #saved = make("p.rc-saved", { hidden: true });
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  #isFilling = false;

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
    this.#options = new OptionRows(form, this.#announce, () => this.#later());
    makeTypedLists(form);
    form.after(make("div.rc-output", this.#verdict, this.#saving, this.#saved));
  }

  async start() {
    const { store } = openEnvironment();
    const asked = /^#q=([a-z0-9-]{1,80})$/.exec(location.hash)?.[1];
    const existing = asked && (await ownQuestions(store)).find(({ id }) => id === asked);
    const draft = await store.value(DRAFT);
    if (existing) this.#fill(stateOf(existing));
    else if (typeof draft === "string") this.#fill(new URLSearchParams(draft));
    else this.#begin();
    this.#addButtons();
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    for (const name of ["input", "change"]) {
      this.#form.addEventListener(name, () => this.#later());
    }
    addEventListener("pagehide", () => this.#saveDraft());
    addEventListener("hashchange", () => location.reload());
    this.#show();
  }

  #addButtons() {
    const clearing = confirmButton("span", {
      first: [words.clear, "rc-clear"],
      confirm: [words.clearNow, "rc-clear-now"],
      cancel: words.goOn,
      question: () => words.sureToClear,
      act: () => this.#clear(),
      isDangerous: true,
    });
    this.#saving.append(
      makeButton(words.keep, () => this.#storeOwn(), "rc-button--primary rc-keep-question"),
      " ",
      makeButton(words.saveFile, () => this.#saveFile(), "rc-save-question"),
      " ",
      clearing.node,
    );
  }

  #begin() {
    this.#fill(new URLSearchParams([["date", localDay()], ["difficulty", "1"]]));
  }

  /** @param {URLSearchParams} state */
  #fill(state) {
    this.#isFilling = true;
    this.#form.reset();
    this.#services.resize(rowCount(state));
    this.#options.resize(optionCount(state));
    for (const name of ["id", "version"]) fieldOf(this.#form, name).value = "";
    this.#offerServices();
    fillForm(this.#form, state);
    this.#isFilling = false;
  }

  /** Judges when nothing was typed for a while. */
  #later() {
    if (this.#isFilling) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), WAIT_MS);
    this.#saved.hidden = true;
  }

  #saveDraft() {
    const state = String(readState(this.#form));
    return openEnvironment().store.updateValue(DRAFT, () => state);
  }

  /** @returns {Judged} */
  #judge() {
    this.#offerServices();
    const { question, flaws } = readQuestion(this.#form);
    const key = flaws.length ? null : this.#keyOf(question);
    const known = problemsOf(question, this.#facts, key);
    return { question, key, problems: [...this.#flawsOf(flaws), ...known] };
  }

  /** @param {WrittenQuestion} question */
  #keyOf({ visit, about }) {
    try {
      return keyOf(this.#facts, visit, about);
    } catch (problem) {
      console.info(problem);
      return null;
    }
  }

  /** @param {Flaw[]} flaws @returns {QuestionProblem[]} */
  #flawsOf(flaws) {
    const keys = [...fieldsByKey(this.#form)];
    return flaws.map(({ field, text }) => {
      const name = keys.find(([, one]) => one === field)?.[0] ?? "";
      const label = this.#labelOf(field);
      return {
        rule: "visit",
        field: name,
        text: label ? `${label}: ${text}` : text,
        isRemark: false,
      };
    });
  }

  /** @param {HTMLElement} field */
  #labelOf(field) {
    const label = field.closest(".rc-field")?.querySelector("label, span");
    return label?.textContent?.trim() ?? "";
  }

  /** The services to ask about, where there are several. */
  #offerServices() {
    const field = /** @type {HTMLSelectElement} */ (fieldOf(this.#form, "about"));
    const count = this.#form.querySelectorAll(".rc-rows > .rc-row").length;
    const label = field.closest("label");
    if (label) label.hidden = count < 2;
    if (field.options.length === count) return;
    const chosen = field.value;
    field.replaceChildren(
      ...Array.from(
        { length: count },
        (_, place) =>
          make("option", { value: String(place + 1) }, toolsWords.service({ place: place + 1 })),
      ),
    );
    field.value = Number(chosen) <= count ? chosen || "1" : "1";
  }

  #show() {
    const { key, problems } = this.#judge();
    this.#options.mark(key?.right ?? []);
    markFields(this.#form, problems.filter(({ field }) => this.#isFilled(field)));
    this.#verdict.replaceChildren(
      make("h2", words.verdict),
      ...keyNodes(this.#facts, key, this.#root.dataset),
      ...flatten(problemNodes(this.#form, problems)),
    );
    void this.#saveDraft();
  }

  /** What is still empty is listed, and not marked as wrong. @param {string} key */
  #isFilled(key) {
    return Boolean(fieldsByKey(this.#form).get(key)?.value);
  }

  /** @returns {(Judged & {key: Key, id: string, version: number}) | null} Null if refused. */
  #sound() {
    const judged = this.#judge();
    const { question, key, problems } = judged;
    const faults = problems.filter(({ isRemark }) => !isRemark);
    if (faults.length || !key || question.options.length < OPTIONS.fewest) {
      this.#show();
      this.#report(words.notYet({ count: faults.length, text: faults[0]?.text ?? words.noKey }));
      return null;
    }
    const id = fieldOf(this.#form, "id").value || newId(question.title);
    fieldOf(this.#form, "id").value = id;
    return { ...judged, key, id, version: Number(fieldOf(this.#form, "version").value) || 1 };
  }

  async #storeOwn() {
    const sound = this.#sound();
    if (!sound) return;
    const { question, key, id } = sound;
    const { store } = openEnvironment();
    const payer = this.#facts.table.payers[question.visit.payer].name;
    const nameOf = (/** @type {string} */ code) => this.#facts.codes.get(code)?.name ?? "";
    const more = { id, version: 1, right: key.right[0], payer };
    const own = toOwn(this.#form, question, more, nameOf);
    const before = (await ownQuestions(store)).find((one) => one.id === id);
    const version = nextVersion(own, before);
    await storeQuestion(store, { ...own, version });
    fieldOf(this.#form, "version").value = String(version);
    await this.#saveDraft();
    const href = this.#root.dataset.builder ?? "";
    this.#report(words.kept({ title: question.title }), make("a", { href }, words.toBuilder));
  }

  #saveFile() {
    const sound = this.#sound();
    if (!sound) return;
    const { question, key, id, version } = sound;
    saveAs(`${id}.yaml`, questionFile(id, version, question, key.right), "application/yaml");
    void this.#saveDraft();
    this.#report(words.fileSaved({ name: `${id}.yaml` }));
  }

  #clear() {
    history.replaceState(history.state, "", location.pathname + location.search);
    this.#begin();
    this.#show();
    this.#report(words.cleared);
    /** @type {HTMLElement | null} */ (this.#form.querySelector('[name="title"]'))?.focus();
  }

  /** @param {string} text @param {...Node} more */
  #report(text, ...more) {
    this.#saved.replaceChildren(text, " ", ...more);
    this.#saved.hidden = false;
    this.#announce(text);
  }
}

/** Tells questions of one title apart, on any device. @param {string} title */
function newId(title) {
  const slug = title.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40).replace(/-+$/, "");
  return ["own", slug || "question", openEnvironment().newId().slice(0, 8)].join("-");
}
