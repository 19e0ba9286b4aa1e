import { copyText } from "../shared/copy_text.js";
import { make, makeButton } from "../shared/dom.js";
import { pageToolsWords as words } from "../shared/strings/index.js";

/** @import { Child } from "../shared/dom.js" */

/**
 * Opens a dialog, which Escape closes; the focus returns to where it was.
 *
 * @param {string} title
 * @param {(dialog: HTMLDialogElement) => Child} content
 */
export function openDialog(title, content) {
  const heading = make("h2.rc-dialog__title", { id: "rc-dialog-title" }, title);
  const dialog = make("dialog.rc-dialog.md-typeset", { "aria-labelledby": heading.id });
  dialog.append(heading, make("div", content(dialog)));
  dialog.addEventListener("close", () => dialog.remove());
  // The event of one just closed is still to come, and two would share their ids.
  document.querySelector(".rc-dialog:not([open])")?.remove();
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {HTMLDialogElement} dialog */
export const closeButton = (dialog) => makeButton(words.close, () => dialog.close());

/**
 * A button that copies a field's text; where the browser refuses, the text is selected to copy.
 *
 * @param {HTMLTextAreaElement | HTMLInputElement} field
 * @param {string} label
 */
export function copyButton(field, label) {
  const status = make("p.rc-dialog__status", { role: "status" });
  const button = makeButton(label, async () => {
    const done = await copyText(field.value);
    if (!done) field.select();
    status.textContent = done ? words.copied : words.notCopied;
  }, "rc-button--primary");
  return { button, status };
}
