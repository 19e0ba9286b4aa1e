import assert from "node:assert/strict";
import { minutesAndSeconds, timeWarning } from "../../../site_config/frontend/exam/clock.js";
import { readExam } from "../../../site_config/frontend/shared/store/exam_record.js";
import * as exam from "../../../site_config/frontend/exam/state.js";

/** @import { Exam } from "../../../site_config/frontend/shared/store/exam_record.js" */

const START = Date.parse("2026-03-02T09:00:00.000Z");
const MINUTE = 60_000;

/** @param {number} [minutes] */
const made = (minutes = 10) =>
  exam.startExam({ id: "exam-1", items: ["a", "b", "c"], minutes, now: START, seed: 1 });

Deno.test("the time left is what the clock says, to the millisecond, also after hours away", () => {
  assert.equal(exam.timeLeft(made(), START), 10 * MINUTE);
  assert.equal(exam.timeLeft(made(), START + 61_234), 10 * MINUTE - 61_234);
  assert.equal(exam.timeLeft(made(), START + 3 * 60 * MINUTE), 0);
});

Deno.test("an exam survives being written down and read again", () => {
  const kept = exam.toggleFlag(exam.setAnswer(made(), "b", ["97140"], START + 1), "c");
  assert.deepEqual(readExam(JSON.parse(JSON.stringify(kept))), kept);
});

Deno.test("an answer counts until the deadline and not after it", () => {
  const before = exam.setAnswer(made(), "a", ["97124"], START + 10 * MINUTE - 1);
  assert.deepEqual(before.answers, { a: ["97124"] });
  assert.deepEqual(exam.setAnswer(before, "a", ["97140"], START + 10 * MINUTE), before);
});

Deno.test("an answer taken away is no answer, and none goes to a question of another exam", () => {
  const answered = exam.setAnswer(made(), "a", ["97124"], START);
  assert.deepEqual(exam.setAnswer(answered, "a", [], START).answers, {});
  assert.equal(exam.setAnswer(answered, "elsewhere", ["97124"], START), answered);
});

Deno.test("more time may be taken repeatedly while it runs, and is shown; never after", () => {
  const longer = Array.from({ length: 12 }).reduce(
    (kept) =>
      exam.addMinutes(
        /** @type {Exam} */ (kept),
        5,
        START,
      ),
    made(),
  );
  assert.equal(
    exam.timeLeft(
      /** @type {Exam} */ (longer),
      START,
    ),
    70 * MINUTE,
  );
  assert.equal(
    /** @type {Exam} */ (longer)
      .extended,
    60 * MINUTE,
  );
  assert.deepEqual(exam.addMinutes(made(), 5, START + 10 * MINUTE), made());
});

Deno.test("an exam found late ended at its deadline; none ends twice", () => {
  assert.equal(exam.endExam(made(), START + 24 * 60 * MINUTE).ended, START + 10 * MINUTE);
  const early = exam.endExam(made(), START + MINUTE);
  assert.equal(early.ended, START + MINUTE);
  assert.equal(exam.endExam(early, START + 2 * MINUTE), early);
});

Deno.test("an exam without a limit runs on", () => {
  const free = made(0);
  assert.equal(exam.timeLeft(free, START + 9999 * MINUTE), null);
  assert.ok(exam.isRunning(free, START + 9999 * MINUTE));
  assert.equal(exam.endExam(free, START + 7).ended, START + 7);
});

Deno.test("nobody leaves the sheet", () => {
  assert.deepEqual([-5, 1, 99].map((place) => exam.moveTo(made(), place).position), [0, 1, 2]);
});

for (
  const damaged of [
    null,
    {},
    [],
    { ...made(), items: ["<script>"] },
    { ...made(), items: [] },
    { ...made(), deadline: "soon" },
    { ...made(), answers: { a: "97124" } },
    { ...made(), position: -1 },
    { ...made(), flags: [1] },
  ]
) {
  Deno.test(`what is no exam is not taken for one: ${JSON.stringify(damaged).slice(0, 60)}`, () => {
    assert.equal(readExam(damaged), null);
  });
}

Deno.test("time is shown in begun seconds, so that 0:00 means over", () => {
  assert.deepEqual([600_000, 599_001, 61_000, 1, 0].map(minutesAndSeconds), [
    "10:00",
    "10:00",
    "1:01",
    "0:01",
    "0:00",
  ]);
});

Deno.test("the last minutes are told once each", () => {
  assert.equal(timeWarning(5 * MINUTE + 1, 5 * MINUTE), 5);
  assert.equal(timeWarning(5 * MINUTE, 5 * MINUTE - 250), null);
  assert.equal(timeWarning(Infinity, 90_000), 2);
  assert.equal(timeWarning(MINUTE + 1, 0), null);
});
