/** @import { Progress, ReportedAnswer, Runtime, TroubleListener } from "./types.d.ts" */

/** @typedef {"Initialize" | "Terminate" | "GetValue" | "SetValue" | "Commit"} Call */
/** @typedef {[name: string, value: string][]} Values */

/**
 * What differs between the editions of SCORM.
 *
 * @typedef {object} Edition
 * @property {"scorm12" | "scorm2004"} name
 * @property {Record<Call, string>} [calls] Where they have other names than in SCORM 2004.
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
 * A session with an LMS; a refusal is reported to the listeners and never thrown.
 *
 * @param {any} api
 * @param {Edition} edition
 * @param {() => number} now In seconds.
 * @returns {Runtime | null} Null if the LMS does not open a session.
 */
export function openScorm(api, edition, now) {
  const { name, capacity, elements, markScale, duration, progressValues, interaction } = edition;
  const call = callerOf(api, edition);
  if (call("Initialize", "") !== "true") return null;
  const started = now();
  const mark = call("GetValue", elements.mark);
  const share = mark.trim() === "" ? NaN : Number(mark) / markScale;
  const records = !["browse", "review"].includes(call("GetValue", elements.mode));
  /** @type {TroubleListener[]} */ const listeners = [];
  let closed = false;
  const save = (/** @type {Values} */ values) => {
    const trouble = closed ? "gone" : stored(call, values) ? null : "refused";
    listeners.forEach((listener) => listener(trouble));
  };
  let count = Number(call("GetValue", "cmi.interactions._count")) || 0;
  if (records && ["", "unknown", "not attempted"].includes(call("GetValue", elements.status))) {
    save([[elements.status, "incomplete"]]);
  }
  return {
    name,
    records,
    mark: share >= 0 && share <= 1 ? share : null,
    capacity,
    state: call("GetValue", SUSPEND_DATA),
    answered: (answer, progress, state) =>
      save([...interaction(answer, count++), ...progressValues(progress), [SUSPEND_DATA, state]]),
    save: (state) => save([[SUSPEND_DATA, state]]),
    leave() {
      if (!closed) {
        const time = duration(now() - started);
        save(records ? [[elements.time, time], [elements.exit, "suspend"]] : []);
        call("Terminate", "");
        closed = true;
      }
      return Promise.resolve();
    },
    onTrouble: (listener) => void listeners.push(listener),
  };
}

/** @param {any} api @param {Edition} edition */
const callerOf =
  (api, { calls }) => (/** @type {Call} */ call, /** @type {string[]} */ ...values) => {
    try {
      return String(api[calls?.[call] ?? call](...values) ?? "");
    } catch {
      return ""; // An LMS that fails is one that refuses.
    }
  };

/** @param {ReturnType<typeof callerOf>} call @param {Values} values */
function stored(call, values) {
  const refused = values.filter(([name, value]) => call("SetValue", name, value) !== "true");
  const committed = call("Commit", "") === "true";
  return committed && !refused.some(([name]) => REQUIRED.test(name));
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
