import assert from "node:assert/strict";
import {
  calibration,
  calibrationVerdict,
} from "../../../site_config/frontend/practice/confidence.js";
import {
  byItem,
  interleaved,
  prioritized,
} from "../../../site_config/frontend/practice/question_selection.js";
import { needsRetry, upcomingCounts } from "../../../site_config/frontend/practice/review_queue.js";
import { dueToday, reviewStates } from "../../../site_config/frontend/practice/review_states.js";
import {
  confusedPairs,
  confusionCounts,
  mastery,
  practiceDays,
} from "../../../site_config/frontend/practice/mastery.js";
import { topicQuery, topicsInQuery } from "../../../site_config/frontend/practice/labels.js";
import { nextToAsk, placementResult } from "../../../site_config/frontend/practice/placement.js";
import { attempt, DAY, entry, keyed } from "./made.js";

/** @import { PlacementAnswer } from "../../../site_config/frontend/practice/placement.js" */

const NOW = new Date("2026-03-10T12:00:00.000Z");

/**
 * @param {import("./made.js").BankEntry[]} entries
 * @param {import("./made.js").Attempt[]} attempts
 */
const stands = (entries, attempts) =>
  reviewStates(keyed(entries, ({ id }) => id), byItem(attempts), null, NOW);

Deno.test("what was never answered comes first, then what was missed, then the oldest", () => {
  const log = byItem([
    attempt({ item: "late", at: "2026-03-09T09:00:00Z" }),
    attempt({ item: "early" }),
    attempt({ item: "missed", right: false }),
  ]);
  assert.deepEqual(prioritized(["late", "missed", "early", "new"], log, 3, 7), [
    "new",
    "missed",
    "early",
  ]);
});

Deno.test("neighbors ask for different things as long as that is possible", () => {
  const order = interleaved(
    [..."aaabbc"].map((objective, place) => ({ id: String(place), objectives: [objective] })),
  );
  assert.equal(order.map(({ objectives }) => objectives[0]).join(""), "ababac");
  assert.equal(
    interleaved([{ id: "1", objectives: ["a"] }, { id: "2", objectives: ["a"] }]).length,
    2,
  );
});

Deno.test("a question whose facts changed is offered again; its old answer is not counted", () => {
  const [one] = stands([entry({ digest: "ffffffffffff" })], [attempt({ facts: "0123456789ab" })]);
  assert.equal(one.stale?.id, "a");
  assert.deepEqual(one.attempts, []);
  assert.equal(one.due, null);
  assert.equal(needsRetry([one]).length, 1);
  assert.deepEqual(mastery([one], ({ codes }) => codes), []);
});

Deno.test("answered again under the new facts it is no longer offered", () => {
  const log = [
    attempt({ facts: "0123456789ab" }),
    attempt({ id: "b", at: "2026-03-09T09:00:00.000Z", facts: "ffffffffffff" }),
  ];
  const [one] = stands([entry({ digest: "ffffffffffff" })], log);
  assert.equal(one.stale, null);
  assert.deepEqual(one.attempts.map(({ id }) => id), ["b"]);
  assert.deepEqual(needsRetry([one]), []);
});

Deno.test("a new version is offered again too; an answer from before digests stays good", () => {
  assert.ok(stands([entry({ version: 2 })], [attempt()])[0].stale);
  assert.equal(stands([entry()], [attempt()])[0].stale, null);
});

Deno.test("a question that left the bank is not asked for", () => {
  assert.deepEqual(stands([], [attempt()]), []);
});

Deno.test("what is due today is asked for, the weakest first; the coming days are counted", () => {
  const known = stands([entry(), entry({ id: "new" })], [
    attempt(),
    attempt({ id: "b", item: "new", at: NOW.toISOString() }),
  ]);
  assert.deepEqual(dueToday(known, NOW).map(({ entry: { id } }) => id), ["calf"]);
  assert.deepEqual(upcomingCounts(known, NOW, 4), [1, 0, 0, 1]);
});

Deno.test("a topic is known as far as its questions were right last and are remembered", () => {
  const log = [
    attempt({ at: NOW.toISOString() }),
    attempt({ id: "b", item: "other", right: false }),
    attempt({ id: "c", item: "third", at: NOW.toISOString() }),
  ];
  const known = stands(
    [entry(), entry({ id: "other" }), entry({ id: "third", codes: ["97110"] })],
    log,
  );
  assert.deepEqual(mastery(known, ({ codes }) => codes), [
    { id: "97124", right: 1, total: 2, strength: 0.5 },
    { id: "97110", right: 1, total: 1, strength: 1 },
  ]);
});

