import assert from "node:assert/strict";
import { createEmptyCard, fsrs, Rating, State } from "ts-fsrs";
import { dueBeforeExam, retentionFor } from "../../../site_config/frontend/practice/exam_date.js";
import {
  cardOf,
  dueOf,
  gradeOf,
  recallOf,
} from "../../../site_config/frontend/practice/schedule.js";
import { randomFrom } from "../../../site_config/frontend/shared/shuffle.js";
import { attempt, DAY } from "./made.js";

/** @import { Grade } from "ts-fsrs" */

/** The vectors of ts-fsrs's own tests, packages/fsrs/__tests__/FSRS-6.test.ts. */
const W = [
  0.212,
  1.2931,
  2.3065,
  8.2956,
  6.4133,
  0.8334,
  3.0194,
  0.001,
  1.8722,
  0.1666,
  0.796,
  1.4835,
  0.0614,
  0.2629,
  1.6483,
  0.6014,
  1.8729,
  0.5425,
  0.0912,
  0.0658,
  0.1542,
];
const START = new Date(2022, 11, 29, 12, 30);
const { Again, Good } =
  /** @type {Record<"Again" | "Good", Grade>} */ (/** @type {unknown} */ (Rating));

/** @param {number} actual @param {number} expected */
const near = (actual, expected) =>
  assert.ok(Math.abs(actual - expected) < 5e-5, `${actual} is not ${expected}`);

