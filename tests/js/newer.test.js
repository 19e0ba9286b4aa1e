import assert from "node:assert/strict";
import { startExam } from "../../site_config/frontend/exam/state.js";
import { readExamDate } from "../../site_config/frontend/shared/store/exam_date_record.js";
import { readExam } from "../../site_config/frontend/shared/store/exam_record.js";
import { MemoryBackend } from "../../site_config/frontend/shared/store/memory_backend.js";
import { LearnerStore } from "../../site_config/frontend/shared/store/learner_store.js";
import {
  FileRefused,
  readFile,
  readSavedValues,
  takeNewer,
  writeFile,
} from "../../site_config/frontend/shared/store/progress_file.js";

const START = Date.parse("2026-03-02T09:00:00.000Z");
const EARLY = { day: "2026-05-01", at: "2026-03-01T00:00:00.000Z" };
const LATE = { day: "2026-06-01", at: "2026-03-02T00:00:00.000Z" };
const exam = startExam({ id: "exam-1", items: ["a", "b"], minutes: 10, now: START, seed: 1 });

/** @param {object} [kept] */
async function storeWith(kept = {}) {
  const backend = new MemoryBackend();
  for (const [key, value] of Object.entries(kept)) await backend.change(key, () => value);
  return new LearnerStore({
    openBackend: () => Promise.resolve(backend),
    channel: { post: () => {}, listen: () => {} },
    newSeed: () => 1,
  });
}

Deno.test("the day of the exam and an exam in progress travel in the file", async () => {
  const here = await readSavedValues(await storeWith({ aim: LATE, exam }));
  const told = readFile(writeFile([], new Date(START), here));
  assert.deepEqual(told, { attempts: [], aim: LATE, exam, saved: {}, goal: null });
  const there = await storeWith();
  assert.deepEqual(await takeNewer(there, told), {
    aim: "taken",
    exam: "taken",
    goal: "same",
    saved: 0,
  });
  assert.deepEqual(await readSavedValues(there), { aim: LATE, exam, saved: {}, goal: null });
});

Deno.test("an exam that is over stays where it was sat", async () => {
  const store = await storeWith({ exam: { ...exam, ended: START + 1 } });
  assert.equal((await readSavedValues(store)).exam, null);
});

Deno.test("of two days the one that was set later stays, whichever way the file goes", async () => {
  const [early, late] = [await storeWith({ aim: EARLY }), await storeWith({ aim: LATE })];
  assert.equal((await takeNewer(early, { aim: LATE, exam: null })).aim, "taken");
  assert.equal((await takeNewer(late, { aim: EARLY, exam: null })).aim, "kept");
  assert.equal((await takeNewer(late, { aim: LATE, exam: null })).aim, "same");
  assert.deepEqual([await early.value("aim"), await late.value("aim")], [LATE, LATE]);
});

Deno.test("of two exams the one worked on last stays, also where both are the same", async () => {
  const [worked, over] = [{ ...exam, position: 1, changed: START + 5 }, {
    ...exam,
    ended: START + 9,
    changed: START + 9,
  }];
  const store = await storeWith({ exam });
  assert.equal((await takeNewer(store, { aim: null, exam: worked })).exam, "taken");
  assert.deepEqual(await store.value("exam"), worked);
  assert.equal(
    (await takeNewer(await storeWith({ exam: over }), { aim: null, exam: worked })).exam,
    "kept",
  );
});

Deno.test("a file without them changes nothing", async () => {
  const store = await storeWith({ aim: EARLY, exam });
  assert.deepEqual(await takeNewer(store, { aim: null, exam: null }), {
    aim: "same",
    exam: "same",
    goal: "same",
    saved: 0,
  });
  assert.deepEqual(await readSavedValues(store), { aim: EARLY, exam, saved: {}, goal: null });
});

Deno.test("a day kept before days were dated is older than any that is dated", async () => {
  assert.equal(readExamDate("2026-05-01")?.day, "2026-05-01");
  assert.equal(
    (await takeNewer(await storeWith({ aim: "2026-05-01" }), { aim: EARLY, exam: null })).aim,
    "taken",
  );
});

Deno.test("an exam kept before its changes were dated goes on", () => {
  const { changed: _, ...old } = exam;
  assert.deepEqual(readExam(old), exam);
});

for (
  const more of [
    { aim: { day: "<b>", at: LATE.at } },
    { aim: { day: "2026-06-01", at: "soon" } },
    { aim: "2026-13-45" },
    { exam: { ...exam, items: ["<script>"] } },
    { exam: { ...exam, position: 7 } },
    { exam: {} },
  ]
) {
  Deno.test(`damaged day or exam is refused whole: ${JSON.stringify(more).slice(0, 60)}`, () => {
    const file = JSON.stringify({ format: "rightcode-progress", schema: 2, attempts: [], ...more });
    assert.throws(() => readFile(file), FileRefused);
  });
}
