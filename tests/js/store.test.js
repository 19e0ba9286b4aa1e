import assert from "node:assert/strict";
import { mergeAttempts } from "../../site_config/elements/store/merge.js";
import { LocalStore } from "../../site_config/elements/store/store.js";
import { MemoryStorage } from "./memory_storage.js";

/** @typedef {import("../../site_config/elements/types.js").Attempt} Attempt */

const NOW = new Date("2026-03-02T10:00:00.000Z");
const KEY = "rightcode/1/answers/calf@1";

/** @param {Partial<Attempt>} [change] @returns {Attempt} */
const attempt = (change) => ({
  item: "calf",
  version: 1,
  at: "2026-03-02T09:00:00.000Z",
  chosen: ["97140"],
  right: false,
  ...change,
});

/** @param {() => Storage} reach */
function open(reach) {
  const store = new LocalStore({ reach, now: () => NOW, newSeed: () => 42 });
  /** @type {string[]} */ const problems = [];
  store.onProblem((problem) => problems.push(problem));
  return { store, problems };
}

Deno.test("an answer is there again in another session", async () => {
  const storage = new MemoryStorage();
  await open(() => storage).store.record(attempt());
  const { store, problems } = open(() => storage);
  assert.deepEqual(await store.attempts({ item: "calf", version: 1 }), [attempt()]);
  assert.deepEqual(problems, []);
});

Deno.test("another version of an item is neither credited nor blamed", async () => {
  const { store } = open(() => new MemoryStorage());
  await store.record(attempt());
  assert.deepEqual(await store.attempts({ item: "calf", version: 2 }), []);
});

Deno.test("another item is not touched, however alike its name", async () => {
  const { store } = open(() => new MemoryStorage());
  await store.record(attempt({ item: "calf-1", version: 1 }));
  assert.deepEqual(await store.attempts({ item: "calf", version: 11 }), []);
});

for (
  const damage of [
    "{",
    "null",
    "{}",
    '"x"',
    "[null]",
    '[{"at":"yesterday","chosen":["a"],"right":true}]',
    '[{"at":"2026-03-02T09:00:00.000Z","chosen":"97140","right":true}]',
    '[{"at":"2026-03-02T09:00:00.000Z","chosen":["<img src=x onerror=alert(1)>"],"right":true}]',
    '[{"at":"2026-03-02T09:00:00.000Z","chosen":["a"],"right":"yes"}]',
  ]
) {
  Deno.test(`damaged answers are set aside and practice goes on: ${damage}`, async () => {
    const storage = new MemoryStorage();
    storage.setItem(KEY, damage);
    const { store, problems } = open(() => storage);
    assert.deepEqual(await store.attempts({ item: "calf", version: 1 }), []);
    assert.deepEqual(problems, ["damaged"]);
    assert.equal(storage.getItem(`rightcode/damaged/2026-03-02T10:00:00.000Z/${KEY}`), damage);
    await store.record(attempt());
    assert.equal((await store.attempts({ item: "calf", version: 1 })).length, 1);
  });
}

Deno.test("damage to one item leaves the others readable, also for the file", async () => {
  const storage = new MemoryStorage();
  await open(() => storage).store.record(attempt({ item: "other" }));
  storage.setItem(KEY, "{");
  storage.setItem("rightcode/1/answers/no-version", "[]");
  assert.deepEqual((await open(() => storage).store.all()).map(({ item }) => item), ["other"]);
});

Deno.test("a damaged round and a damaged view give way to new ones", async () => {
  const storage = new MemoryStorage();
  storage.setItem("rightcode/1/quiz/q", '{"seed":-1}');
  storage.setItem("rightcode/1/view", "[");
  const { store, problems } = open(() => storage);
  assert.deepEqual(await store.round("q"), { seed: 42, since: "1970-01-01T00:00:00.000Z" });
  assert.equal(await store.view(), "one");
  assert.deepEqual(problems, ["damaged"]);
});

Deno.test("the round's seed and the view are kept", async () => {
  const storage = new MemoryStorage();
  const { store } = open(() => storage);
  await store.saveRound("q", { seed: 7, since: NOW.toISOString() });
  await store.saveView("list");
  const again = open(() => storage).store;
  assert.deepEqual(await again.round("q"), { seed: 7, since: NOW.toISOString() });
  assert.equal(await again.view(), "list");
});

Deno.test("with storage blocked practice goes on, and it is said", async () => {
  const { store, problems } = open(() => {
    throw new DOMException("denied", "SecurityError");
  });
  await store.record(attempt());
  assert.deepEqual(await store.attempts({ item: "calf", version: 1 }), [attempt()]);
  assert.deepEqual(problems, ["blocked"]);
});

Deno.test("with storage full practice goes on, it is said once, and the file has everything", async () => {
  const storage = new MemoryStorage(100);
  const { store, problems } = open(() => storage);
  await store.record(attempt());
  await store.record(attempt({ item: "second" }));
  await store.record(attempt({ item: "third" }));
  assert.deepEqual(problems, ["full"]);
  assert.deepEqual((await store.all()).map(({ item }) => item), ["calf", "second", "third"]);
});

Deno.test("two tabs that answer at once lose nothing", async () => {
  const storage = new MemoryStorage();
  const [left, right] = [open(() => storage).store, open(() => storage).store];
  await left.attempts({ item: "calf", version: 1 });
  await right.record(attempt());
  await left.record(attempt({ at: "2026-03-02T09:00:01.000Z", chosen: ["97124"], right: true }));
  assert.equal((await right.attempts({ item: "calf", version: 1 })).length, 2);
});

Deno.test("merging twice adds nothing the second time", async () => {
  const { store } = open(() => new MemoryStorage());
  const file = [attempt(), attempt({ item: "other" })];
  assert.deepEqual(await store.merge(file), { added: 2, known: 0 });
  assert.deepEqual(await store.merge(file), { added: 0, known: 2 });
});

Deno.test("merged answers stand in the order in which they were given", () => {
  const late = attempt({ at: "2026-03-03T09:00:00.000Z" });
  assert.deepEqual(mergeAttempts([late], [attempt()]), [attempt(), late]);
});
