import assert from "node:assert/strict";
import { findApi } from "../../../site_config/frontend/lms/scorm_api.js";
import { openScorm12, openScorm2004 } from "../../../site_config/frontend/lms/scorm_editions.js";
import { progressOf } from "../../../site_config/frontend/lms/score.js";
import { duration, timespan } from "../../../site_config/frontend/lms/time_format.js";
import { ASKED, attempt, RIGHT } from "./made.js";

/**
 * An LMS that keeps what it is told.
 *
 * @param {"LMS" | ""} prefix
 * @param {Record<string, string>} values
 */
function lms(prefix, values = {}) {
  /** @type {Record<string, string>} */ const kept = { ...values };
  /** @type {string[]} */ const calls = [];
  const said = (/** @type {string} */ name, /** @type {(...given: string[]) => string} */ act) => ({
    [`${prefix}${name}`]: (/** @type {string[]} */ ...given) => (calls.push(name), act(...given)),
  });
  const api = {
    ...said("Initialize", () => "true"),
    ...said(prefix ? "Finish" : "Terminate", () => "true"),
    ...said("GetValue", (name) => kept[name] ?? ""),
    ...said("SetValue", (name, value) => (kept[name] = value, "true")),
    ...said("Commit", () => "true"),
    ...said("GetLastError", () => "0"),
  };
  return { api, kept, calls };
}

const told = (/** @type {number} */ place) => ({
  asked: ASKED[place],
  attempt: attempt(place, RIGHT[place], 5),
  seconds: 61.5,
  counts: true,
});
const whole = (/** @type {number | null} */ mark) =>
  progressOf(ASKED, RIGHT.map((chosen, place) => attempt(place, chosen, place)), {
    mark,
    tries: 1,
  });
const begun = progressOf(ASKED, [attempt(0, RIGHT[0], 1)], { mark: 0.8, tries: 1 });

Deno.test("the API is found in frames above and in their opener, not beyond other origins", () => {
  const api = {};
  const top = /** @type {any} */ ({ API: api });
  top.parent = top;
  const frame = { parent: { parent: top }, top };
  assert.equal(findApi(frame, "API"), api);
  const alone = /** @type {any} */ ({ opener: frame });
  alone.parent = alone.top = alone;
  assert.equal(findApi(alone, "API"), api);
  const barred = {
    get parent() {
      throw new Error("another origin");
    },
    top: null,
  };
  assert.equal(findApi(barred, "API_1484_11"), null);
});

Deno.test("SCORM 1.2 keeps the score back until the end, then tells score and passed", () => {
  const { api, kept } = lms("LMS", { "cmi.core.lesson_status": "not attempted" });
  const runtime = openScorm12(api, () => 0);
  runtime?.answered(told(0), begun, "state");
  assert.equal(kept["cmi.core.lesson_status"], "incomplete");
  assert.equal(kept["cmi.core.score.raw"], undefined);
  runtime?.answered(told(4), whole(0.8), "state 2");
  assert.equal(kept["cmi.core.lesson_status"], "passed");
  assert.equal(kept["cmi.core.score.raw"], "100");
  assert.equal(kept["cmi.suspend_data"], "state 2");
});

Deno.test("without a pass mark the score is told as it goes, in both editions", () => {
  const open = progressOf(ASKED, [attempt(0, RIGHT[0], 1)], { mark: null, tries: 1 });
  const share = String(Math.round(100 / ASKED.length));
  for (const [prefix, run, key] of [["LMS", openScorm12, "cmi.core"], ["", openScorm2004, "cmi"]]) {
    const { api, kept } = lms(/** @type {any} */ (prefix));
    const opened = /** @type {typeof openScorm12} */ (run)(api, () => 0);
    opened?.answered(told(0), open, "");
    assert.equal(Math.round(Number(kept[`${key}.score.raw`])), Number(share));
  }
});

Deno.test("SCORM 1.2 tells a choice in letters and a claim in words", () => {
  const { api, kept } = lms("LMS");
  const runtime = openScorm12(api, () => 0);
  runtime?.answered(told(1), begun, "");
  runtime?.answered(told(4), begun, "");
  const first = (/** @type {string} */ name) => kept[`cmi.interactions.0.${name}`];
  assert.deepEqual(
    [first("type"), first("student_response"), first("correct_responses.0.pattern")],
    [
      "choice",
      "a,c",
      "a,c",
    ],
  );
  assert.deepEqual([first("result"), first("latency"), first("objectives.0.id")], [
    "correct",
    "0000:01:01.50",
    "tell-apart",
  ]);
  assert.equal(kept["cmi.interactions.1.type"], "fill-in");
  const right = "97110 × 2 GP; 97140 × 1 59 GP";
  assert.equal(kept["cmi.interactions.1.student_response"], right);
  assert.equal(kept["cmi.interactions.1.correct_responses.0.pattern"], right);
});

