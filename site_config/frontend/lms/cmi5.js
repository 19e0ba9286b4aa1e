import { openTextStorage } from "../shared/store/text_storage.js";
import { fetchToken, readLaunchData } from "./launch.js";
import { Lrs } from "./lrs.js";
import { StatementQueue } from "./statement_queue.js";
import { Registration, STATE_ID } from "./registration.js";
import { Statements } from "./statements.js";

/** @import { Launch, LaunchData } from "./launch.js" */
/** @import { PackageInfo, Progress, ReportedAnswer, Runtime } from "./types.js" */
/** @import { Trouble } from "./types.js" */

/**
 * @typedef {object} Outside
 * @property {typeof globalThis.fetch} fetch
 * @property {() => Storage} reach May throw.
 * @property {() => Date} now
 * @property {() => string} newUuid
 * @property {(act: () => void, seconds: number) => void} later
 * @property {number | null} mark The package's own pass mark, from 0 to 1.
 * @property {PackageInfo} given
 */

/**
 * A cmi5 session (cmi5 1.0, "Quartz"): fetches the credential and what was kept, and says that it began.
 *
 * @param {Launch} launch
 * @param {Outside} outside
 * @returns {Promise<Runtime & {flush: () => void}>}
 */
export async function openCmi5(launch, outside) {
  const lrs = new Lrs(launch, await fetchToken(launch, outside.fetch), outside.fetch);
  const data = readLaunchData(await lrs.state("LMS.LaunchData"));
  await lrs.preferences().catch(() => null);
  const kept = await lrs.state(STATE_ID);
  return new Cmi5(launch, outside, lrs, data, kept).begin();
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
   * @param {Outside} outside
   * @param {Lrs} lrs
   * @param {LaunchData} data
   * @param {any} kept
   */
  constructor(launch, outside, lrs, data, kept) {
    const told = (/** @type {Trouble | null} */ trouble) =>
      this.#listeners.forEach((listener) => listener(trouble));
    const key = `rightcode.cmi5/${launch.registration}/${launch.activityId}`;
    this.#now = () => outside.now().getTime() / 1000;
    this.#started = this.#now();
    const box = openTextStorage(outside.reach, () => {});
    this.#registration = new Registration(kept, {
      lrs,
      box,
      key: `${key}/state`,
      now: outside.now,
    });
    this.state = this.#registration.answers;
    this.records = data.launchMode === "Normal";
    this.mark = data.masteryScore;
    this.#mark = data.masteryScore ?? outside.mark;
    this.back = data.returnURL;
    this.#statements = new Statements(launch, data, {
      given: outside.given,
      began: this.#registration.began,
      newId: outside.newUuid,
      now: outside.now,
    });
    const { later } = outside;
    this.#queue = new StatementQueue({
      box,
      key,
      send: (statements, last) => lrs.send(statements, last),
      put: (statement) => lrs.put(statement),
      later,
      told,
    });
  }

  begin() {
    this.#queue.add(this.#statements.initialized());
    return this;
  }

  /** @param {ReportedAnswer} told @param {Progress} standing @param {string} state */
  answered(told, standing, state) {
    const said = [this.#statements.answered(told), ...this.records ? this.#outcome(standing) : []];
    this.#queue.add(...said);
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
    const failed = this.#failing ? [this.#judged(this.#failing)] : [];
    await Promise.all([
      state,
      this.#queue.leave(...failed, this.#statements.terminated(this.#seconds)),
    ]);
  }

  /** @param {(trouble: Trouble | null) => void} listener */
  onTrouble(listener) {
    this.#listeners.push(listener);
  }

  get #seconds() {
    return this.#now() - this.#started;
  }

  /**
   * Completed and passed once a registration; failed once a session and never after passed, so that it is said when
   * nothing can mend it any more: after the last try, or on leaving.
   *
   * @param {Progress} standing
   */
  #outcome(standing) {
    const said = [];
    if (standing.complete && !this.#registration.completed) {
      said.push(this.#statements.completed(this.#seconds));
      this.#registration.completed = true;
    }
    if (standing.passed === null || this.#registration.passed || this.#hasFailed) return said;
    this.#failing = standing.passed ? null : standing;
    if (!standing.passed && !standing.final) return said;
    this.#registration.passed = standing.passed;
    this.#hasFailed = !standing.passed;
    return [...said, this.#judged(standing)];
  }

  /** @param {Progress} standing */
  #judged(standing) {
    this.#failing = null;
    return this.#statements.judged(standing, this.#mark ?? 0, this.#seconds);
  }
}
