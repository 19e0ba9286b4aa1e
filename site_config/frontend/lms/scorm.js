/** @import { Progress, ReportedAnswer, Runtime, Trouble } from "./types.d.ts" */

/** @typedef {"Initialize" | "Terminate" | "GetValue" | "SetValue" | "Commit"} Call */
/** @typedef {[name: string, value: string][]} Values */

/**
 * What differs between the editions of SCORM.
 *
 * @typedef {object} Edition
 * @property {"scorm12" | "scorm2004"} name
 * @property {Record<Call, string>} calls
 * @property {number} capacity How many characters of state it stores.
 * @property {{mark: string, mode: string, status: string, time: string, exit: string}} elements
 * @property {number} markScale The pass mark that stands for 100 %.
 * @property {(seconds: number) => string} duration
 * @property {(progress: Progress) => Values} progressValues
 * @property {(answer: ReportedAnswer, number: number) => Values} interaction
 */

const SUSPEND_DATA = "cmi.suspend_data";

/**
 * What the record rests on. The rest, interactions included, an LMS need not store (SCORM 1.2,
 * 3.4.2).
 */
const REQUIRED =
  /(lesson_status|completion_status|success_status|score\.raw|score\.scaled|suspend_data)$/;

/**
 * @param {any} api
 * @param {Edition} edition
 * @param {() => number} now In seconds.
 * @returns {Runtime | null} Null if the LMS does not open a session.
 */
export function openScorm(api, edition, now) {
  const { name, capacity, elements, markScale, duration, progressValues, interaction } = edition;
  const session = new ScormSession(api, edition.calls);
  if (!session.open()) return null;
  const started = now();
  const mark = session.get(elements.mark);
  const records = !["browse", "review"].includes(session.get(elements.mode));
  const save = (/** @type {Values} */ values, /** @type {string} */ state) =>
    session.set([...values, [SUSPEND_DATA, state]]);
  let count = Number(session.get("cmi.interactions._count")) || 0;
  if (records && ["", "unknown", "not attempted"].includes(session.get(elements.status))) {
    session.set([[elements.status, "incomplete"]]);
  }
  return {
    name,
    records,
    mark: mark === "" || Number.isNaN(Number(mark)) ? null : Number(mark) / markScale,
    capacity,
    state: session.get(SUSPEND_DATA),
    answered: (answer, progress, state) =>
      save([...interaction(answer, count++), ...progressValues(progress)], state),
    save: (state) => save([], state),
    leave: () => {
      const time = duration(now() - started);
      const end = /** @type {Values} */ ([[elements.time, time], [elements.exit, "suspend"]]);
      return Promise.resolve(session.close(records ? end : []));
    },
    onTrouble: (listener) => session.onTrouble(listener),
  };
}

/**
 * `key.0.suffix`, `key.1.suffix` …
 *
 * @param {string} key
 * @param {string} suffix
 * @param {string[]} values
 * @returns {Values}
 */
export const numbered = (key, suffix, values) =>
  values.map((value, index) => [`${key}.${index}.${suffix}`, value]);

/** One session with an LMS; a refusal is reported to the listeners and never thrown. */
class ScormSession {
  #api;
  #calls;
  #closed = false;
  /** @type {((trouble: Trouble | null) => void)[]} */ #listeners = [];

  /** @param {any} api @param {Record<Call, string>} calls */
  constructor(api, calls) {
    this.#api = api;
    this.#calls = calls;
  }

  open() {
    return this.#call("Initialize", "") === "true";
  }

  /** @param {string} name */
  get(name) {
    return this.#call("GetValue", name);
  }

  /** @param {Values} values */
  set(values) {
    if (this.#closed) return this.#report("gone");
    const refused = values.filter(([name, value]) =>
      this.#call("SetValue", name, value) !== "true"
    );
    const committed = this.#call("Commit", "") === "true";
    const failed = !committed || refused.some(([name]) => REQUIRED.test(name));
    this.#report(failed ? "refused" : null);
  }

  /** @param {Values} values */
  close(values) {
    if (this.#closed) return;
    this.set(values);
    this.#call("Terminate", "");
    this.#closed = true;
  }

  /** @param {(trouble: Trouble | null) => void} listener */
  onTrouble(listener) {
    this.#listeners.push(listener);
  }

  /** @param {Trouble | null} trouble */
  #report(trouble) {
    this.#listeners.forEach((listener) => listener(trouble));
  }

  /** @param {Call} call @param {...string} values @returns {string} */
  #call(call, ...values) {
    try {
      return String(this.#api[this.#calls[call]](...values) ?? "");
    } catch {
      return ""; // An LMS that fails is one that refuses.
    }
  }
}
