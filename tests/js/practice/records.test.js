/** A record is taken whole or not at all, wherever it comes from. */
import assert from "node:assert/strict";
import { readSavedAttempts } from "../../../site_config/frontend/classroom/assignment/assignment_record.js";
import { readRound } from "../../../site_config/frontend/practice/round.js";
import { readExamDate } from "../../../site_config/frontend/shared/store/exam_date_record.js";
import { readExam } from "../../../site_config/frontend/shared/store/exam_record.js";
import { FileRefused, readFile } from "../../../site_config/frontend/shared/store/progress_file.js";
import { readAttempt } from "../../../site_config/frontend/shared/store/schema.js";
import { filesWords as words } from "../../../site_config/frontend/shared/strings/index.js";

const START = Date.parse("2026-03-02T09:00:00.000Z");
const EXAM = {
  id: "exam-1",
  items: ["a", "b"],
  answers: { a: ["97124"] },
  sure: { a: "sure" },
  flags: ["b"],
  position: 1,
  started: START,
  changed: START + 1000,
  latest: START + 2000,
  deadline: START + 600_000,
  extended: 0,
  ended: null,
  seed: 1,
  seen: { a: { first: START, ms: 5.5 } },
};
/** @type {Record<string, object>} */
const BAD_EXAMS = {
  "a deadline beyond dates": { deadline: 8_640_000_000_000_001 },
  "a change beyond dates": { changed: Number.MAX_SAFE_INTEGER },
  "a latest time beyond dates": { latest: 1e15 },
  "an end before 1970": { ended: -1 },
  "a deadline before its start": { deadline: START - 1 },
  "a longer limit than can be asked for": { deadline: START + 601 * 60_000 },
  "a start in 1970 and a limit until now": { started: 0 },
  "an answer to what is not asked": { answers: { c: ["97124"] } },
  "an answer to the prototype": { answers: JSON.parse('{"__proto__": ["97124"]}') },
  "confidence in what is not asked": { sure: { c: "sure" } },
  "a confidence nobody knows": { sure: { a: "very" } },
  "a flag on what is not asked": { flags: ["c"] },
  "a flag twice": { flags: ["b", "b"] },
  "a question twice": { items: ["a", "b", "a"] },
  "a view of what is not asked": { seen: { c: { first: START, ms: 1 } } },
  "a view beyond dates": { seen: { a: { first: 1e16, ms: 1 } } },
  "a view of centuries": { seen: { a: { first: START, ms: 1e13 } } },
  "a place beyond the last question": { position: 2 },
};

Deno.test("a sound exam is taken as it is", () => assert.deepEqual(readExam(EXAM), EXAM));

for (const [name, change] of Object.entries(BAD_EXAMS)) {
  Deno.test(`no exam has ${name}: database, file, attempt at an assignment`, () => {
    const exam = { ...EXAM, ...change };
    assert.equal(readExam(exam), null);
    const file = { format: "rightcode-progress", schema: 2, attempts: [], exam };
    assert.throws(() => readFile(JSON.stringify(file)), new FileRefused(words.refused.exam));
    // has terms of its own
    if ("started" in change || exam.deadline === START + 601 * 60_000) return;
    assert.deepEqual(readSavedAttempts({ name: "Ann", runs: [RUN, { ...RUN, ...change }] }).runs, [
      RUN,
    ]);
  });
}

const RUN = {
  ...EXAM,
  uuid: "11111111-1111-4111-8111-111111111111",
  attempt: 1,
  name: "Ann",
  asOf: "2026-01-01",
  checked: ["a"],
  asked: { a: { version: 1, digest: "0123456789ab" }, b: { version: 1, digest: "0123456789ab" } },
};

for (
  const change of [
    { checked: ["c"] },
    { asOf: "2026-02-30" },
    { attempt: -1 },
    { asked: { a: {} } },
    { asked: { a: {}, b: 1 } },
  ]
) {
  Deno.test(`no attempt at an assignment has ${JSON.stringify(change)}`, () => {
    assert.deepEqual(readSavedAttempts({ name: "", runs: [{ ...RUN, ...change }] }).runs, []);
  });
}

const ROUND = { topics: [], items: ["a", "b"], place: 0, seed: 1, started: START, changed: START };
for (const change of [{ changed: 1e16 }, { started: -1 }, { items: ["a", "a"] }, { place: 2 }]) {
  Deno.test(`no round has ${JSON.stringify(change)}`, () => {
    assert.ok(readRound(ROUND));
    assert.equal(readRound({ ...ROUND, ...change }), null);
  });
}

for (const day of ["2026-02-30", "2026-04-31", "2025-02-29", "2026-13-01", "2026-00-10"]) {
  Deno.test(`${day} is no day of an exam or of an answer`, () => {
    const at = "2026-03-02T10:00:00.000Z";
    assert.equal(readExamDate({ day, at }), null);
    assert.equal(readExamDate(day), null);
    const attempt = { id: "a1", item: "calf", version: 1, at, chosen: ["97124"], right: true };
    assert.ok(readAttempt(attempt));
    assert.equal(readAttempt({ ...attempt, at: `${day}T10:00:00Z` }), null);
  });
}
