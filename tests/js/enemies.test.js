import assert from "node:assert/strict";
import { withoutEnemies } from "../../site_config/frontend/shared/enemies.js";
import { chooseQuestions } from "../../site_config/frontend/practice/topic_chooser.js";
import { nextToAsk } from "../../site_config/frontend/practice/placement.js";

const twin = { id: "twin", enemies: ["first"] };
const entries = [{ id: "first", enemies: ["twin"] }, twin, { id: "other" }];
const ids = (/** @type {{id: string}[]} */ list) => list.map(({ id }) => id);

Deno.test("of near-twins the first is drawn", () => {
  assert.deepEqual(ids(withoutEnemies(entries)), ["first", "other"]);
  assert.deepEqual(ids(withoutEnemies([...entries].reverse())), ["other", "twin"]);
});

Deno.test("a twin of what is taken is not drawn", () => {
  assert.deepEqual(ids(withoutEnemies([twin], ["first"])), []);
});

Deno.test("the placement quiz asks no twin of what it asked", () => {
  const made = (/** @type {typeof twin | {id: string}} */ entry) => /** @type {any} */ ({
    difficulty: 2,
    objectives: [entry.id],
    ...entry,
  });
  assert.equal(nextToAsk([made(twin)], [{ entry: made(entries[0]), right: true }]), null);
});

Deno.test("a round on a topic has no near-twins, and what has no entry stays in it", async () => {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const screen = /** @type {any} */ ({
    library: { onTopics: () => ["first", "twin", "lost"], entries: () => known },
    store: { all: () => [] },
  });
  for (let seed = 0; seed < 8; seed++) {
    const drawn = await chooseQuestions(screen, ["objective-massage"], seed);
    assert.equal(drawn.length, 2);
    assert.ok(drawn.includes("lost"));
  }
});
