/** The learner's attempts at one assignment, as this browser stores them. */
import { v4 } from "uuid";
import { digestOf } from "../format/link.js";
import { endExam, isRunning, setAnswer as setExamAnswer, startExam } from "../../exam/state.js";
import { readExam } from "../../shared/store/exam_record.js";
import { fits, isCount, isDay, isMapOf, isRecord, isSlugs } from "../../shared/store/schema.js";

/** @import { Assignment, BankItem, Exam, Screen } from "../types.d.ts" */

/**
 * @typedef {object} AttemptInfo
 * @property {string} uuid
 * @property {number} attempt From 1.
 * @property {string} name As typed.
 * @property {string} asOf The day as of which the site's rules were judged when it began.
 * @property {string[]} checked Questions whose answer is final, since their feedback was shown.
 * @property {Record<string, {first: number, ms: number}>} seen By item: when it was first shown,
 *   and for how long it was in view.
 * @property {Record<string, {version: number, digest: string}>} asked By item.
 *
 * @typedef {Exam & AttemptInfo} AssignmentAttempt
 * @typedef {{name: string, runs: AssignmentAttempt[], damaged: unknown[]}} SavedAttempts What the
 *   browser stores of one assignment; runs that cannot be read stay there and are not shown.
 */

const MINUTE_MS = 60_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One assignment in one browser: its terms, and the attempts so far. */
export class AssignmentRecord {
  /** @type {SavedAttempts} */ saved = { name: "", runs: [], damaged: [] };

  /** @param {Screen} screen @param {Assignment} assignment */
  constructor(screen, assignment) {
    this.screen = screen;
    this.assignment = assignment;
    this.key = `assignment/${digestOf(assignment)}`;
  }

  get now() {
    return this.screen.now;
  }

  /**
   * Reads the stored attempts; one whose time ran out meanwhile ends at its deadline.
   *
   * @returns Whether there was one.
   */
  async read() {
    const now = this.now;
    this.saved = this.#saved(await this.screen.store.value(this.key));
    const late = this.saved.runs.find((attempt) =>
      attempt.ended === null && !isRunning(attempt, now)
    );
    if (late) await this.save(late, (attempt) => endExam(attempt, now));
    return Boolean(late);
  }

  get running() {
    return this.saved.runs.find((attempt) => attempt.ended === null);
  }

  get finished() {
    return this.saved.runs.filter((attempt) => attempt.ended !== null);
  }

  /** Why no attempt can be started now, or null. */
  get closed() {
    const { opens, due, attempts } = this.assignment;
    if (opens && this.now < Date.parse(opens)) return "notYet";
    if (this.isDue && due) return "over";
    return attempts !== null && this.saved.runs.length >= attempts ? "used" : null;
  }

  get isDue() {
    const { due } = this.assignment;
    return due !== null && this.now >= Date.parse(due);
  }

  /** Whether the reasons may be shown once an attempt has ended. */
  get showsReasons() {
    const { feedback } = this.assignment;
    return feedback === "at-once" || feedback === "at-end" ||
      (feedback === "after-due" && this.isDue);
  }

  /** @param {unknown} value */
  #saved(value) {
    const saved = readSavedAttempts(value);
    const runs = saved.runs.map((attempt) => withinTerms(this.assignment, attempt));
    return { ...saved, runs };
  }

  /**
   * A new attempt, stored before it is shown; the running one if another tab began it, and
   * undefined if another tab used up the last.
   *
   * @param {string} name
   * @param {BankItem[]} items
   */
  async begin(name, items) {
    const [uuid, seed] = [v4(), this.screen.env.newSeed()];
    const asked = Object.fromEntries(
      items.map(({ id, version, digest }) => [id, { version, digest }]),
    );
    const changed = await this.screen.store.updateValue(this.key, (value) => {
      this.saved = this.#saved(value);
      if (this.running || this.closed) return value;
      const attempt = startAttempt(this.assignment, {
        uuid,
        attempt: this.saved.runs.length + 1,
        name,
        asOf: this.screen.root.dataset.asOf ?? "",
        checked: [],
        seen: {},
        asked,
        now: this.now,
        seed,
      });
      return withAttempt(this.saved, attempt);
    });
    this.saved = this.#saved(changed);
    return this.running;
  }

  /**
   * Changes a run here and in the store, where another tab may have changed it too.
   *
   * @param {AssignmentAttempt} attempt
   * @param {(attempt: AssignmentAttempt) => AssignmentAttempt} change
   */
  async save(attempt, change) {
    const changed = await this.screen.store.updateValue(this.key, (value) => {
      const saved = this.#saved(value);
      return withAttempt(saved, change(saved.runs.find(({ id }) => id === attempt.id) ?? attempt));
    }, withAttempt(this.saved, attempt));
    this.saved = this.#saved(changed);
    return this.saved.runs.find(({ id }) => id === attempt.id) ?? change(attempt);
  }

  items() {
    return this.screen.library.items(this.assignment.items);
  }
}

