/** What is done with a question that is written: stored, saved as a file, looked at. */
import { make, makeButton } from "../../shared/dom.js";
import { saveAs } from "../../shared/save_file.js";
import { openEnvironment } from "../../shared/store/environment.js";
import { writerWords as words } from "../../shared/strings/index.js";
import { fieldOf } from "../../tools/fields.js";
import { loadKinds } from "./form_kind.js";

/** @import { Facts } from "../../billing/types.d.ts" */
/** @import { Judged } from "./judgment.js" */
/** @import { Key, KindPart } from "./kinds/kind_part.js" */
/** @import { Written } from "./question_output.js" */

/**
 * @typedef {object} Owner The page's element.
 * @property {(text: string) => void} announce
 * @property {() => Judged} judge
 * @property {() => KindPart} part
 * @property {() => void} show
 * @property {() => unknown} saveDraft
 * @typedef {Judged & {key: Key, id: string, version: number}} Sound
 * @typedef {typeof import("../../writer-kinds.js").rightcodeWriterKinds} Kit
 */

export class QuestionActions {
  #root;
  #form;
  #facts;
  #owner;
  #row = make("p.rc-actions");
  #saved = make("p.rc-saved", { hidden: true });
  #preview = make("div.rc-preview", { hidden: true, "data-code-names": "" });

  /**
   * @param {HTMLElement} root @param {HTMLFormElement} form @param {Facts} facts
   * @param {Owner} owner
   */
  constructor(root, form, facts, owner) {
    this.#root = root;
    this.#form = form;
    this.#facts = facts;
    this.#owner = owner;
    this.#row.append(
      makeButton(words.keep, () => this.#storeOwn(), "rc-button--primary rc-keep-question"),
      " ",
      makeButton(words.preview, () => this.#showPreview(), "rc-preview-question"),
      " ",
      makeButton(words.saveFile, () => this.#saveFile(), "rc-save-question"),
      " ",
    );
  }

  get nodes() {
    return [this.#row, this.#saved, this.#preview];
  }

  /** @param {Node} node */
  add(node) {
    this.#row.append(node);
  }

  /** What was reported or shown is no longer so. */
  quiet() {
    this.#saved.hidden = true;
    this.#preview.hidden = true;
  }

  /** @returns {Sound | null} Null if refused. */
  #sound() {
    const judged = this.#owner.judge();
    const { question, key, problems } = judged;
    const faults = problems.filter(({ isRemark }) => !isRemark);
    if (faults.length || !key || key.refusal) {
      this.#owner.show();
      this.report(words.notYet({ count: faults.length, text: faults[0]?.text ?? words.noKey }));
      return null;
    }
    const id = fieldOf(this.#form, "id").value || newId(question.title);
    fieldOf(this.#form, "id").value = id;
    return { ...judged, key, id, version: Number(fieldOf(this.#form, "version").value) || 1 };
  }

  /**
   * What is sound, with the script that makes something of it; null where something is missing.
   *
   * @returns {Promise<{written: Sound & Written, kit: Kit} | null>}
   */
  async #written() {
    const sound = this.#sound();
    if (!sound) return null;
    const kit = await loadKinds().catch(() => null);
    if (!kit) return this.report(words.notLoaded), null;
    const more = { form: this.#form, facts: this.#facts, part: this.#owner.part() };
    return { written: { ...sound, ...more }, kit };
  }

  /** As an assignment carries it; null if it is too long for that. */
  async #own() {
    const found = await this.#written();
    if (!found) return null;
    const result = found.kit.ownOf(found.written);
    if ("own" in result) return { own: result.own, kit: found.kit };
    return this.report(words.tooLong({ place: result.place })), null;
  }

  async #storeOwn() {
    const found = await this.#own();
    if (!found) return;
    const version = await found.kit.storeOwn(openEnvironment().store, found.own);
    fieldOf(this.#form, "version").value = String(version);
    await this.#owner.saveDraft();
    const href = this.#root.dataset.builder ?? "";
    this.report(words.kept({ title: found.own.title }), make("a", { href }, words.toBuilder));
  }

  async #showPreview() {
    const found = await this.#own();
    if (!found) return;
    const title = make("h2", { tabIndex: -1 }, words.previewTitle);
    this.#preview.replaceChildren(title, await found.kit.previewOf(found.own));
    this.#preview.hidden = false;
    title.focus();
  }

  async #saveFile() {
    const found = await this.#written();
    if (!found) return;
    const files = found.kit.filesOf(found.written);
    for (const { name, text } of files) saveAs(name, text, "application/yaml");
    void this.#owner.saveDraft();
    this.report(
      files.map(({ folder, name }) => words.fileSaved({ name, folder })).join(" "),
      words.thenCheck,
    );
  }

  /** @param {string} text @param {...(Node | string)} more */
  report(text, ...more) {
    this.#saved.replaceChildren(text, " ", ...more);
    this.#saved.hidden = false;
    this.#owner.announce(text);
  }
}

/** Tells questions of one title apart, on any device. @param {string} title */
function newId(title) {
  const slug = title.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40).replace(/-+$/, "");
  return ["own", slug || "question", openEnvironment().newId().slice(0, 8)].join("-");
}
