/** Who has handed in what, by hand-made rows. */
import assert from "node:assert/strict";
import {
  classTable,
  classView,
  namesOf,
} from "../../../site_config/frontend/classroom/results/class_view.js";
import { toCsv } from "../../../site_config/frontend/classroom/results/spreadsheets.js";

/** @import { Row } from "../../../site_config/frontend/classroom/results/types.d.ts" */

/**
 * @param {string} name @param {string} assignment @param {Partial<Row> & {day?: string}} [more]
 * @returns {Row}
 */
const row = (
  name,
  assignment,
  { day = "2026-03-02", ...more } = {},
) => /** @type {Row} */ (/** @type {unknown} */ ({
  submission: {
    result: {
      learner: { name },
      assignment: { id: assignment },
      finished: `${day}T09:00:00Z`,
    },
  },
  title: assignment.toUpperCase(),
  marked: [{}, {}],
  set: ["a", "b"],
  percent: 50,
  stands: true,
  ...more,
}));

Deno.test("a pasted list has each name once, however it is pasted", () => {
  assert.deepEqual(namesOf("Ann Ash\r\n\n ann  ash \nBirch, Bob\tbob@example.org\nBob Birch"), [
    "Ann Ash",
    "Birch, Bob",
  ]);
  assert.deepEqual(namesOf(""), []);
});

Deno.test("the newest attempt says when and how much, the best how well", () => {
  const rows = [
    row("Ann Ash", "one", { day: "2026-03-05", percent: 40, marked: [] }),
    row("ann ash", "one", { day: "2026-03-02", percent: 90 }),
    row("Bob Birch", "two", { percent: null }),
    row("Eve", "one", { stands: false }),
  ];
  const { assignments, learners } = classView(rows, []);
  assert.deepEqual(assignments.map(({ id }) => id), ["one", "two"]);
  assert.deepEqual(learners.map(({ name, isListed }) => [name, isListed]), [
    ["Ann Ash", true],
    ["Bob Birch", true],
  ]);
  assert.deepEqual(learners[0].progress, [
    { date: "2026-03-05", percent: 90, attempts: 2, answered: 0, asked: 2 },
    null,
  ]);
  assert.equal(learners[1].progress[1]?.percent, null);
});

Deno.test("a list shows who is missing, and who is not on it", () => {
  const view = classView(
    [row("Bob Birch", "one"), row("Zoë", "one")],
    namesOf("Ash, Ann\nBirch, Bob"),
  );
  assert.deepEqual(
    view.learners.map(({ name, isListed, progress: [one] }) => [
      name,
      isListed,
      Boolean(one),
    ]),
    [["Ash, Ann", true, false], ["Birch, Bob", true, true], ["Zoë", false, true]],
  );
});

Deno.test("what a learner or a title is called is no formula in the saved table", () => {
  const name = '=HYPERLINK("https://example.org")';
  const csv = toCsv(classTable(classView([row(name, "one", { title: "=1+1" })], [])));
  assert.ok(csv.includes('"\'=HYPERLINK(""https://example.org"")"'));
  assert.ok(csv.includes("'=1+1: state"));
  assert.ok(!/(^|,)=/m.test(csv));
});
