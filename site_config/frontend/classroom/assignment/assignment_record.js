import { v4 } from "uuid";
import { digestOf } from "../format/link.js";
import { endExam, isRunning } from "../../exam/state.js";
import { readSavedAttempts, startAttempt, withAttempt } from "./attempt.js";

/** @import { Assignment, AssignmentAttempt, BankItem, SavedAttempts } from "../types.d.ts" */
/** @import { Screen } from "../../practice/types.d.ts" */

/** One assignment in one browser: its terms, and the attempts so far. */
export class AssignmentRecord {
  /** @type {SavedAttempts} */ saved = { name: "", runs: [] };

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
    this.saved = readSavedAttempts(await this.screen.store.value(this.key));
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

  /** A new attempt, stored before it is shown. @param {string} name @param {BankItem[]} items */
  begin(name, items) {
    const asked = Object.fromEntries(
      items.map(({ id, version, digest }) => [id, { version, digest }]),
    );
    const attempt = startAttempt(this.assignment, {
      uuid: v4(),
      attempt: this.saved.runs.length + 1,
      name,
      asOf: this.screen.root.dataset.asOf ?? "",
      checked: [],
      seen: {},
      asked,
      now: this.now,
      seed: this.screen.env.newSeed(),
    });
    return this.save(attempt, (one) => one);
  }

  /**
   * Changes a run here and in the store, where another tab may have changed it too.
   *
   * @param {AssignmentAttempt} attempt
   * @param {(attempt: AssignmentAttempt) => AssignmentAttempt} change
   */
  async save(attempt, change) {
    const changed = await this.screen.store.updateValue(this.key, (value) => {
      const saved = readSavedAttempts(value);
      return withAttempt(saved, change(saved.runs.find(({ id }) => id === attempt.id) ?? attempt));
    });
    this.saved = readSavedAttempts(changed);
    return this.saved.runs.find(({ id }) => id === attempt.id) ?? change(attempt);
  }

  items() {
    return this.screen.library.items(this.assignment.items);
  }
}
