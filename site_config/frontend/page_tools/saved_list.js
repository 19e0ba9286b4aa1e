import { listOf, make, makeButton } from "../shared/dom.js";
import { isSaved, savedPages, savePage } from "../shared/saved_pages.js";
import { pageToolsWords as words } from "../shared/strings/index.js";
import { addressOf } from "./this_page.js";

/**
 * Lists what is saved on this device, newest first, each with a button.
 *
 * @param {HTMLElement} node
 */
export function listSaved(node) {
  const saved = Object.entries(savedPages()).filter(([, page]) => isSaved(page))
    .sort(([, one], [, other]) => (one.at < other.at ? 1 : -1));
  const rows = saved.map(([path, { title, note }]) => [
    make("a", { href: addressOf(path) }, title || path),
    note && make("p", note),
    makeButton(words.forget, () => {
      savePage(path, { star: false, note: "" });
      listSaved(node);
      (node.querySelector("button") ?? node.querySelector("h2"))?.focus();
    }, "rc-forget"),
  ]);
  node.querySelectorAll("button").forEach((button) => button.remove());
  node.replaceChildren(
    make("h2", { tabIndex: -1 }, words.savedHere),
    saved.length ? listOf("ul.rc-saved__list", rows) : make("p", words.nothingSaved),
  );
  for (const button of node.querySelectorAll("button")) {
    const title = button.closest("li")?.querySelector("a")?.textContent ?? "";
    button.setAttribute("aria-label", words.forgetPage({ title }));
  }
}
