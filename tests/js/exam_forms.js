/**
 * Exam forms of the real questions: `deno run tests/js/exam_forms.js` reads pools by role from
 * standard input, draws forms of many sizes and seeds, and prints what is wrong with any of them.
 * tests/test_exam_scopes.py starts it.
 */
import {
  CELLS,
  drawForm,
  expected,
  mostIn,
} from "../../site_config/frontend/exam/balanced_draw.js";
import { inScope, LENGTHS } from "../../site_config/frontend/exam/scope.js";

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed * 7919 + 1);
const SCOPES = [
  { level: 0, areas: [] },
  { level: 2, areas: [] },
  { level: 0, areas: ["codes", "units"] },
];

/** @typedef {import("../../site_config/frontend/exam/scope.js").ExamEntry} ExamEntry */

/** @type {Record<string, ExamEntry[]>} */
const pools = JSON.parse(await new Response(Deno.stdin.readable).text());
const problems = [];
let forms = 0;

for (const [role, pool] of Object.entries(pools)) {
  for (const scope of SCOPES) {
    const entries = inScope(pool, scope);
    for (const count of LENGTHS.filter((length) => length <= mostIn(entries))) {
      const wanted = expected(entries, count, CELLS);
      /** @type {Set<string>} */ const drawn = new Set();
      for (const seed of SEEDS) {
        const form = drawForm(entries, count, seed);
        forms++;
        const where = `${role} ${JSON.stringify(scope)} ${count} seed ${seed}`;
        const ids = new Set(form.map(({ id }) => id));
        drawn.add([...ids].sort().join(" "));
        if (ids.size !== count) problems.push(`${where}: ${ids.size} questions`);
        if (form.some(({ enemies }) => enemies?.some((id) => ids.has(id)))) {
          problems.push(`${where}: near-twins together`);
        }
        for (const [cell, share] of wanted) {
          const found = form.filter((entry) => CELLS.some((of) => of(entry) === cell)).length;
          if (Math.abs(found - share) > 1.001) {
            problems.push(`${where}: ${cell} ${found} of ${share}`);
          }
        }
      }
      const isAlwaysSame = drawn.size === 1 && count < mostIn(entries) / 2;
      if (isAlwaysSame) problems.push(`${role} ${count}: every seed gives the same form`);
    }
  }
}
console.log(JSON.stringify({ forms, problems }));
