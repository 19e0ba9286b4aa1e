/** Files of any origin to submissions, keys and refusals. */
import { MAX_BYTES } from "../../shared/result_limits.js";
import { isKeys, readKeys } from "./answer_keys.js";
import { parse, readResult, ResultRefused, SEALED } from "./result_file.js";
import { isClassKey, openSealed, readClassKey } from "./encryption.js";

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
    const text = await textOf(file);
    const value = parse(text);
    if (isClassKey(value)) return void this.#keys.push(readClassKey(value));
    if (isKeys(value)) {
      return readKeys(value).forEach((marking) => this.markings.set(marking.id, marking));
    }
    if (value.format === SEALED) return void this.#waiting.push({ source: file.name, value });
    this.#take(file.name, value, false);
  }

  async #unseal() {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const one of waiting) {
      await this.#guard(one.source, async () => {
        try {
          this.#take(one.source, parse(await openSealed(one.value, this.#keys)), true);
        } catch (refusal) {
          if (!(refusal instanceof ResultRefused) || refusal.reason !== "noKey") throw refusal;
          this.#waiting.push(one);
        }
      });
    }
  }

  /**
   * A file that is opened a second time is no second result.
   *
   * @param {string} source
   * @param {Record<string, any>} value
   * @param {boolean} sealed
   */
  #take(source, value, sealed) {
    const result = readResult(value), digest = JSON.stringify(result);
    const known = this.submissions.some((one) => one.source === source && one.digest === digest);
    if (!known) this.submissions.push({ source, result, digest, sealed });
  }

  /** @param {string} source @param {() => Promise<unknown>} act */
  async #guard(source, act) {
    try {
      await act();
    } catch (refusal) {
      if (!(refusal instanceof ResultRefused)) throw refusal;
      this.problems.push({ source, reason: refusal.reason, about: refusal.about });
    }
  }
}

/** @param {File} file */
async function textOf(file) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new ResultRefused("notText");
  }
}
