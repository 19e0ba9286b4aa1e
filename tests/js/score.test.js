import assert from "node:assert/strict";
import { claimKinds } from "../../site_config/frontend/quiz/kinds/claim_kinds.js";
import { kinds } from "../../site_config/frontend/quiz/kinds/index.js";
import { addKinds } from "../../site_config/frontend/quiz/kinds/registry.js";
import {
  byObjective,
  countConfusions,
  isMissed,
  tally,
} from "../../site_config/frontend/quiz/score.js";

addKinds(claimKinds);

/** @typedef {import("../../site_config/frontend/shared/types.d.ts").Entry} Entry */
/** @typedef {import("../../site_config/frontend/quiz/kinds/question_kind.js").QuestionKind} Kind */

const kind = (/** @type {string} */ name) => /** @type {Kind} */ (kinds.get(name));

/** @param {string[]} right @param {string[]} wrong @param {string[]} objectives */
const question = (right, wrong, objectives = []) => ({
  id: "item",
  version: 1,
  objectives,
  options: [
    ...right.map((id) => ({ id, name: id, right: true, free: false })),
    ...wrong.map((id) => ({ id, name: id, right: false, free: false })),
  ],
});

/**
 * @param {string} name
 * @param {ReturnType<typeof question>} asked
 * @param {...string[]} answers
 * @returns {Entry}
 */
const entry = (name, asked, ...answers) => ({
  question: asked,
  kind: kind(name),
  attempts: answers.map((chosen, place) => ({
    id: `a${place}`,
    item: "item",
    version: 1,
    at: "2026-03-02T09:00:00.000Z",
    chosen,
    right: kind(name).isRight(asked, chosen),
  })),
});

const massage = question(["97124"], ["97140", "97110"], ["tell-massage"]);
const visit = question(["97110", "97112"], ["97010", "97530"], ["name-codes", "tell-massage"]);

Deno.test("one code is right or it is not", () => {
  assert.equal(kind("choose-code").isRight(massage, ["97124"]), true);
  assert.equal(kind("choose-code").isRight(massage, ["97140"]), false);
  assert.equal(kind("choose-code").isRight(massage, ["99999"]), false);
});

Deno.test("where two answers are defended either is right", () => {
  assert.equal(kind("choose-code").isRight(question(["97530", "97112"], []), ["97112"]), true);
});

Deno.test("choosing all is right only when exactly right", () => {
  const isRight = (/** @type {string[]} */ chosen) => kind("choose-all").isRight(visit, chosen);
  assert.equal(isRight(["97112", "97110"]), true);
  assert.equal(isRight(["97110"]), false);
  assert.equal(isRight(["97110", "97112", "97010"]), false);
});

Deno.test("each tick is right, wrong, missed or rightly left out", () => {
  const marks = visit.options.map((option) => kind("choose-all").mark(option, ["97110", "97010"]));
  assert.deepEqual(marks, ["right", "missed", "wrong", "left"]);
});

Deno.test("the last answer counts, and the first one is told apart", () => {
  const entries = [entry("choose-code", massage, ["97140"], ["97124"]), entry("choose-all", visit)];
  assert.deepEqual(tally(entries), { total: 2, answered: 1, right: 1, firstRight: 0, missed: 0 });
  assert.deepEqual(entries.map(isMissed), [false, false]);
});

Deno.test("an objective counts the questions that name it and were answered", () => {
  const entries = [
    entry("choose-code", massage, ["97124"]),
    entry("choose-all", visit, ["97110"]),
    entry("choose-code", question(["97140"], [], ["not-yet"])),
  ];
  assert.deepEqual(byObjective(entries), [
    { id: "tell-massage", right: 1, total: 2 },
    { id: "name-codes", right: 0, total: 1 },
  ]);
});

Deno.test("97140 chosen for 97124 three times is one confusion, and stands first", () => {
  const entries = [
    entry("choose-all", visit, ["97110", "97010"]),
    entry("choose-code", massage, ["97140"], ["97140"], ["97124"]),
    entry("choose-code", massage, ["97140"]),
  ];
  assert.deepEqual(countConfusions(entries), [
    { chosen: "97140", right: "97124", times: 3 },
    { chosen: null, right: "97112", times: 1 },
    { chosen: "97010", right: null, times: 1 },
  ]);
});

Deno.test("what was not answered mixes up nothing", () => {
  const entries = [entry("choose-all", visit, []), entry("choose-code", massage, [])];
  assert.deepEqual(countConfusions(entries), []);
});
