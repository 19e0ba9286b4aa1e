import { make, makeButton } from "../shared/dom.js";
import { keepNewer, readSavedValues } from "../shared/store/sync_values.js";
import { FileRefused, MAX_BYTES, readFile, writeFile } from "../shared/store/progress_file.js";
import { words } from "../shared/strings/files/index.js";

/** @import { Environment } from "../shared/types.js" */

/**
 * @typedef {object} FilesHost
 * @property {Environment} tools
 * @property {(text: string) => void} announce
 * @property {() => void} changed
 */

/** Takes the learner's progress out as a file, and in again. */
export class ProgressFiles {
  #host;
  #message = make("p.rc-files__message", { hidden: true });
  #input = make("input.rc-import-input", { hidden: true });

  /** @param {FilesHost} host */
  constructor(host) {
    this.#host = host;
    this.#input.type = "file";
    this.#input.accept = ".json,application/json";
    this.#input.addEventListener("change", () => this.#import());
    const save = makeButton(words.exportFile, () => this.#export(), "rc-export");
    const load = makeButton(words.importFile, () => this.#input.click(), "rc-import");
    this.node = make(
      "details.rc-files",
      make("summary", words.progressFile),
      make("p", words.progressNote),
      make("div.rc-files__buttons", save, load, this.#input),
      this.#message,
    );
  }

  async #export() {
    const { store, now } = this.#host.tools;
    const attempts = await store.all();
    const file = writeFile(attempts, now(), await readSavedValues(store));
    download(words.fileName(now().toISOString().slice(0, 10)), file);
    this.#say(words.exported(attempts.length), "done");
  }

  async #import() {
    const file = this.#input.files?.[0];
    if (!file) return;
    try {
      const { attempts, ...more } = readFile(await textOf(file));
      const { added, known } = await this.#host.tools.store.merge(attempts);
      const { aim, exam } = await keepNewer(this.#host.tools.store, more);
      this.#host.changed();
      this.#say(
        `${words.imported(added, known)} ${words.aims[aim]} ${words.exams[exam]}`.trim(),
        "done",
      );
    } catch (refusal) {
      if (!(refusal instanceof FileRefused)) throw refusal;
      this.#say(refusal.message, "refused");
    }
    this.#input.value = "";
  }

  /** @param {string} text @param {"done" | "refused"} outcome */
  #say(text, outcome) {
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

/** @param {string} name @param {string} text */
function download(name, text) {
  const link = make("a", {
    href: URL.createObjectURL(new Blob([text], { type: "application/json" })),
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
