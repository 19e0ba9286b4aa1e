import { isFramedByOthers, ownTabNotice } from "./framing.js";
import { make, makeButton } from "./dom.js";

/**
 * @typedef {object} ConfirmOptions Texts of buttons with their classes.
 * @property {[string, string]} first
 * @property {[string, string]} confirm
 * @property {string} cancel
 * @property {() => string | Promise<string>} question
 * @property {() => unknown} act
 * @property {boolean} [isDangerous] Whether the button to cancel is focused.
 */

let count = 0;

/**
 * A button that asks in a dialog before it acts. Inside a page of another site, which could lay it
 * under the reader's pointer, it does not act at all.
 *
 * @param {string} name The element around it, as in `make`.
 * @param {ConfirmOptions} options
 */
export function confirmButton(name, { first, confirm, cancel, question, act, isDangerous }) {
  const text = make("p", { id: `rc-question-${++count}` });
  const button = makeButton(first[0], ask, first[1]);
  const yes = makeButton(confirm[0], agree, confirm[1]);
  const no = makeButton(cancel, () => dialog.close(), "rc-keep");
  const dialog = make(
    "dialog.rc-really",
    { role: "alertdialog", "aria-labelledby": text.id },
    text,
    yes,
    " ",
    no,
  );
  /** @type {HTMLElement} */ const node = make(name, button, dialog);
  async function ask() {
    if (isFramedByOthers()) {
      const notice = ownTabNotice();
      node.replaceChildren(notice);
      notice.querySelector("a")?.focus();
      return;
    }
    text.textContent = await question();
    dialog.showModal();
    (isDangerous ? no : yes).focus();
  }
  async function agree() {
    dialog.close();
    if (!isFramedByOthers()) await act();
  }
  return { node };
}
