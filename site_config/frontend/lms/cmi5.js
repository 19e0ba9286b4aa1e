import { openTextStorage } from "../shared/store/text_storage.js";
import { fetchToken, readLaunchData } from "./launch.js";
import { Lrs } from "./lrs.js";
import { Registration, STATE_ID } from "./registration.js";
import { StatementQueue } from "./statement_queue.js";
import { Statements } from "./statements.js";

/** @import { Launch, LaunchData } from "./launch.js" */
/** @import { PackageInfo, Progress, ReportedAnswer, Runtime, Trouble } from "./types.d.ts" */

/**
 * @typedef {object} Cmi5Options
 * @property {typeof globalThis.fetch} fetch
 * @property {() => Storage} reach May throw.
 * @property {() => Date} now
 * @property {() => string} newUuid
 * @property {(act: () => void, seconds: number) => void} later
 * @property {number | null} mark The package's own pass mark, from 0 to 1.
 * @property {PackageInfo} given
 */

/**
 * A cmi5 session (cmi5 1.0, "Quartz"): fetches the credential and the saved state, and reports that
 * it began.
 *
 * @param {Launch} launch
 * @param {Cmi5Options} options
 * @returns {Promise<Runtime & {flush: () => void}>}
 */
export async function openCmi5(launch, options) {
  const lrs = new Lrs(launch, await fetchToken(launch, options.fetch), options.fetch);
  const data = readLaunchData(await lrs.state("LMS.LaunchData"));
  await lrs.preferences().catch(() => null);
  const saved = await lrs.state(STATE_ID);
  return new Cmi5(launch, options, lrs, data, saved).begin();
}

/** @implements {Runtime} */
class Cmi5 {
  /** @type {"cmi5"} */ name = "cmi5";
  capacity = 100_000;
  #queue;
  #statements;
  #started;
  #now;
  #registration;
  #mark;
  /** @type {Progress | null} */ #failing = null;
  #hasFailed = false;
  #left = false;
  /** @type {((trouble: Trouble | null) => void)[]} */ #listeners = [];

  /**
   * @param {Launch} launch
   * @param {Cmi5Options} options
   * @param {Lrs} lrs
   * @param {LaunchData} data
   * @param {any} saved
   */
  constructor(launch, { reach, now, newUuid, later, mark, given }, lrs, data, saved) {
    const key = `rightcode.cmi5/${launch.registration}/${launch.activityId}`;
    const storage = openTextStorage(reach, () => {});
    this.#now = () => now().getTime() / 1000;
    this.#started = this.#now();
    this.#registration = new Registration(saved, { lrs, storage, key: `${key}/state`, now });
    this.state = this.#registration.answers;
    this.records = data.launchMode === "Normal";
    this.mark = data.masteryScore;
    this.#mark = data.masteryScore ?? mark;
    this.back = data.returnURL;
    const { began } = this.#registration;
    this.#statements = new Statements(launch, data, { given, began, newId: newUuid, now });
    this.#queue = new StatementQueue({
      storage,
      key,
      send: (statements, last) => lrs.send(statements, last),
      put: (statement) => lrs.put(statement),
      later,
      report: (trouble) => this.#listeners.forEach((listener) => listener(trouble)),
    });
  }

  begin() {
    this.#queue.add(this.#statements.initialized());
    return this;
  }

  /** @param {ReportedAnswer} answer @param {Progress} progress @param {string} state */
  answered(answer, progress, state) {
    const outcome = this.records ? this.#outcome(progress) : [];
    this.#queue.add(this.#statements.answered(answer), ...outcome);
    this.save(state);
  }

  /** @param {string} answers */
  save(answers) {
    this.#registration.update(answers);
  }

  flush() {
    this.#queue.flush();
    this.#registration.save();
  }

  async leave() {
    if (this.#left) return;
    this.#left = true;
    const state = this.#registration.save(true);
    const failed = this.#failing ? [this.#scored(this.#failing)] : [];
    const terminated = this.#statements.terminated(this.#seconds);
    await Promise.all([state, this.#queue.leave(...failed, terminated)]);
  }

  /** @param {(trouble: Trouble | null) => void} listener */
  onTrouble(listener) {
    this.#listeners.push(listener);
  }

  get #seconds() {
    return this.#now() - this.#started;
  }

  /**
   * Completed and passed once per registration; failed once per session and never after passed, so
   * only when no answer can change it: after the last try, or on leaving.
   *
   * @param {Progress} progress
   */
  #outcome(progress) {
    const statements = [];
    if (progress.complete && !this.#registration.completed) {
      statements.push(this.#statements.completed(this.#seconds));
      this.#registration.completed = true;
    }
    if (progress.passed === null || this.#registration.passed || this.#hasFailed) return statements;
    this.#failing = progress.passed ? null : progress;
    if (!progress.passed && !progress.final) return statements;
    this.#registration.passed = progress.passed;
    this.#hasFailed = !progress.passed;
    return [...statements, this.#scored(progress)];
  }

  /** @param {Progress} progress */
  #scored(progress) {
    this.#failing = null;
    return this.#statements.scored(progress, this.#mark ?? 0, this.#seconds);
  }
}
