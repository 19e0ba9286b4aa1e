/** An instructor's own question: what a link, a result file and the gradebook take, and refuse. */
import assert from "node:assert/strict";
import {
  InvalidAssignment,
  readAssignment,
} from "../../../site_config/frontend/classroom/format/assignment.js";
import {
  digestOf,
  fromFragment,
  toFragment,
} from "../../../site_config/frontend/classroom/format/link.js";
import {
  NotAQuestion,
  ownDigest,
  ownMarking,
  readOwnQuestion,
  readOwnQuestions,
} from "../../../site_config/frontend/classroom/format/own_question.js";
import { nextVersion } from "../../../site_config/frontend/classroom/own/own_store.js";
import {
  gradebook,
  ownMarkings,
} from "../../../site_config/frontend/classroom/results/gradebook.js";
import { readResult } from "../../../site_config/frontend/classroom/results/result_file.js";
import { submissionOf } from "../../../site_config/frontend/classroom/results/submission.js";

/** @import { OwnQuestion } from "../../../site_config/frontend/shared/schema_types.d.ts" */

/** @type {OwnQuestion} */
const QUESTION = {
  id: "own-a-calf-1a2b3c4d",
  version: 2,
  kind: "choose-code",
  title: "Case 1: left calf",
  payer: "Medicare Part B",
  date: "2026-03-02",
  difficulty: 1,
  note: "PT, one-on-one.\nPetrissage to the calf, 15 minutes.",
  options: [
    { id: "97124", text: "Massage", feedback: "Kneading is massage." },
    { id: "97140", feedback: "No joint was moved." },
    { id: "ask-therapist", feedback: "The note says it all." },
  ],
  right: "97124",
  reason: "Kneading toward a goal is massage.",
  form: "date=2026-03-02&1.what=technique%3Apetrissage",
};
const TERMS = { id: "week", title: "Week", feedback: "at-end" };
const LINK = { v: 2, ...TERMS, items: ["a-calf", QUESTION.id], own: [QUESTION] };

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(1)</script>",
  '=HYPERLINK("https://example.org")',
  "\u202eevil",
  "__proto__",
  "{title}",
];

Deno.test("a link carries a question whole, and leaves other links as they were", () => {
  const assignment = readAssignment(LINK);
  assert.deepEqual(assignment.own, [QUESTION]);
  assert.deepEqual(fromFragment(toFragment(assignment)), assignment);
  const bare = readAssignment({ v: 1, ...TERMS, items: ["a-calf"] });
  assert.equal("own" in bare, false);
  assert.notEqual(digestOf(assignment), digestOf({ ...assignment, own: undefined }));
});

Deno.test("hostile texts stay the texts they are", () => {
  for (const text of HOSTILE) {
    const question = { ...QUESTION, title: text, note: text, reason: text, payer: text };
    assert.equal(readOwnQuestion(question).title, text);
    assert.deepEqual(fromFragment(toFragment(readAssignment({ ...LINK, own: [question] }))).own, [
      question,
    ]);
  }
  const unseen = readOwnQuestion({ ...QUESTION, title: "a\u0000b\nc\ud800" });
  assert.equal(unseen.title, "a b c\ufffd");
});

/** @type {[string, object][]} */
const BROKEN = [
  ["id", { id: "a-calf" }],
  ["id", { id: `own-${"x".repeat(90)}` }],
  ["id", { id: "own-__proto__" }],
  ["version", { version: 0 }],
  ["version", { version: 1.5 }],
  ["version", { version: 1e9 }],
  ["kind", { kind: "constructor" }],
  ["options", { kind: "claim" }],
  ["date", { date: "2026-02-30" }],
  ["difficulty", { difficulty: 4 }],
  ["title", { title: " " }],
  ["title", { title: "x".repeat(201) }],
  ["note", { note: "x".repeat(4001) }],
  ["note", { note: ["a"] }],
  ["options", { options: QUESTION.options.slice(1) }],
  ["options", { options: Array(7).fill(QUESTION.options[0]) }],
  ["options", { options: [...QUESTION.options, QUESTION.options[0]] }],
  ["options", { options: QUESTION.options.map((one) => ({ ...one, id: "constructor" })) }],
  ["options", { options: QUESTION.options.map((one) => ({ ...one, feedback: "" })) }],
  ["options", { options: QUESTION.options.map((one) => ({ ...one, text: 7 })) }],
  ["right", { right: "97110" }],
  ["reason", { reason: null }],
  ["form", { form: "x".repeat(4001) }],
];

