/** Whatever the clock of the machine does, an exam never has more than its time left. */
import assert from "node:assert/strict";
import {
  beginUnless,
  endExam,
  noteTime,
  setAnswer,
  startExam,
  timeIn,
  timeLeft,
} from "../../../site_config/frontend/exam/state.js";
import { readExam } from "../../../site_config/frontend/shared/store/exam_record.js";
import { SteadyClock } from "../../../site_config/frontend/shared/steady_clock.js";

const START = Date.parse("2026-03-02T09:00:00.000Z");
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const LIMIT = 10 * MINUTE;
/** As exam/attempt_screen.js does. */
const NOTED_EVERY = 5000;

const made = () => startExam({ id: "exam-1", items: ["a", "b"], minutes: 10, now: START, seed: 1 });

/** Numbers from 0 to 1 that follow from a seed. @param {number} seed */
function draws(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** A machine whose wall clock may be set; `real` is the time that goes by. */
class Machine {
  real = 0;
  offset = 0;

  /** A page on it, which reads the exam as it was stored. */
  page() {
    const origin = this.real;
    return new SteadyClock(() => START + this.real + this.offset, () => this.real - origin);
  }
}

Deno.test("a clock that stands or is set back goes on as the machine's steady clock", () => {
  const machine = new Machine(), clock = machine.page();
  assert.equal(clock.now, START);
  for (const offset of [-MINUTE, -HOUR, -400 * DAY, -START]) {
    machine.real += 1000;
    machine.offset = offset;
    assert.equal(clock.now, START + machine.real, `set back by ${offset}`);
  }
});

Deno.test("a machine that slept is later, though its steady clock slept too", () => {
  const machine = new Machine(), clock = machine.page();
  machine.offset = HOUR;
  assert.equal(clock.now, START + HOUR);
});

for (const back of [1, MINUTE, HOUR, DAY, 400 * DAY, START]) {
  Deno.test(`a clock set back by ${back} ms gives no time to an exam read again`, () => {
    assert.equal(timeLeft(made(), START - back), LIMIT);
    const noted = readExam(JSON.parse(JSON.stringify(noteTime(made(), START + 4 * MINUTE))));
    assert.ok(noted);
    assert.equal(timeLeft(noted, START - back), LIMIT - 4 * MINUTE);
    assert.deepEqual(setAnswer(noted, "a", ["97124"], START - back).answers, { a: ["97124"] });
    const late = noteTime(noted, START + LIMIT);
    assert.deepEqual(setAnswer(late, "a", ["97124"], START - back), late);
    assert.equal(endExam(late, START - back).ended, START + LIMIT);
  });
}

for (let seed = 1; seed <= 60; seed++) {
  Deno.test(`reloads, kills and a clock that jumps at random give no time: seed ${seed}`, () => {
    const draw = draws(seed), machine = new Machine();
    /** @type {import("../../../site_config/frontend/shared/store/exam_record.js").Exam} */
    let exam = made();
    let clock = machine.page(), most = LIMIT;
    for (let step = 0; step < 200; step++) {
      const kind = draw();
      if (kind < 0.1) machine.offset += (draw() - 0.5) * 2 * DAY;
      else if (kind < 0.15) machine.offset += draw() < 0.5 ? -HOUR : HOUR;
      else if (kind < 0.25) {
        // The page goes; what was not noted is forgotten. The machine may be off for a while.
        const read = readExam(JSON.parse(JSON.stringify(exam)));
        assert.ok(read, "the record is refused");
        machine.real += draw() * MINUTE;
        [exam, clock, most] = [read, machine.page(), Math.min(most + NOTED_EVERY, LIMIT)];
        clock.raise(timeIn(exam));
      } else machine.real += draw() * 5000;
      const now = clock.now, left = Number(timeLeft(exam, now));
      assert.ok(left <= most, `step ${step}: ${left} ms left, ${most} before`);
      most = left;
      if (now - timeIn(exam) >= NOTED_EVERY) exam = noteTime(exam, now);
    }
  });
}

Deno.test("daylight saving and another zone are no time: an exam counts in UTC", () => {
  const autumn = Date.parse("2026-11-01T01:55:00-04:00");
  const exam = startExam({ id: "exam-1", items: ["a"], minutes: 10, now: autumn, seed: 1 });
  assert.equal(timeLeft(exam, Date.parse("2026-11-01T01:00:00-05:00")), 5 * MINUTE);
  assert.equal(timeLeft(exam, Date.parse("2026-11-01T15:00:00+09:00")), 5 * MINUTE);
});

Deno.test("of two tabs that begin at once the second goes on with the first one's exam", () => {
  const [one, two] = [made(), { ...made(), id: "exam-2", started: START + 5 }];
  assert.equal(beginUnless(null, one), one);
  assert.equal(beginUnless(one, two), one);
  assert.equal(beginUnless(endExam(one, START + 1), two), two);
});
