import assert from "node:assert/strict";
import { doneThisWeek, goalText } from "../../../site_config/frontend/practice/weekly_goal.js";
import { readGoal } from "../../../site_config/frontend/shared/store/goal_record.js";
import {
  FileRefused,
  readFile,
  readSavedValues,
  takeNewer,
  writeFile,
} from "../../../site_config/frontend/shared/store/progress_file.js";
import { LearnerStore } from "../../../site_config/frontend/shared/store/learner_store.js";
import { MemoryBackend } from "../../../site_config/frontend/shared/store/memory_backend.js";
import { attempt } from "./made.js";

const WEDNESDAY = new Date(2026, 2, 11, 9);
const AT = "2026-03-11T09:00:00.000Z";
const GOAL = /** @type {const} */ ({ kind: "questions", count: 20, at: AT });

/** @param {number} day Of March 2026, whose 8th is a Sunday. @param {object} [more] */
const onDay = (day, more) =>
  attempt({ at: new Date(2026, 2, day, 8).toISOString(), id: `a${day}`, ...more });

Deno.test("the week begins on Sunday; flashcards are practice and no questions", () => {
  const attempts = [onDay(7), onDay(8), onDay(8), onDay(10, { mode: "flashcards" }), onDay(12)];
  assert.equal(doneThisWeek("questions", attempts, WEDNESDAY), 2);
  assert.equal(doneThisWeek("days", attempts, WEDNESDAY), 2);
});

Deno.test("progress is said plainly, before, at and beyond the goal", () => {
  assert.deepEqual(goalText(GOAL, 7), ["7 of 20 questions this week", "Your weekly goal"]);
  assert.deepEqual(goalText(GOAL, 20), ["20 of 20 questions this week", "Weekly goal reached"]);
  assert.deepEqual(goalText(GOAL, 23), ["23 questions this week, goal 20", "Weekly goal reached"]);
  const [days] = goalText({ ...GOAL, kind: "days", count: 1 }, 0);
  assert.equal(days, "0 of 1 day of practice this week");
});

Deno.test("a damaged goal is none", () => {
  assert.deepEqual(readGoal(GOAL), GOAL);
  for (
    const wrong of [
      null,
      "20",
      { ...GOAL, kind: "toString" },
      { ...GOAL, count: 501 },
      {
        ...GOAL,
        count: -1,
      },
      { ...GOAL, at: "soon" },
      { ...GOAL, kind: "days", count: 8 },
    ]
  ) assert.equal(readGoal(wrong), null);
});

/** @param {object} [goal] */
async function storeWith(goal) {
  const backend = new MemoryBackend();
  if (goal) await backend.change("goal", () => goal);
  return new LearnerStore({
    openBackend: () => Promise.resolve(backend),
    channel: { post: () => {}, listen: () => {} },
    newSeed: () => 1,
  });
}

Deno.test("the goal goes with the file; the later one stays, and so does its end", async () => {
  const there = readFile(writeFile([], WEDNESDAY, await readSavedValues(await storeWith(GOAL))));
  assert.deepEqual(there.goal, GOAL);
  const empty = await storeWith();
  assert.equal((await takeNewer(empty, there)).goal, "taken");
  assert.deepEqual(await empty.value("goal"), GOAL);
  const ended = { ...GOAL, count: 0, at: "2026-03-12T09:00:00.000Z" };
  assert.equal((await takeNewer(await storeWith(ended), there)).goal, "kept");
});

Deno.test("a file with a damaged goal is refused whole", () => {
  const file = { format: "rightcode-progress", schema: 2, attempts: [], goal: { kind: "<b>" } };
  assert.throws(() => readFile(JSON.stringify(file)), FileRefused);
});