Deno.test("intervals equal ts-fsrs's published ones", () => {
  const f = fsrs({ w: W });
  let card = createEmptyCard(START);
  let now = START;
  const days = [Good, Good, Good, Good, Good, Good, Again, Again, Good, Good, Good, Good, Good].map(
    (grade) => {
      card = f.next(card, now, grade).card;
      now = card.due;
      return card.scheduled_days;
    },
  );
  assert.deepEqual(days, [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
});

Deno.test("the first answer's memory equals ts-fsrs's published one", () => {
  const cards = [...fsrs({ w: W }).repeat(createEmptyCard(START), START)].map(({ card }) => card);
  assert.deepEqual(cards.map(({ stability }) => stability), [0.212, 1.2931, 2.3065, 8.2956]);
  assert.deepEqual(cards.map(({ difficulty }) => difficulty), [6.4133, 5.11217071, 2.11810397, 1]);
  assert.deepEqual(cards.map(({ scheduled_days }) => scheduled_days), [0, 0, 0, 8]);
  assert.deepEqual(cards.map(({ state }) => state), [
    State.Learning,
    State.Learning,
    State.Learning,
    State.Review,
  ]);
});

Deno.test("the memory that our log gives equals ts-fsrs's own for whole days", () => {
  let at = START.getTime();
  const log = [0, 0, 1, 3, 8, 21].map((days, place) =>
    attempt({ id: `a${place}`, at: new Date(at += days * DAY).toISOString(), right: place > 0 })
  );
  const card = cardOf(log);
  near(card?.stability ?? 0, 53.335106);
  near(card?.difficulty ?? 0, 6.3574867);
});

Deno.test("the day a question comes back follows from the answers alone", () => {
  const log = [attempt({ id: "a" }), attempt({ id: "b", at: "2026-03-05T09:00:00.000Z" })];
  assert.deepEqual(cardOf(log), cardOf(structuredClone(log)));
});

Deno.test("wrong is forgotten, a guess and a hint are hard, right is good and never easy", () => {
  assert.equal(gradeOf(attempt({ right: false, sure: "sure" })), Rating.Again);
  assert.equal(gradeOf(attempt({ sure: "guess" })), Rating.Hard);
  assert.equal(gradeOf(attempt({ hints: 1 })), Rating.Hard);
  assert.equal(gradeOf(attempt({ sure: "sure" })), Rating.Good);
});

Deno.test("what was right comes back later than what was not, and never on the same day", () => {
  const [right, wrong] = [cardOf([attempt()]), cardOf([attempt({ right: false })])].map((card) =>
    card && dueOf(card)
  );
  assert.ok(right && wrong && right > wrong);
  assert.ok(wrong.getTime() - Date.parse(attempt().at) >= DAY);
});

Deno.test("a higher aim brings a question back sooner, the usual one as ts-fsrs says", () => {
  const card = cardOf([attempt(), attempt({ id: "b", at: "2026-03-05T09:00:00.000Z" })]);
  assert.ok(card);
  assert.equal(dueOf(card), card.due);
  assert.ok(dueOf(card, 0.95) < card.due);
});

Deno.test("recall is whole at the answer and falls from there", () => {
  const card = cardOf([attempt()]);
  assert.ok(card);
  const [then, later] = [0, 10].map((days) =>
    recallOf(card, new Date(Date.parse(attempt().at) + days * DAY))
  );
  assert.equal(then, 1);
  assert.ok(later < 0.9 && later > 0);
});

Deno.test("the aim rises from 90 % two months before an exam to 95 % in its last weeks", () => {
  assert.deepEqual(
    [null, -1, 60, 37, 14, 0].map(retentionFor).map((share) => Number(share.toFixed(4))),
    [
      0.9,
      0.9,
      0.9,
      0.925,
      0.95,
      0.95,
    ],
  );
});

Deno.test("what is due after the exam comes back once in the week before, spread by its id", () => {
  const now = new Date("2026-03-02T09:00:00Z");
  const exam = new Date("2026-04-01T08:00:00Z");
  const late = new Date("2026-05-01T08:00:00Z");
  const days = Array.from(
    { length: 60 },
    (_, place) => dueBeforeExam({ item: `item-${place}`, due: late, last: now, exam, now }),
  );
  for (const day of days) assert.ok(day < exam && exam.getTime() - day.getTime() <= 7 * DAY);
  assert.equal(new Set(days.map(Number)).size, 7);
});

Deno.test("an exam that is over, or a question due before it, changes nothing", () => {
  const [now, due] = [new Date("2026-03-02T09:00:00Z"), new Date("2026-03-09T09:00:00Z")];
  const what = { item: "calf", due, last: now, now };
  assert.equal(dueBeforeExam({ ...what, exam: new Date("2026-03-01T08:00:00Z") }), due);
  assert.equal(dueBeforeExam({ ...what, exam: new Date("2026-04-01T08:00:00Z") }), due);
  assert.equal(dueBeforeExam({ ...what, exam: null }), due);
});

Deno.test("nothing comes back on the day it was answered, however near the exam", () => {
  const now = new Date("2026-03-30T20:00:00Z");
  const exam = new Date("2026-04-01T08:00:00Z");
  const due = dueBeforeExam({
    item: "calf",
    due: new Date("2026-04-09T09:00:00Z"),
    last: now,
    exam,
    now,
  });
  assert.ok(due.getTime() - now.getTime() > DAY / 2);
});

Deno.test("random logs give the days and the recall that ts-fsrs's own scheduler gives", () => {
  const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });
  const random = randomFrom(7);
  for (let turn = 0; turn < 300; turn++) {
    let at = START.getTime();
    let expected = createEmptyCard(START);
    const log = Array.from({ length: 1 + Math.floor(random() * 12) }, (_, place) => {
      at += Math.floor(random() ** 3 * 200 * DAY);
      const one = attempt({
        id: `a${place}`,
        at: new Date(at).toISOString(),
        right: random() < 0.7,
        hints: Number(random() < 0.3),
      });
      expected = scheduler.next(expected, new Date(at), gradeOf(one)).card;
      return one;
    });
    const card = cardOf(log);
    assert.ok(card);
    const later = new Date(at + random() * 100 * DAY);
    assert.deepEqual(card.due, expected.due);
    assert.deepEqual([card.stability, card.difficulty], [expected.stability, expected.difficulty]);
    assert.equal(recallOf(card, later), scheduler.get_retrievability(expected, later, false));
    const days = fsrs({ request_retention: 0.95, enable_fuzz: false, enable_short_term: false })
      .next_interval(expected.stability, 0);
    assert.equal(dueOf(card, 0.95).getTime(), at + days * DAY);
  }
});
