import assert from "node:assert/strict";
import {
  CELLS,
  drawForm,
  expected,
  mostIn,
} from "../../../site_config/frontend/exam/balanced_draw.js";
import * as scope from "../../../site_config/frontend/exam/scope.js";
import { startExam } from "../../../site_config/frontend/exam/state.js";
import { readExam } from "../../../site_config/frontend/shared/store/exam_record.js";

const ROLES = ["pt", "slp", "coder"];

/** Twenty questions: half of one family that weighs twice as much. */
const POOL = Array.from({ length: 20 }, (_, place) => ({
  id: `q${place}`,
  kind: "choose-code",
  difficulty: place % 2 + 1,
  family: place < 10 ? "procedures" : "evaluations",
  areas: place % 4 ? ["codes"] : ["units", "codes"],
  weight: place < 10 ? 2 : 1,
  ...(place === 1 && { enemies: ["q2"] }),
  ...(place === 2 && { enemies: ["q1"] }),
}));
const ALL = scope.inScope(POOL, { level: 0, areas: [] });

Deno.test("a scope has the questions of its level and areas, each counted in one", () => {
  assert.equal(ALL.length, 20);
  assert.ok(scope.inScope(POOL, { level: 2, areas: [] }).every((one) => one.difficulty === 2));
  const codes = scope.inScope(POOL, { level: 0, areas: ["codes"] });
  assert.deepEqual([codes.length, new Set(codes.map(({ area }) => area))], [
    20,
    new Set(["codes"]),
  ]);
  assert.equal(scope.inScope(POOL, { level: 0, areas: ["units"] }).length, 5);
  assert.deepEqual(scope.inScope(POOL, { level: 0, areas: ["gone"] }), []);
});

Deno.test("near-twins are never drawn together, so that there is one question less", () => {
  assert.equal(mostIn(ALL), 19);
  for (let seed = 0; seed < 50; seed++) {
    const ids = drawForm(ALL, 19, seed).map(({ id }) => id);
    assert.equal(new Set(ids).size, 19);
    assert.ok(!(ids.includes("q1") && ids.includes("q2")));
  }
});

Deno.test("any seed gives each family, area and level its share within one question", () => {
  const shares = expected(ALL, 6, CELLS);
  assert.ok(Math.abs((shares.get("family procedures") ?? 0) - 4) < 1e-9);
  /** @type {Set<string>} */ const forms = new Set();
  for (let seed = 0; seed < 50; seed++) {
    const form = drawForm(ALL, 6, seed);
    forms.add(form.map(({ id }) => id).sort().join());
    for (const [cell, share] of shares) {
      const found = form.filter((entry) => CELLS.some((of) => of(entry) === cell)).length;
      assert.ok(Math.abs(found - share) <= 1, `${cell}: ${found} of ${share}, seed ${seed}`);
    }
  }
  assert.ok(forms.size > 25);
});

Deno.test("a family has no larger share than it has questions", () => {
  const few = ALL.filter(({ family }, place) => family === "evaluations" || place < 2);
  const shares = expected(few, 10, CELLS);
  assert.ok((shares.get("family procedures") ?? 0) <= 2);
  assert.ok(Math.abs((shares.get("family evaluations") ?? 0) - 8) < 1e-9);
});

Deno.test("a form of more than there is has all there is", () => {
  assert.equal(drawForm(ALL, 100, 1).length, 19);
  assert.deepEqual(drawForm([], 10, 1), []);
});

Deno.test("a link carries an exam there and back", () => {
  const exam = { role: "slp", length: 20, level: 2, areas: ["codes", "units"], minutes: 45 };
  assert.deepEqual(scope.scopeInQuery(scope.scopeQuery(exam), ROLES), exam);
  const usual = { role: "pt", length: 40, level: 0, areas: [], minutes: 60 };
  assert.equal(scope.scopeQuery(usual), "?role=pt&length=40");
  const found = scope.scopeInQuery("?role=slp&length=20", ROLES);
  assert.deepEqual(found, { role: "slp", length: 20, minutes: null, level: 0, areas: [] });
  assert.equal(scope.scopeInQuery("?length=full", ROLES)?.length, 100);
  assert.equal(scope.scopeInQuery("?length=10&minutes=0", ROLES)?.minutes, 0);
});

Deno.test("what a link cannot ask for is left out", () => {
  for (const search of ["", "?role=king", "?length=7", "?level=9", "?topic=<b>", "?minutes=soon"]) {
    assert.equal(scope.scopeInQuery(search, ROLES), null, search);
  }
  const found = scope.scopeInQuery("?role=pt&minutes=99999&length=1e9", ROLES);
  assert.deepEqual(found, { role: "pt", length: 0, minutes: 600, level: 0, areas: [] });
});

Deno.test("the stored exam keeps its scope; one with a scope of another form is not read", () => {
  const made = startExam({
    id: "exam-1",
    items: ["a"],
    minutes: 10,
    now: 0,
    seed: 1,
    scope: { role: "slp", level: 2, areas: ["units"] },
  });
  assert.deepEqual(readExam(JSON.parse(JSON.stringify(made))), made);
  assert.equal(readExam({ ...made, scope: { role: "<b>", level: 2, areas: [] } }), null);
  const { scope: _, ...old } = made;
  assert.deepEqual(readExam(old), old);
});
