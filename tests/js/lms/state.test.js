import assert from "node:assert/strict";
import { progressOf } from "../../../site_config/frontend/lms/score.js";
import {
  holdsCounted,
  readState,
  writeState,
} from "../../../site_config/frontend/lms/saved_state.js";
import { ASKED, asking, attempt, RIGHT } from "./made.js";

const ROUND = { seed: 4294967295, since: "2026-11-21T08:59:00.000Z" };
const LOG = RIGHT.map((chosen, place) => attempt(place, chosen, place));
const ROOMY = { tries: 0, capacity: 4096 };

/** @param {import("../../../site_config/frontend/shared/types.d.ts").Attempt[]} log */
const bare = (log) => log.map(({ id: _, ...rest }) => rest);

Deno.test("what is kept of the answers comes back as it was, with the order of the options", () => {
  const found = readState(ASKED, writeState(ASKED, LOG, ROUND, ROOMY));
  assert.deepEqual(bare(found?.log ?? []), bare(LOG));
  assert.deepEqual(found?.round, ROUND);
  assert.equal(new Set(found?.log.map(({ id }) => id)).size, LOG.length);
});

Deno.test("what an LMS has no room for is known", () => {
  const roomy = writeState(ASKED, LOG, ROUND, ROOMY);
  assert.ok(holdsCounted(LOG, roomy, 0));
  const tight = writeState(ASKED, LOG, ROUND, { tries: 0, capacity: roomy.length - 1 });
  assert.ok(!holdsCounted(LOG, tight, 0));
  const second = [...LOG, attempt(0, RIGHT[0], 99)];
  const without = writeState(ASKED, second, ROUND, { tries: 1, capacity: roomy.length + 3 });
  assert.ok(holdsCounted(second, without, 1), "a second try that does not count may go");
});

Deno.test("what was kept for other questions is not read as if it were for these", () => {
  const text = writeState(ASKED, LOG, ROUND, ROOMY);
  const moved = [ASKED[1], ASKED[0], ...ASKED.slice(2)];
  const reworded = [
    asking("calf", "choose-code", ["97140", "97124", "not-billable"], ["97124"]),
    ...ASKED.slice(1),
  ];
  for (const others of [moved, reworded, ASKED.slice(1)]) {
    assert.equal(readState(others, text), null);
  }
  for (const broken of ["", "hello", "2|x|y|z|", text.replace("1|", "9|")]) {
    assert.equal(readState(ASKED, broken), null);
  }
});

Deno.test("a damaged entry is passed over and the others stay", () => {
  const text = writeState(ASKED, LOG, ROUND, ROOMY).replace(/\|[^|;]*;/, "|0,zz!,99;");
  assert.deepEqual(bare(readState(ASKED, text)?.log ?? []), bare(LOG.slice(1)));
});

Deno.test("fifty claims of three lines fit into SCORM 1.2; what counts goes last", () => {
  const many = Array.from(
    { length: 50 },
    (_, place) => asking(`claim-${place}`, "claim", ["97110"], ["97110"], ASKED[4].question.data),
  );
  const lines = Array.from({ length: 3 }, (_, line) => `${line + 1}.97110.3.GP.KX`);
  const log = many.flatMap(({ question }, place) =>
    [0, 1, 2].map((round) => ({
      ...attempt(4, lines, place),
      id: `${question.id}-${round}`,
      item: question.id,
      at: new Date(Date.UTC(2026, 10, 21, 9 + round, 0, place)).toISOString(),
    }))
  );
  const text = writeState(many, log, ROUND, { tries: 1, capacity: 4096 });
  assert.ok(text.length <= 4096, String(text.length));
  const kept = readState(many, text)?.log ?? [];
  assert.deepEqual(
    kept.filter(({ at }) => at.includes("T09:")).map(({ item }) => item),
    many.map(({ question }) => question.id),
  );
});

Deno.test("the last answer counts, or the last of so many", () => {
  const log = [attempt(0, ["97140"], 1), attempt(0, ["97124"], 2), ...LOG.slice(1)];
  assert.equal(progressOf(ASKED, log, { mark: null, tries: 0 }).right, 5);
  assert.equal(progressOf(ASKED, log, { mark: null, tries: 1 }).right, 4);
  assert.equal(progressOf(ASKED, log, { mark: null, tries: 2 }).right, 5);
});

Deno.test("nothing is passed before every question is answered, and nothing without a mark", () => {
  assert.equal(progressOf(ASKED, LOG.slice(1), { mark: 0.5, tries: 1 }).passed, null);
  assert.equal(progressOf(ASKED, LOG, { mark: null, tries: 1 }).passed, null);
  const missed = [attempt(0, ["97140"], 1), ...LOG.slice(1)];
  assert.equal(progressOf(ASKED, missed, { mark: 0.8, tries: 1 }).passed, true);
  assert.equal(progressOf(ASKED, missed, { mark: 0.81, tries: 1 }).passed, false);
  assert.deepEqual([1, 2, 0].map((tries) => progressOf(ASKED, missed, { mark: 1, tries }).final), [
    true,
    false,
    false,
  ]);
});

Deno.test("a state with moments beyond dates gives no broken date", () => {
  const [version, digest] = writeState(ASKED, LOG, ROUND, { tries: 1, capacity: 9999 }).split("|");
  for (const huge of ["zzzzzzzzzzzz", "-1", ""]) {
    const read = readState(ASKED, [version, digest, huge, huge, `0,${huge},0`].join("|"));
    assert.equal(read?.round.since, "1970-01-01T00:00:00.000Z");
    assert.ok(read.log.every(({ at }) => new Date(at).toISOString() === at));
  }
});
