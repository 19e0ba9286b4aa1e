import { day } from "../shared/dates.js";
import { field, make, makeButton } from "../shared/dom.js";
import { isSaved, MAX_NOTE, savedPages, savePage } from "../shared/saved_pages.js";
import { pageToolsWords as words } from "../shared/strings/index.js";
import { closeButton, copyButton, openDialog } from "./dialog.js";
import { citation, isMail, mailAddress, reportText } from "./texts.js";
import { addressOf, page, subjectOf } from "./this_page.js";

/** @import { Subject } from "./this_page.js" */

/** Does what a control with `data-tool` is for. @param {HTMLElement} control */
export function openTool(control) {
  const subject = subjectOf(control);
  switch (control.dataset.tool) {
    case "save":
      return toggleStar(subject);
    case "note":
      return note(subject);
    case "cite":
      return cite();
    case "report":
      return report(subject);
    case "question":
      return question(subject);
  }
}

/** What is saved of this page, at its head. */
export function showSaved() {
  const saved = savedPages()[page.path];
  const star = document.querySelector(".rc-star");
  star?.setAttribute("aria-pressed", String(saved?.star ?? false));
  document.querySelector(".rc-own-note")?.remove();
  if (!saved?.note) return;
  const box = make("aside.rc-own-note", { "aria-label": words.yourNote });
  box.append(make("strong", words.yourNote), make("p", saved.note));
  document.querySelector("article h1")?.after(box);
}

/** @param {Subject} subject */
function toggleStar({ path, title }) {
  const star = !savedPages()[path]?.star;
  savePage(path, { title, star });
  showSaved();
  say(star ? words.saved : words.unsaved, star);
  return star;
}

/** Below the page's buttons, where it moves nothing. @param {string} text @param {boolean} link */
function say(text, link) {
  let status = document.querySelector(".rc-tools__status");
  if (!status) {
    status = make("p.rc-tools__status", { role: "status" });
    document.querySelector(".rc-tools")?.append(status);
  }
  status.replaceChildren(text, " ");
  if (link) status.append(make("a", { href: addressOf("practice/data/") }, words.toList));
}

/** @param {Subject} subject */
function note({ path, title }) {
  openDialog(words.note, (dialog) => {
    const text = make("textarea", { id: "rc-note-text", rows: 6, maxLength: MAX_NOTE });
    text.value = savedPages()[path]?.note ?? "";
    const keep = () => {
      savePage(path, { title, note: text.value.trim() });
      showSaved();
      say(text.value.trim() ? words.noteSaved : words.noteRemoved, true);
      dialog.close();
    };
    return [
      field(words.noteLabel, text),
      make("p.rc-dialog__help", words.noteHelp),
      make("div.rc-actions", makeButton(words.saveNote, keep, "rc-button--primary"), close(dialog)),
    ];
  });
}

function cite() {
  const { title, site, asOf, address } = page;
  const text = citation({ title, site, asOf, address, today: day(new Date()) });
  openDialog(words.cite, (dialog) => copied(dialog, words.citation, words.copyCitation, text, 4));
}

/** @param {Subject} subject */
function report({ title, path, id }) {
  const passage = id ? "" : String(getSelection() ?? "");
  const text = reportText({ title, address: addressOf(path), id, asOf: page.asOf, passage });
  openDialog(words.report, (dialog) => [
    make("p.rc-dialog__help", page.contact ? words.reportHelp : words.reportHelpNoContact),
    copied(dialog, words.reportLabel, words.copyReport, text, 10, contactLink(title)),
  ]);
}

/** @param {string} title */
const contactLink = (title) => (/** @type {HTMLTextAreaElement} */ text) => {
  const { contact, site } = page;
  if (!contact) return null;
  if (!isMail(contact)) return make("a", { href: contact, rel: "noopener" }, words.toTracker);
  const link = make("a", words.toMail);
  const update = () => link.href = mailAddress(contact, words.subject({ site, title }), text.value);
  text.addEventListener("input", update);
  update();
  return link;
};

/** @param {Subject} subject */
function question(subject) {
  openDialog(subject.title || words.question, (dialog) => {
    const saved = savedPages()[subject.path];
    const star = makeButton(words.saveQuestion, () => {
      star.setAttribute("aria-pressed", String(toggleStar(subject)));
    });
    star.setAttribute("aria-pressed", String(saved !== undefined && isSaved(saved)));
    const more = [star, makeButton(words.report, () => (dialog.close(), report(subject)))];
    const link = make("input", { id: "rc-tool-text", readOnly: true, type: "text" });
    link.value = addressOf(subject.path);
    const { button, status } = copyButton(link, words.copyLink);
    return [
      field(words.linkLabel, link),
      make("div.rc-actions", button, more, close(dialog)),
      status,
    ];
  });
}

/**
 * A text to change and copy.
 *
 * @param {HTMLDialogElement} dialog @param {string} label @param {string} copy
 * @param {string} value
 * @param {number} rows
 * @param {(text: HTMLTextAreaElement) => Node | null} [more] Beside the button.
 */
function copied(dialog, label, copy, value, rows, more) {
  const text = make("textarea", { id: "rc-tool-text", rows });
  text.value = value;
  const { button, status } = copyButton(text, copy);
  return [
    field(label, text),
    make("div.rc-actions", button, more?.(text), close(dialog)),
    status,
  ];
}

const close = closeButton;
