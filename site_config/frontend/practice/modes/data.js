import { day } from "../../shared/dates.js";
import { confirmButton } from "../../shared/confirm_button.js";
import { make } from "../../shared/dom.js";
import { forgetClinic } from "../../shared/clinic_store.js";
import { lazyLoad, loadScript } from "../../shared/lazy_load.js";
import { forgetPayer } from "../../shared/my_payer.js";
import { forgetSaved } from "../../shared/saved_pages.js";
import { forgetSetUp } from "../../shared/set_up_store.js";
import { dataWords as words } from "../../shared/strings/index.js";

/** @import { Screen } from "../types.d.ts" */

/** Shows the stored progress; exports, imports or deletes it. @param {Screen} screen */
export async function progressData(screen) {
  const summary = make("div.rc-kept");
  const saved = make("div.rc-saved");
  const update = async () => {
    await showSummary(screen, summary);
    showSaved(saved);
  };
  const { env, announce } = screen;
  /** @type {typeof import("../../quiz/progress_files.js").ProgressFiles} */
  const Files = await lazyLoad("progress-files.js", "rightcodeProgressFiles");
  const files = new Files({ env, announce, onImport: update });
  files.node.open = true;
  screen.show(
    summary,
    saved,
    make("h2", words.take),
    make("p", words.takeNote),
    files.node,
    make("h2", words.remove),
    make("p", words.removeNote),
    removal(screen, update),
  );
  screen.store.onChange(update);
  await loadScript("page-tools.js").catch(() => {});
  await update();
}

/** By a script of its own, which knows how. @param {Element} node */
const showSaved = (node) => /** @type {any} */ (globalThis).rightcodeSaved?.(node);

/** @param {Screen} screen @param {Element} node */
async function showSummary({ store }, node) {
  const attempts = await store.all();
  const dayOf = (/** @type {number} */ index) => day(attempts.at(index)?.at ?? "");
  node.replaceChildren(make("p.rc-due", words.kept({ count: attempts.length })));
  if (attempts.length) node.append(make("p", words.span({ from: dayOf(0), to: dayOf(-1) })));
}

/** Databases of results for a class's store, which name the learner. */
const QUEUES = ["rightcode-statements", "rightcode-leases"];

/** @param {Screen} screen @param {() => Promise<void>} update */
function removal({ store, announce }, update) {
  const button = confirmButton("div.rc-removal", {
    first: [words.deleteAll, "rc-delete"],
    confirm: [words.yesDelete, "rc-button--danger rc-delete-now"],
    cancel: words.keep,
    question: async () => words.reallyDelete({ count: (await store.all()).length }),
    isDangerous: true,
    act: async () => {
      await store.deleteAll();
      forgetPayer();
      forgetClinic();
      forgetSaved();
      forgetSetUp();
      for (const name of QUEUES) indexedDB.deleteDatabase(name);
      await update();
      announce(words.deleted);
    },
  });
  return button.node;
}
