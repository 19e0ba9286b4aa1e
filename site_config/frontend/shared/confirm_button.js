import { make, makeButton } from "./dom.js";

/**
 * @typedef {object} ConfirmOptions Texts of buttons with their classes.
 * @property {[string, string]} first
 * @property {[string, string]} confirm
 * @property {string} cancel
 * @property {() => string | Promise<string>} question
 * @property {() => void} act
 * @property {(question: string) => void} [onAsk] If given, the button to cancel is focused.
 */

/**
 * A button that asks before it acts.
 *
 * @param {string} name The element around it, as in `make`.
 * @param {ConfirmOptions} options
 */
export function confirmButton(name, { first, confirm, cancel, question, act, onAsk }) {
  const text = make("p");
  const button = makeButton(first[0], ask, first[1]);
  const yes = makeButton(confirm[0], act, confirm[1]);
  const no = makeButton(cancel, close, "rc-keep");
  const asked = make("div.rc-really", { hidden: true, role: "group" }, text, yes, " ", no);
  async function ask() {
    text.textContent = await question();
    asked.ariaLabel = text.textContent;
    asked.hidden = false;
    button.hidden = true;
    (onAsk ? no : yes).focus();
    onAsk?.(text.textContent);
  }
  function close() {
    asked.hidden = true;
    button.hidden = false;
    button.focus();
  }
  return { node: make(name, button, asked), close };
}
