import { exclusively } from "../shared/store/lease.js";
import { openTextStorage } from "../shared/store/text_storage.js";
import { fetchToken, readLaunchData } from "./launch.js";
import { openLrs } from "./lrs.js";
import { Registration, STATE_ID } from "./registration.js";
import { StatementQueue } from "./statement_queue.js";
import { Statements } from "./statements.js";

/** @import { Launch } from "./launch.js" */
/** @import { PackageInfo, Progress, Runtime, Trouble, TroubleListener } from "./types.d.ts" */

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
export async function openCmi5(launch, { fetch, reach, now, newUuid, later, mark, given }) {
  const lrs = openLrs(launch, await fetchToken(launch, fetch), fetch);
  const data = readLaunchData(await lrs.state("LMS.LaunchData"));
  await lrs.preferences().catch(() => null);
  const key = `rightcode.cmi5/${launch.registration}/${launch.activityId}`;
  let stored = true;
  const storage = openTextStorage(reach, () => (stored = false));
  const saved = await lrs.state(STATE_ID);
  const registration = new Registration(saved, { lrs, storage, key: `${key}/state`, now });
  const { began, answers: state } = registration;
  const statements = new Statements({ launch, data, given, began, newId: newUuid, now });
  /** @type {TroubleListener[]} */ const listeners = [];
  const { send, put } = lrs;
  const report = (/** @type {Trouble | null} */ trouble) =>
    listeners.forEach((listener) =>
      listener(trouble === "waiting" && !stored ? "unsaved" : trouble)
    );
  const queue = new StatementQueue({
    storage,
    key,
    send,
    put,
    later,
    report,
    alone: (act) => exclusively(key, act),
  });
  const outcomes = new Outcomes(registration, statements, data.masteryScore ?? mark ?? 0);
  queue.add(statements.initialized());
  const records = data.launchMode === "Normal";
  let left = false;
  return {
    name: "cmi5",
    capacity: 100_000,
    state,
    records,
    mark: data.masteryScore,
    back: data.returnURL,
    answered(answer, progress, newState) {
      const outcome = records ? outcomes.after(progress) : [];
      queue.add(statements.answered(answer), ...outcome);
      registration.update(newState);
    },
    save: (newState) => registration.update(newState),
    flush() {
      queue.flush();
      registration.save();
    },
    async leave() {
      if (left) return;
      left = true;
      const last = [...outcomes.onLeave(), statements.terminated()];
      await Promise.all([registration.save(true), queue.leave(...last)]);
    },
    onTrouble: (listener) => void listeners.push(listener),
  };
}

/**
 * Completed and passed once per registration; failed once per session and never after passed, so
 * only when no answer can change it: after the last try, or on leaving.
 */
class Outcomes {
  #registration;
  #statements;
  #mark;
  /** @type {Progress | null} */ #failing = null;
  #hasFailed = false;

  /** @param {Registration} registration @param {Statements} statements @param {number} mark */
  constructor(registration, statements, mark) {
    this.#registration = registration;
    this.#statements = statements;
    this.#mark = mark;
  }

  /** @param {Progress} progress */
  after(progress) {
    const registration = this.#registration;
    const statements = [];
    if (progress.complete && !registration.completed) {
      statements.push(this.#statements.completed());
      registration.completed = true;
    }
    if (progress.passed === null || registration.passed || this.#hasFailed) return statements;
    this.#failing = progress.passed ? null : progress;
    if (!progress.passed && !progress.final) return statements;
    registration.passed = progress.passed;
    this.#hasFailed = !progress.passed;
    return [...statements, ...this.#scored(progress)];
  }

  onLeave() {
    return this.#failing ? this.#scored(this.#failing) : [];
  }

  /** @param {Progress} progress */
  #scored(progress) {
    this.#failing = null;
    return [this.#statements.scored(progress, this.#mark)];
  }
}