Deno.test("the matrix counts each exchange, corrected ones too; of several codes one", () => {
  const entries = keyed(
    [entry(), entry({ id: "all", kind: "choose-all", right: ["97124", "97110"] })],
    ({ id }) => id,
  );
  const wrong = { chosen: ["97140"], right: false };
  const log = [
    attempt(wrong),
    attempt({ ...wrong, id: "b" }),
    attempt({ id: "c" }),
    attempt({ id: "d", item: "all", chosen: ["97124", "97530"], right: false }),
    attempt({ id: "e", version: 9 }),
    attempt({ id: "f", item: "all", chosen: ["97530", "97112"] }),
  ];
  const counts = confusionCounts(entries, log);
  assert.deepEqual(counts, [{ right: "97124", chosen: "97140", times: 2 }, {
    right: "97110",
    chosen: "97530",
    times: 1,
  }, { right: "97124", chosen: "97124", times: 1 }]);
  assert.deepEqual(confusedPairs(counts), [{ pair: "97124-97140", times: 2 }, {
    pair: "97110-97530",
    times: 1,
  }]);
});

Deno.test("a pair is one, whichever was taken for the other; no code makes no pair", () => {
  const counts = [["97124", "97140"], ["97140", "97124"], ["not-billable", "97124"]].map((
    [right, chosen],
  ) => ({ right, chosen, times: 1 }));
  assert.deepEqual(confusedPairs(counts), [{ pair: "97124-97140", times: 2 }]);
});

Deno.test("days of practice: a day still open breaks no row, a day left out does", () => {
  const days = [0, 1, 2, 4].map((back) =>
    attempt({ at: new Date(NOW.getTime() - (back + 1) * DAY).toISOString() })
  );
  assert.deepEqual(practiceDays(days, NOW), { total: 4, row: 3 });
  assert.deepEqual(practiceDays([], NOW), { total: 0, row: 0 });
});

Deno.test("calibration finds the over-sure and the under-sure; too few say nothing", () => {
  const said = (
    /** @type {"sure" | "guess"} */ sure,
    /** @type {number} */ right,
    /** @type {number} */ total,
  ) => Array.from({ length: total }, (_, index) => attempt({ sure, right: index < right }));
  assert.deepEqual(calibration([...said("sure", 3, 4), attempt()]), [{
    sure: "sure",
    right: 3,
    total: 4,
  }]);
  assert.equal(calibrationVerdict(calibration(said("sure", 3, 4))), "over");
  assert.equal(calibrationVerdict(calibration(said("sure", 4, 4))), "fitting");
  assert.equal(calibrationVerdict(calibration(said("guess", 3, 4))), "under");
  assert.equal(calibrationVerdict(calibration(said("sure", 0, 3))), null);
});

const POOL = [1, 2, 3].flatMap((level) =>
  [..."abcdefg"].map((name) =>
    entry({
      id: `${name}${level}`,
      difficulty: /** @type {1 | 2 | 3} */ (level),
      objectives: [name],
    })
  )
);

Deno.test("the check begins easy, goes up when right, down when wrong", () => {
  for (
    const [right, levels] of /** @type {[boolean, number[]][]} */ ([
      [true, [1, 2, 3, 3, 3, 3]],
      [false, [1, 1, 1, 1, 1, 1]],
    ])
  ) {
    /** @type {PlacementAnswer[]} */ const answered = [];
    for (let next = nextToAsk(POOL, answered); next; next = nextToAsk(POOL, answered)) {
      answered.push({ entry: next, right });
    }
    assert.deepEqual(answered.map((one) => one.entry.difficulty), levels);
    assert.equal(new Set(answered.flatMap((one) => one.entry.objectives)).size, 6);
  }
});

Deno.test("the check stops where there are no more questions", () => {
  assert.equal(nextToAsk([], []), null);
});

Deno.test("a learner is placed by what the right answers were worth", () => {
  const placed = (/** @type {string} */ signs) =>
    placementResult(
      [...signs].map((sign, index) => ({ entry: POOL[index + 7], right: sign === "+" })),
    );
  assert.equal(placed("------").level, "new");
  assert.equal(placed("+++---").level, "some");
  assert.equal(placed("++++++").level, "ready");
  assert.deepEqual(placed("+-++++").weak, ["b"]);
  assert.equal(placementResult([]).level, "new");
});

Deno.test("only topics enter from an address", () => {
  assert.deepEqual(topicsInQuery(topicQuery(["pair-97124-97140"])), ["pair-97124-97140"]);
  assert.deepEqual(
    topicsInQuery("?topic=../../evil&topic=objective-<b>&topic=https://x&topic=code-97124"),
    [
      "code-97124",
    ],
  );
});