/** @param {Assignment} assignment @param {AttemptInfo & {now: number, seed: number}} what */
function startAttempt({ items, minutes, due }, { now, seed, ...info }) {
  const state = startExam({ id: `run-${info.uuid}`, items, minutes: minutes ?? 0, now, seed });
  return { ...state, ...info, deadline: deadlineOf({ minutes, due }, now) };
}

/** @param {Pick<Assignment, "minutes" | "due">} assignment @param {number} started */
function deadlineOf({ minutes, due }, started) {
  const ends = [
    minutes ? started + minutes * MINUTE_MS : Infinity,
    due ? Date.parse(due) : Infinity,
  ];
  const deadline = Math.min(...ends);
  return Number.isFinite(deadline) ? deadline : null;
}

/** @param {Assignment} assignment @param {AssignmentAttempt} attempt */
function withinTerms(assignment, attempt) {
  const deadline = deadlineOf(assignment, attempt.started);
  return deadline === null ? attempt : { ...attempt, deadline };
}

/**
 * A final answer does not change; its feedback was shown.
 *
 * @param {AssignmentAttempt} attempt
 * @param {string} item
 * @param {string[]} chosen
 * @param {number} now
 * @param {boolean} final
 */
export function setAnswer(attempt, item, chosen, now, final) {
  if (attempt.checked.includes(item)) return attempt;
  const answered = setExamAnswer(attempt, item, chosen, now);
  return final && isRunning(attempt, now)
    ? { ...answered, checked: [...attempt.checked, item] }
    : answered;
}

/**
 * What a learner says of a key; empty where it is withdrawn.
 *
 * @param {AssignmentAttempt} attempt @param {string} item @param {string} text
 */
export const setDispute = (attempt, item, text) => ({
  ...attempt,
  disputes: { ...attempt.disputes, [item]: text },
});

const CHECKS = {
  uuid: (/** @type {unknown} */ value) => UUID.test(String(value)),
  attempt: isCount,
  name: (/** @type {unknown} */ value) => typeof value === "string",
  asOf: (/** @type {unknown} */ value) => value === "" || isDay(value),
  checked: isSlugs,
  seen: isRecord,
  asked: isMapOf(isRecord),
};

/** @param {any} value @returns {value is AssignmentAttempt} */
const isAttempt = (value) =>
  fits(value, CHECKS) &&
  Boolean(readExam(value, Infinity)?.items.every((item) => value.asked[item])) &&
  value.checked.every((/** @type {string} */ item) => value.items.includes(item));

/** @param {unknown} value @returns {SavedAttempts} */
export function readSavedAttempts(value) {
  if (!isRecord(value) || !Array.isArray(value.runs)) return { name: "", runs: [], damaged: [] };
  return {
    name: typeof value.name === "string" ? value.name.slice(0, 200) : "",
    runs: value.runs.filter(isAttempt),
    damaged: value.runs.filter((one) => !isAttempt(one)),
  };
}

/** @param {SavedAttempts} saved @param {AssignmentAttempt} attempt */
const withAttempt = (saved, attempt) => ({
  name: attempt.name,
  runs: [
    ...saved.damaged,
    ...(saved.runs.some(({ id }) => id === attempt.id)
      ? saved.runs.map((one) => (one.id === attempt.id ? attempt : one))
      : [...saved.runs, attempt]),
  ],
});
