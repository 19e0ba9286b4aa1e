import { copyText } from "./copy_text.js";
import { make, makeButton } from "./dom.js";
import { LONGEST_LINK, readFormFragment, toFormFragment } from "./form_link.js";
import { fillForm, readState, rowCount } from "./form_state.js";
import { formWords as words } from "./strings/index.js";

/**
 * @typedef {object} FormParts
 * @property {HTMLFormElement} form
 * @property {string} example A state, as in a link.
 * @property {(text: string) => void} announce
 * @property {() => void} removeAnswer
 * @property {(count: number) => void} [resize] Leaves that many rows, all empty.
 * @property {() => void} [begin] Fills in what an empty form begins with.
 * @property {(state: URLSearchParams) => void} [beforeFill] What a state needs that is not in the
 *   form.
 * @property {(state: URLSearchParams) => URLSearchParams} [beforeLink] Adds what a link needs.
 */

/**
 * Beside a form's own button: an example, a link to the form as it is filled in, and an empty
 * form. A link in the page's address fills the form; one that is damaged says so.
 */
export class FormActions {
  #parts;
  #empty = "";
  #note = make("p.rc-form-note", { hidden: true });

  /** @param {FormParts} parts */
  constructor(parts) {
    this.#parts = parts;
    const row = parts.form.querySelector('[type="submit"]')?.closest("p");
    row?.append(
      " ",
      makeButton(words.example, () => this.#showExample(), "rc-show-example"),
      " ",
      makeButton(words.copyLink, () => this.#copyLink(), "rc-copy-link"),
      " ",
      makeButton(words.clear, () => this.#clear(), "rc-clear"),
    );
    row?.after(this.#note);
    this.#begin();
    this.#openLink();
    addEventListener("hashchange", () => this.#openLink());
  }

  /** The address names what was asked, so that Reload and Back return to it. */
  remember() {
    const link = this.#link();
    if (link.length <= LONGEST_LINK) history.replaceState(history.state, "", link);
  }

  #begin() {
    const { form, resize, begin } = this.#parts;
    form.reset();
    resize?.(1);
    begin?.();
    this.#empty = String(readState(form));
  }

  /** @param {URLSearchParams} state @returns {string[]} What no field took. */
  #fill(state) {
    const { form, resize, beforeFill, removeAnswer } = this.#parts;
    this.#begin();
    removeAnswer();
    beforeFill?.(state);
    resize?.(rowCount(state));
    return fillForm(form, state);
  }

  #showExample() {
    const hasEntries = this.#isFilled();
    if (hasEntries) { // Back returns to it
      this.remember();
      history.pushState(history.state, "", location.pathname + location.search);
    }
    this.#fill(new URLSearchParams(this.#parts.example));
    this.#say(hasEntries ? words.exampleOver : words.exampleShown);
  }

  async #copyLink() {
    const link = this.#link();
    if (link.length > LONGEST_LINK) return this.#say(words.tooLong);
    const done = await copyText(link);
    this.#say(done ? words.copied : words.copyFailed);
    if (done) return;
    const field = make("input", { readOnly: true, value: link, "aria-label": words.copyLink });
    this.#note.append(" ", field);
    field.select();
  }

  #clear() {
    this.#begin();
    this.#parts.removeAnswer();
    history.replaceState(history.state, "", location.pathname + location.search);
    this.#say(words.cleared);
  }

  /** What was typed stays where a damaged link is opened over it. */
  #openLink() {
    const link = readFormFragment(location.hash);
    if (!link) return;
    if (!link.whole && this.#isFilled()) return this.#say(words.damagedKept);
    const unread = this.#fill(link.state);
    const shown = unread.join(", ").slice(0, 200);
    if (!link.whole) this.#say(words.damaged({ count: unread.length, unread: shown }));
    else if (unread.length) this.#say(words.unread({ count: unread.length, unread: shown }));
    else this.#say(words.opened);
  }

  #isFilled() {
    return String(readState(this.#parts.form)) !== this.#empty;
  }

  #link() {
    const { form, beforeLink } = this.#parts;
    const state = readState(form);
    return location.href.split("#")[0] + toFormFragment(beforeLink?.(state) ?? state);
  }

  /** @param {string} text */
  #say(text) {
    this.#note.textContent = text;
    this.#note.hidden = false;
    this.#parts.announce(text);
  }
}