Deno.test("SCORM 2004 tells completion and success apart, and every right answer of a tie", () => {
  const { api, kept } = lms("");
  const runtime = openScorm2004(api, () => 0);
  runtime?.answered(told(3), begun, "");
  assert.deepEqual(
    [kept["cmi.completion_status"], kept["cmi.success_status"], kept["cmi.progress_measure"]],
    ["incomplete", undefined, "0.2"],
  );
  assert.equal(kept["cmi.interactions.0.learner_response"], "97110 × 1[,]97140 × 2");
  assert.equal(kept["cmi.interactions.0.correct_responses.1.pattern"], "97110 × 1[,]97140 × 2");
  runtime?.answered(told(0), whole(null), "");
  assert.deepEqual([
    kept["cmi.completion_status"],
    kept["cmi.success_status"],
    kept["cmi.score.scaled"],
  ], [
    "completed",
    undefined,
    "1",
  ]);
});

Deno.test("the pass mark is the LMS's own where it has one", () => {
  assert.equal(
    openScorm12(lms("LMS", { "cmi.student_data.mastery_score": "75" }).api, () => 0)?.mark,
    0.75,
  );
  assert.equal(
    openScorm2004(lms("", { "cmi.scaled_passing_score": "0.6" }).api, () => 0)?.mark,
    0.6,
  );
  assert.equal(openScorm12(lms("LMS").api, () => 0)?.mark, null);
});

Deno.test("in review nothing is recorded", () => {
  const { api, calls } = lms("", { "cmi.mode": "review" });
  const runtime = openScorm2004(api, () => 0);
  runtime?.leave();
  assert.equal(runtime?.records, false);
  assert.ok(!calls.includes("SetValue"));
});

Deno.test("the session ends once, with its time, to be taken up again", async () => {
  const { api, kept, calls } = lms("LMS");
  let now = 10;
  const runtime = openScorm12(api, () => now);
  now = 3700;
  await runtime?.leave();
  await runtime?.leave();
  assert.equal(kept["cmi.core.session_time"], "0001:01:30.00");
  assert.equal(kept["cmi.core.exit"], "suspend");
  assert.equal(calls.filter((name) => name === "Finish").length, 1);
});

Deno.test("an LMS that refuses is told of and does not stop the learner", () => {
  const { api } = lms("LMS");
  const runtime = openScorm12({ ...api, LMSCommit: () => "false" }, () => 0);
  /** @type {unknown[]} */ const heard = [];
  runtime?.onTrouble((trouble) => heard.push(trouble));
  runtime?.answered(told(0), begun, "");
  assert.deepEqual(heard, ["refused"]);
  assert.equal(openScorm12({ LMSInitialize: () => "false" }, () => 0), null);
});

Deno.test("an LMS that keeps no interactions is none that refuses", () => {
  const { api } = lms("LMS");
  const sparse = {
    ...api,
    LMSSetValue: (/** @type {string} */ name) => String(!/interactions|score\.m/.test(name)),
  };
  /** @type {unknown[]} */ const heard = [];
  const runtime = openScorm12(sparse, () => 0);
  runtime?.onTrouble((trouble) => heard.push(trouble));
  runtime?.answered(told(0), whole(0.8), "");
  assert.deepEqual(heard, [null]);
  const full = openScorm12({
    ...api,
    LMSSetValue: (/** @type {string} */ name) => String(name !== "cmi.suspend_data"),
  }, () => 0);
  /** @type {unknown[]} */ const others = [];
  full?.onTrouble((trouble) => others.push(trouble));
  full?.answered(told(0), begun, "");
  assert.deepEqual(others, ["refused"]);
});

Deno.test("times are written as each edition wants them", () => {
  assert.equal(timespan(59.999), "0000:00:59.99");
  assert.equal(timespan(3599.5), "0000:59:59.50");
  assert.equal(duration(61.504), "PT61.5S");
});
