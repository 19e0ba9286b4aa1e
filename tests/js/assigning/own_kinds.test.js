/** An instructor's own question of each form: what is taken and refused, and how it is marked. */
import assert from "node:assert/strict";
import { fromFragment, toFragment } from "../../../site_config/frontend/classroom/format/link.js";
import { readAssignment } from "../../../site_config/frontend/classroom/format/assignment.js";
import {
  NotAQuestion,
  ownMarking,
  readOwnQuestion,
} from "../../../site_config/frontend/classroom/format/own_question.js";
import { paperOf } from "../../../site_config/frontend/classroom/own/own_item.js";
import { score } from "../../../site_config/frontend/classroom/results/scoring.js";
import { FORMS, isKind } from "../../../site_config/frontend/quiz/kinds/forms.js";
import { claimKinds } from "../../../site_config/frontend/quiz/kinds/claim_kinds.js";
import { kinds } from "../../../site_config/frontend/quiz/kinds/index.js";
import { addKinds } from "../../../site_config/frontend/quiz/kinds/registry.js";

addKinds(claimKinds);

const HEAD = {
  id: "own-case-1a2b3c4d",
  version: 1,
  title: "Case 1",
  payer: "Medicare Part B",
  date: "2026-03-02",
  difficulty: /** @type {const} */ (1),
  reason: "By the minutes.",
};
const NOTE = { note: "PT, one-on-one. Exercises 30 minutes, mobilization 15 minutes." };
const CODES = ["97110", "97140", "97124"].map((id) => ({
  id,
  feedback: `Why of ${id}, in words.`,
}));

/** @type {Record<string, any>} */
const QUESTIONS = {
  "choose-all": {
    ...HEAD,
    kind: "choose-all",
    ...NOTE,
    options: CODES,
    right: ["97110", "97140"],
    prompt: "Which codes go on the claim?",
  },
  units: {
    ...HEAD,
    kind: "units",
    ...NOTE,
    options: [
      { ...CODES[0], wrong: [{ units: 3, feedback: "Rounded up by itself." }] },
      CODES[1],
    ],
    ways: [{ 97110: 2, 97140: 1 }],
  },
  claim: {
    ...HEAD,
    kind: "claim",
    ...NOTE,
    options: CODES,
    ways: [[["97110", 2, ["GP"]], ["97140", 1, ["GP", "59"]]]],
    modifiers: ["GP", "GO", "59"],
    lines: 4,
  },
  "judge-claim": {
    ...HEAD,
    kind: "judge-claim",
    statement: "97110 is billed once a day.",
    options: ["holds", "misleading", "does-not-hold"].map((id) => ({
      id,
      text: `Verdict ${id}`,
      feedback: `Why ${id}, in words.`,
    })),
    right: "does-not-hold",
    source: "CMS: Medicare Benefit Policy Manual",
  },
};

Deno.test("each kind is known by its form, and no other name is a kind", () => {
  for (const [name, kind] of kinds) {
    assert.equal(FORMS[/** @type {keyof typeof FORMS} */ (name)], kind.form);
  }
  assert.equal(Object.keys(FORMS).length, kinds.size);
  for (const name of ["constructor", "", null, undefined, 7]) assert.equal(isKind(name), false);
});

for (const [name, question] of Object.entries(QUESTIONS)) {
  Deno.test(`a link carries a question of ${name} whole`, () => {
    const read = readOwnQuestion(question);
    assert.deepEqual(read, question);
    const terms = { id: "week", title: "Week", feedback: "at-end" };
    const assignment = readAssignment({ v: 2, ...terms, items: [read.id], own: [question] });
    assert.deepEqual(fromFragment(toFragment(assignment)).own, [question]);
  });

  Deno.test(`a question of ${name} is printed as its kind is`, () => {
    const paper = paperOf(readOwnQuestion(question));
    const types = { one: "single", several: "several", numbers: "numbers", lines: "claim" };
    assert.equal(paper.response.type, types[FORMS[/** @type {"units"} */ (name)]]);
    assert.ok(paper.solution.length > 3);
  });
}

/** @type {[string, string[], boolean, number][]} */
const MARKED = [
  ["choose-all", ["97110", "97140"], true, 1],
  ["choose-all", ["97110"], false, 0],
  ["units", ["97110.2", "97140.1"], true, 1],
  ["units", ["97110.3", "97140.1"], false, 0.5],
  ["claim", ["1.97140.1.59.GP", "2.97110.2.GP"], true, 1],
  ["claim", ["1.97140.1.GP", "2.97110.2.GP"], false, 5 / 6],
  ["judge-claim", ["does-not-hold"], true, 1],
  ["judge-claim", ["holds"], false, 0],
];

for (const [name, response, right, points] of MARKED) {
  Deno.test(`an answer to ${name} is marked: ${response.join(" ")}`, () => {
    const found = score(ownMarking(readOwnQuestion(QUESTIONS[name])), response);
    assert.equal(found?.right, right);
    assert.ok(Math.abs((found?.points ?? -1) - points) < 1e-9, String(found?.points));
  });
}

const LINE = ["97110", 2, ["GP"]];
/** @type {[string, string, object][]} */
const BROKEN = [
  ["choose-all", "right", { right: [] }],
  ["choose-all", "right", { right: "97110" }],
  ["choose-all", "right", { right: ["97110", "97110"] }],
  ["choose-all", "right", { right: ["97035"] }],
  ["choose-all", "options", { options: CODES.slice(1) }],
  ["choose-all", "wrong", { options: CODES.map((one) => ({ ...one, wrong: [{ units: 1 }] })) }],
  ["choose-all", "prompt", { prompt: "x".repeat(201) }],
  ["units", "ways", { ways: [] }],
  ["units", "ways", { ways: "97110" }],
  ["units", "ways", { ways: [{ 97110: 2 }] }],
  ["units", "ways", { ways: [{ 97110: 2, 97140: 10 }] }],
  ["units", "ways", { ways: [{ 97110: 2, 97124: 1 }] }],
  ["units", "options", { options: [{ id: "holds", feedback: "No code at all." }] }],
  ["units", "wrong", { options: [{ ...CODES[0], wrong: [{ units: -1, feedback: "x" }] }] }],
  ["units", "wrong", { options: [{ ...CODES[0], wrong: [{ units: 1, feedback: "" }] }] }],
  ["claim", "ways", { ways: [[["97110", 0, ["GP"]]]] }],
  ["claim", "ways", { ways: [[["97110", 2, ["KX"]]]] }],
  ["claim", "ways", { ways: [[["97035", 1, ["GP"]]]] }],
  ["claim", "ways", { ways: [[["97110", 1]]] }],
  ["claim", "ways", { ways: [Array(5).fill(LINE)] }],
  ["claim", "ways", { ways: Array(13).fill([LINE]) }],
  ["claim", "lines", { lines: 7 }],
  ["claim", "modifiers", { modifiers: ["GP", "<b>"] }],
  ["claim", "modifiers", { modifiers: ["GP", "GP"] }],
  ["judge-claim", "statement", { statement: "" }],
  ["judge-claim", "right", { right: "unverifiable" }],
  ["judge-claim", "source", { source: "x".repeat(201) }],
];

for (const [name, place, change] of BROKEN) {
  Deno.test(`${name} is refused over its ${place}: ${JSON.stringify(change).slice(0, 50)}`, () => {
    assert.throws(
      () => readOwnQuestion({ ...QUESTIONS[name], ...change }),
      (problem) => problem instanceof NotAQuestion && problem.place === place,
    );
  });
}
