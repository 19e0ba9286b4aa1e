/** @import { Trouble } from "./types.js" */

/**
 * How the two editions of SCORM name the same calls.
 *
 * @typedef {"Initialize" | "Terminate" | "GetValue" | "SetValue" | "Commit" | "GetLastError"} Call
 */

/** @type {Record<"scorm12" | "scorm2004", Record<Call, string>>} */
const NAMES = {
  scorm12: {
    Initialize: "LMSInitialize",
    Terminate: "LMSFinish",
    GetValue: "LMSGetValue",
    SetValue: "LMSSetValue",
    Commit: "LMSCommit",
    GetLastError: "LMSGetLastError",
  },
  scorm2004: {
    Initialize: "Initialize",
    Terminate: "Terminate",
    GetValue: "GetValue",
    SetValue: "SetValue",
    Commit: "Commit",
    GetLastError: "GetLastError",
  },
};

/** What the record stands on. The rest, interactions among it, an LMS need not keep (SCORM 1.2, 3.4.2). */
const REQUIRED =
  /(lesson_status|completion_status|success_status|score\.raw|score\.scaled|suspend_data)$/;

/** One session with an LMS; what it refuses is told to the listener and never thrown. */
export class Scorm {
  #api;
  #names;
  #over = false;
  /** @type {((trouble: Trouble | null) => void)[]} */ #listeners = [];

  /** @param {any} api @param {"scorm12" | "scorm2004"} edition */
  constructor(api, edition) {
    this.#api = api;
    this.#names = NAMES[edition];
  }

  /** @returns {boolean} */
  open() {
    return this.#call("Initialize", "") === "true";
  }

  /** @param {string} name */
  get(name) {
    return this.#call("GetValue", name);
  }

  /** @param {[name: string, value: string][]} values */
  set(values) {
    if (this.#over) return this.#tell("gone");
    const refused = values.filter(([name, value]) =>
      this.#call("SetValue", name, value) !== "true"
    );
    const kept = this.#call("Commit", "") === "true";
    this.#tell(!kept || refused.some(([name]) => REQUIRED.test(name)) ? "refused" : null);
  }

  /** @param {[name: string, value: string][]} values */
  close(values) {
    if (this.#over) return;
    this.set(values);
    this.#call("Terminate", "");
    this.#over = true;
  }

  /** @param {(trouble: Trouble | null) => void} listener */
  onTrouble(listener) {
    this.#listeners.push(listener);
  }

  /** @param {Trouble | null} trouble */
  #tell(trouble) {
    this.#listeners.forEach((listener) => listener(trouble));
  }

  /** @param {Call} call @param {...string} values @returns {string} */
  #call(call, ...values) {
    try {
      return String(this.#api[this.#names[call]](...values) ?? "");
    } catch {
      return ""; // An LMS that fails is one that refuses.
    }
  }
}
