import { make, makeButton } from "../shared/dom.js";
import { saveAs } from "../shared/save_file.js";
import {
  FileRefused,
  MAX_BYTES,
  readFile,
  readSavedValues,
  takeNewer,
  writeFile,
} from "../shared/store/progress_file.js";
import { filesWords as words } from "../shared/strings/index.js";

/** @import { Environment } from "../shared/types.d.ts" */

/**
 * @typedef {object} FilesHost
 * @property {Environment} env
 * @property {(text: string) => void} announce
 * @property {() => void} onImport
 */

/** Exports the learner's progress as a file, and imports one. */
export class ProgressFiles {
  #host;
  #message = make("p.rc-files__message", { hidden: true });
  #input = make("input.rc-import-input", {
    type: "file",
    accept: ".json,application/json",
    hidden: true,
  });

  /** @param {FilesHost} host */
  constructor(host) {
    this.#host = host;
    this.#input.addEventListener("change", () => this.#import());
    this.node = make(
      "details.rc-files",
      make("summary", words.progressFile),
      make("p", words.progressNote),
      make(
        "div.rc-files__buttons",
        makeButton(words.exportFile, () => this.#export(), "rc-export"),
        makeButton(words.importFile, () => this.#input.click(), "rc-import"),
        this.#input,
      ),
      this.#message,
    );
  }

  async #export() {
    const { store, now } = this.#host.env;
    const attempts = await store.all();
    const file = writeFile(attempts, now(), await readSavedValues(store));
    saveAs(words.fileName({ day: now().toISOString().slice(0, 10) }), file, "application/json");
    this.#show(words.exported({ count: attempts.length }), "done");
  }

  async #import() {
    const file = this.#input.files?.[0];
    if (!file) return;
    const { store } = this.#host.env;
    try {
      const { attempts, ...values } = readFile(await textOf(file));
      const { added, known } = await store.merge(attempts);
      const { aim, exam, saved, goal } = await takeNewer(store, values);
      this.#host.onImport();
      const texts = [
        words.imported({ added, known }),
        words.aims[aim],
        words.goals[goal],
        words.exams[exam],
        words.savedTaken({ count: saved }),
      ];
      this.#show(texts.filter(Boolean).join(" "), "done");
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      this.#show(error.message, "refused");
    }
    this.#input.value = "";
  }

  /** @param {string} text @param {"done" | "refused"} outcome */
  #show(text, outcome) {
    this.#message.textContent = text;
    this.#message.dataset.outcome = outcome;
    this.#message.hidden = false;
    this.#host.announce(text);
  }
}

/** @param {File} file */
async function textOf(file) {
  if (file.size > MAX_BYTES) throw new FileRefused(words.refused.tooBig);
  return await file.text().catch(() => {
    throw new FileRefused(words.refused.unreadable);
  });
}