for (const [place, change] of BROKEN) {
  Deno.test(`a question is refused over its ${place}: ${JSON.stringify(change).slice(0, 60)}`, () => {
    const value = { ...QUESTION, ...change };
    assert.throws(
      () => readOwnQuestion(value),
      (problem) => problem instanceof NotAQuestion && problem.place === place,
    );
    assert.throws(() => readAssignment({ ...LINK, own: [value] }), InvalidAssignment);
  });
}

Deno.test("what is no list of questions is refused, whatever it is", () => {
  const many = Array.from({ length: 51 }, (_, place) => ({ ...QUESTION, id: `own-${place}` }));
  for (const value of [null, {}, "x", 7, [null], [[]], [QUESTION, QUESTION], many]) {
    assert.throws(() => readOwnQuestions(value), NotAQuestion);
  }
});

Deno.test("no question travels unseen, and none is named that does not travel", () => {
  const broken = [
    { ...LINK, items: ["a-calf"] },
    { ...LINK, own: [] },
    { ...LINK, items: [...LINK.items, "own-another"] },
    { ...LINK, v: 1 },
    { v: 2, ...TERMS, items: ["a-calf"] },
  ];
  for (const value of broken) assert.throws(() => readAssignment(value), InvalidAssignment);
  assert.throws(() => readAssignment({ ...LINK, v: 3 }), { reason: "newer" });
});

Deno.test("unknown keys are left behind, and harm no prototype", () => {
  const told = JSON.stringify(QUESTION).replace("{", '{"__proto__":{"polluted":1},"more":1,');
  assert.deepEqual(readOwnQuestion(JSON.parse(told)), QUESTION);
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

/** @param {string} response @param {OwnQuestion} [question] @param {string} [name] */
const result = (response, question = QUESTION, name = "Ann") => ({
  format: "rightcode-result",
  version: 1,
  id: "11111111-1111-4111-8111-111111111111",
  assignment: { id: "week", items: [question.id] },
  learner: { name },
  attempt: 1,
  started: "2026-03-02T09:00:00Z",
  finished: "2026-03-02T09:10:00Z",
  site: { as_of: "2026-01-01" },
  answers: [{
    item: question.id,
    version: question.version,
    digest: ownDigest(question),
    response: [response],
    started: "2026-03-02T09:00:01Z",
    ms: 60_000,
  }],
  own_questions: [question],
});

/** @param {object[]} results */
function graded(results) {
  const submissions = results.map((one, place) => submissionOf(`${place}.json`, one));
  return gradebook(submissions, ownMarkings(submissions), Date.parse("2026-04-01T00:00:00Z"));
}

Deno.test("a result is marked by the question that it carries", () => {
  const rows = graded([result("97124"), result("97140", QUESTION, "Bob")]);
  assert.deepEqual(rows.map(({ right, counted }) => [right, counted]), [[1, 1], [0, 1]]);
  assert.deepEqual(ownMarking(QUESTION).options.map(({ right }) => right), [true, false, false]);
});

Deno.test("a key that one learner changed marks nobody and is flagged", () => {
  const changed = { ...QUESTION, right: "97140" };
  const rows = graded([
    result("97124"),
    result("97124", QUESTION, "Bob"),
    result("97140", changed, "Eve"),
  ]);
  assert.deepEqual(rows.map(({ right }) => right), [1, 1, 0]);
  assert.ok(rows[2].flags.some(({ name }) => name === "key-changed"));
});

Deno.test("a result file with a damaged question is refused by its place", () => {
  const value = { ...result("97124"), own_questions: [{ ...QUESTION, right: "97110" }] };
  assert.throws(() => readResult(value), { reason: "damaged", about: "own_questions right" });
});

Deno.test("a changed question is a new version, the same one is not", () => {
  assert.equal(nextVersion({ ...QUESTION, version: 1 }, undefined), 1);
  assert.equal(nextVersion({ ...QUESTION, version: 1 }, QUESTION), 2);
  assert.equal(nextVersion({ ...QUESTION, title: "Another" }, QUESTION), 3);
});
