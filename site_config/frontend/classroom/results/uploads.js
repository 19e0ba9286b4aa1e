/** Files of any origin to submissions, keys and refusals. */
import { MAX_BYTES } from "../../shared/result_limits.js";
import { isKeys, readKeys } from "./answer_keys.js";
import { ResultRefused } from "./refusal.js";
import { parse, refusalOf, textOf } from "./result_file.js";
import { isClassKey } from "../format/class_key.js";
import { readClassKey } from "./encryption.js";
import { readSubmission } from "./submission.js";

/** @import { ClassKey, Marking } from "../../shared/schema_types.d.ts" */
/** @import { Submission } from "./types.d.ts" */

/** What was opened so far. Sealed files wait here for their key. */
export class Uploads {
  /** @type {Submission[]} */ submissions = [];
  /** @type {Map<string, Marking>} */ markings = new Map();
  /** @type {{source: string, reason: string, about: string}[]} */ problems = [];
  /** @type {ClassKey[]} */ #keys = [];
  /** @type {{source: string, value: Record<string, any>}[]} */ #waiting = [];

  /** How many sealed files no key has opened yet. */
  get waiting() {
    return this.#waiting.length;
  }

  get hasKey() {
    return this.#keys.length > 0;
  }

  /** Reads all of them; one that is damaged harms no other. @param {Iterable<File>} files */
  async open(files) {
    for (const file of files) await this.#guard(file.name, () => this.#openOne(file));
    await this.#unseal();
  }

  /** @param {File} file */
  async #openOne(file) {
    if (file.size > MAX_BYTES) throw new ResultRefused("tooBig");
    const value = parse(textOf(await file.arrayBuffer()));
    if (isClassKey(value)) return void this.#keys.push(await readClassKey(value));
    if (isKeys(value)) {
      return readKeys(value).forEach((marking) => this.markings.set(marking.id, marking));
    }
    await this.#take(file.name, value);
  }

  async #unseal() {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { source, value } of waiting) {
      await this.#guard(source, () => this.#take(source, value));
    }
  }

  /**
   * A file that is opened a second time is no second result; a sealed one may have to wait.
   *
   * @param {string} source
   * @param {Record<string, any>} value
   */
  async #take(source, value) {
    try {
      const made = await readSubmission(source, value, this.#keys);
      const known = this.submissions.some((one) =>
        one.source === source && JSON.stringify(one.result) === JSON.stringify(made.result)
      );
      if (!known) this.submissions.push(made);
    } catch (refusal) {
      if (!(refusal instanceof ResultRefused) || refusal.reason !== "noKey") throw refusal;
      this.#waiting.push({ source, value });
    }
  }

  /** @param {string} source @param {() => Promise<unknown>} act */
  async #guard(source, act) {
    try {
      await act();
    } catch (problem) {
      const { reason, about } = refusalOf(problem);
      this.problems.push({ source, reason, about });
    }
  }
}
