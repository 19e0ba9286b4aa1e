import { make, makeButton } from "../../shared/dom.js";
import { ProgressFiles } from "../../quiz/progress_files.js";
import { words } from "../../shared/strings/data/index.js";

/** @import { Screen } from "../screen.js" */

/**
 * Shows the stored progress; exports, imports or deletes it.
 *
 * @param {Screen} screen
 * @returns {Promise<void>}
 */
export async function progressData(screen) {
  const summary = make("div.rc-kept");
  const update = () => showSummary(screen, summary);
  const files = new ProgressFiles({
    env: screen.env,
    announce: screen.announce,
    onImport: update,
  });
  files.node.open = true;
  screen.show(
    summary,
    make("h2", words.take),
    make("p", words.takeNote),
    files.node,
    make("h2", words.remove),
    make("p", words.removeNote),
    removal(screen, update),
  );
  screen.store.onChange(update);
  await update();
}

/** @param {Screen} screen @param {Element} node */
async function showSummary({ store }, node) {
  const attempts = await store.all();
  const lines = [make("p.rc-due", words.kept(attempts.length))];
  const [first, last] = [attempts[0], attempts.at(-1)];
  if (first && last) {
    lines.push(
      make("p", words.span(words.onDay(new Date(first.at)), words.onDay(new Date(last.at)))),
    );
  }
  node.replaceChildren(...lines);
}

/** Deletes in two steps. @param {Screen} screen @param {() => Promise<void>} update */
function removal({ store, announce }, update) {
  const question = make("p");
  const first = makeButton(words.deleteAll, () => ask(), "rc-delete");
  const second = makeButton(words.yesDelete, () => remove(), "rc-button--danger rc-delete-now");
  const cancel = makeButton(words.keep, () => close(first), "rc-keep");
  const asked = make(
    "div.rc-really",
    { hidden: true, role: "group" },
    question,
    second,
    " ",
    cancel,
  );
  async function ask() {
    question.textContent = words.reallyDelete((await store.all()).length);
    asked.setAttribute("aria-label", question.textContent);
    asked.hidden = false;
    first.hidden = true;
    cancel.focus();
    announce(question.textContent);
  }
  /** @param {HTMLElement} focused */
  function close(focused) {
    asked.hidden = true;
    first.hidden = false;
    focused.focus();
  }
  async function remove() {
    await store.deleteAll();
    close(first);
    await update();
    announce(words.deleted);
  }
  return make("div.rc-removal", first, asked);
}
