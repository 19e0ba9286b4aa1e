import assert from "node:assert/strict";
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { MIGRATIONS, openDatabase } from "../../site_config/frontend/shared/store/database.js";
import { DatabaseBackend } from "../../site_config/frontend/shared/store/database_backend.js";
import { SILENT } from "../../site_config/frontend/shared/store/tab_channel.js";
import { MemoryBackend } from "../../site_config/frontend/shared/store/memory_backend.js";
import { AttemptJournal } from "../../site_config/frontend/shared/store/attempt_journal.js";
import { DraftJournal } from "../../site_config/frontend/shared/store/draft_journal.js";
import { openTextStorage } from "../../site_config/frontend/shared/store/text_storage.js";
import { MemoryStorage } from "./memory_storage.js";
import { LearnerStore } from "../../site_config/frontend/shared/store/learner_store.js";

/** @typedef {import("../../site_config/frontend/shared/types.d.ts").Attempt} Attempt */

const CALF = { item: "calf", version: 1 };

/** @param {Partial<Attempt>} [change] @returns {Attempt} */
const attempt = (change) => ({
  id: "a",
  ...CALF,
  at: "2026-03-02T09:00:00.000Z",
  chosen: ["97140"],
  right: false,
  ...change,
});

/** As many tabs of one browser as are opened with the same `room`. */
class Room {
  factory = new IDBFactory();
  local = new MemoryStorage();
  /** @type {((message: unknown) => void)[]} */ ears = [];

  /** @param {typeof MIGRATIONS} [migrations] */
  database(migrations) {
    globalThis.indexedDB = this.factory;
    return openDatabase(migrations);
  }

  journal() {
    return new AttemptJournal(openTextStorage(() => this.local, () => {}));
  }

  drafts() {
    return new DraftJournal(openTextStorage(() => this.local, () => {}));
  }

  /** @returns {import("../../site_config/frontend/shared/store/tab_channel.js").Channel} */
  channel() {
    /** @type {((message: unknown) => void) | undefined} */ let own;
    return {
      listen: (listener) => this.ears.push(own = listener),
      post: (message) =>
        this.ears.filter((ear) => ear !== own).forEach((ear) => ear(structuredClone(message))),
    };
  }
}

/**
 * @param {Room} room
 * @param {Partial<import("../../site_config/frontend/shared/store/learner_store.js").StoreOptions>}
 *   [change]
 */
function open(room, change) {
  const openBackend = async () => new DatabaseBackend(await room.database());
  const store = new LearnerStore({
    openBackend,
    channel: room.channel(),
    newSeed: () => 42,
    journal: room.journal(),
    drafts: room.drafts(),
    ...change,
  });
  /** @type {string[]} */ const problems = [];
  store.onProblem((problem) => problems.push(problem));
  return { store, problems };
}

/** A backend that stores nothing more. @param {Room} room */
const fullBackend = async (room) => {
  const disk = new DatabaseBackend(await room.database());
  const refuse = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  return Object.assign(disk, { add: refuse, change: refuse });
};

Deno.test("an answer is there again in another session", async () => {
  const room = new Room();
  await open(room).store.record(attempt());
  const { store, problems } = open(room);
  assert.deepEqual(await store.attempts(CALF), [attempt()]);
  assert.deepEqual(problems, []);
});

Deno.test("another version of an item is neither credited nor blamed", async () => {
  const { store } = open(new Room());
  await store.record(attempt());
  assert.deepEqual(await store.attempts({ item: "calf", version: 2 }), []);
});

Deno.test("a damaged answer is set aside and reported once; others stay readable", async () => {
  const room = new Room();
  await open(room).store.record(attempt({ id: "sound" }));
  const disk = new DatabaseBackend(await room.database());
  await disk.add([attempt({ id: "bad", chosen: ["<img src=x onerror=alert(1)>"] })]);
  const { store, problems } = open(room);
  assert.deepEqual((await store.all()).map(({ id }) => id), ["sound"]);
  assert.deepEqual(problems, ["damaged"]);
  assert.deepEqual(open(room).problems, []);
});

Deno.test("a damaged round gives way to a new one", async () => {
  const { store } = open(new Room());
  await store.updateValue("quiz/q", () => ({ seed: -1 }));
  assert.deepEqual(await store.round("q"), { seed: 42, since: "1970-01-01T00:00:00.000Z" });
});

Deno.test("with storage blocked practice goes on, and it is said", async () => {
  const { store, problems } = open(new Room(), {
    openBackend: () => Promise.reject(new DOMException("denied", "SecurityError")),
  });
  await store.record(attempt());
  await store.saveView("list");
  assert.deepEqual(await store.attempts(CALF), [attempt()]);
  assert.equal(await store.view(), "list");
  assert.deepEqual(problems, ["blocked"]);
});

Deno.test("with storage full practice goes on; the file has everything", async () => {
  const room = new Room();
  await open(room).store.record(attempt({ id: "before" }));
  const { store, problems } = open(room, { openBackend: () => fullBackend(room) });
  await store.record(attempt({ id: "one", item: "second" }));
  await store.record(attempt({ id: "two", item: "third" }));
  assert.deepEqual(await store.merge([attempt({ id: "before" })]), { added: 0, known: 1 });
  assert.deepEqual(problems, ["full"]);
  assert.deepEqual((await store.all()).map(({ id }) => id), ["before", "one", "two"]);
});

Deno.test("what waited for room is written with the next answer that fits", async () => {
  const room = new Room();
  const disk = new DatabaseBackend(await room.database());
  let full = true;
  const add = disk.add.bind(disk);
  disk.add = (
    attempts,
  ) => (full ? Promise.reject(new DOMException("full", "QuotaExceededError")) : add(attempts));
  const { store } = open(room, { openBackend: () => Promise.resolve(disk) });
  await store.record(attempt({ id: "one" }));
  full = false;
  await store.record(attempt({ id: "two" }));
  assert.deepEqual((await open(room).store.all()).map(({ id }) => id), ["one", "two"]);
});

Deno.test("two tabs that answer at once lose nothing; each hears of the other", async () => {
  const room = new Room();
  const [left, right] = [open(room).store, open(room).store];
  /** @type {string[]} */ const heard = [];
  left.onChange(({ attempts }) => heard.push(...attempts.map(({ id }) => `left heard ${id}`)));
  right.onChange(({ attempts }) => heard.push(...attempts.map(({ id }) => `right heard ${id}`)));
  await Promise.all([left.record(attempt({ id: "l" })), right.record(attempt({ id: "r" }))]);
  assert.deepEqual((await right.attempts(CALF)).map(({ id }) => id), ["l", "r"]);
  assert.deepEqual(heard.sort(), ["left heard r", "right heard l"]);
});

Deno.test("two tabs that change one kept value at once lose neither change", async () => {
  const room = new Room();
  const add = (/** @type {unknown} */ value) => Number(value ?? 0) + 1;
  const [left, right] = [open(room).store, open(room).store];
  await Promise.all([
    left.updateValue("n", add),
    right.updateValue("n", add),
    left.updateValue("n", add),
  ]);
  assert.equal(await right.value("n"), 3);
});

Deno.test("merging twice adds nothing the second time", async () => {
  const { store } = open(new Room());
  const file = [attempt(), attempt({ id: "b", item: "other" }), attempt()];
  assert.deepEqual(await store.merge(file), { added: 2, known: 1 });
  assert.deepEqual(await store.merge(file), { added: 0, known: 3 });
});

Deno.test("deleting leaves nothing, here and in the other tab", async () => {
  const room = new Room();
  const [left, right] = [open(room).store, open(room).store];
  await left.record(attempt());
  await left.updateValue("aim", () => "2026-05-01");
  await right.deleteAll();
  assert.deepEqual(await left.all(), []);
  assert.equal(await left.value("aim"), undefined);
});

Deno.test("a database of a newer site is left alone; practice goes on in memory", async () => {
  const room = new Room();
  (await room.database([...MIGRATIONS, () => {}])).close();
  const { store, problems } = open(room);
  await store.record(attempt());
  assert.deepEqual(await store.all(), [attempt()]);
  assert.deepEqual(problems, ["blocked"]);
});

Deno.test("a later step of the schema keeps every answer of the earlier one", async () => {
  const room = new Room();
  await open(room).store.record(attempt());
  const later = await room.database([
    ...MIGRATIONS,
    (database) => void database.createObjectStore("more"),
  ]);
  assert.deepEqual(await new DatabaseBackend(later).allAttempts(), [attempt()]);
});

/** Logs of up to five answers out of eight, told by a number. @param {number} bits */
const logOf = (bits) =>
  [..."abcdefgh"].filter((_, place) => bits >> place & 1).map((id) =>
    attempt({ id, at: `2026-03-02T09:00:0${bits % 7 % 3}.000Z` })
  );
const ids = (/** @type {Attempt[]} */ log) => log.map(({ id }) => id).sort();

/** What a store holds that merges logs, one after the other. @param {...Attempt[]} logs */
async function merged(...logs) {
  const openBackend = () => Promise.resolve(new MemoryBackend());
  const store = new LearnerStore({ openBackend, channel: SILENT, newSeed: () => 1 });
  for (const log of logs) await store.merge(log);
  return store.all();
}

Deno.test("merging loses and doubles nothing and does not depend on who merges first", async () => {
  for (let seed = 0; seed < 300; seed++) {
    const [a, b, c] = [seed * 37 % 256, seed * 101 % 256, seed * 211 % 256].map(logOf);
    const both = await merged(a, b);
    assert.deepEqual(ids(both), [...new Set([...ids(a), ...ids(b)])].sort());
    assert.deepEqual(ids(both), ids(await merged(b, a)));
    assert.deepEqual(await merged(both, b), both);
    assert.deepEqual(await merged(both, c), await merged(a, await merged(b, c)));
  }
});

Deno.test("merged answers stand in the order in which they were given", async () => {
  const late = attempt({ id: "b", at: "2026-03-03T09:00:00.000Z" });
  assert.deepEqual(await merged([late], [attempt()]), [attempt(), late]);
});

Deno.test("a database deleted in between is opened again and saves what comes then", async () => {
  const room = new Room(), { store, problems } = open(room);
  await store.record(attempt({ id: "before" }));
  await store.updateValue("exam", () => ({ answers: 1 }));
  await new Promise((resolve) => room.factory.deleteDatabase("rightcode").onsuccess = resolve);
  await store.updateValue("exam", (value) => value ?? { answers: 2 });
  await store.record(attempt({ id: "after" }));
  assert.deepEqual(problems, []);
  const again = open(room).store;
  assert.deepEqual(await again.value("exam"), { answers: 2 });
  assert.deepEqual((await again.all()).map(({ id }) => id), ["after"]);
});

Deno.test("an answer that a closed page had no time to write is written by the next", async () => {
  const room = new Room();
  const closing = open(room, { openBackend: () => new Promise(() => {}) });
  void closing.store.record(attempt({ id: "late" }));
  assert.deepEqual((await open(room).store.all()).map(({ id }) => id), ["late"]);
  assert.equal(room.local.length, 0);
  assert.deepEqual((await open(room).store.all()).map(({ id }) => id), ["late"]);
});

Deno.test("an answer that was written leaves nothing in the journal", async () => {
  const room = new Room();
  await open(room).store.record(attempt());
  assert.equal(room.local.length, 0);
});

Deno.test("deleting everything deletes what was not written yet", async () => {
  const room = new Room();
  void open(room, { openBackend: () => new Promise(() => {}) }).store.record(attempt());
  await open(room).store.deleteAll();
  assert.deepEqual(await open(room).store.all(), []);
});

/** A page that closes while its database has not answered yet. @param {Room} room */
function closing(room) {
  const drafts = room.drafts();
  const backend = Object.assign(new MemoryBackend(), { change: () => new Promise(() => {}) });
  const { store } = open(room, { openBackend: () => Promise.resolve(backend), drafts });
  return { store, drafts };
}

const EXAM = { id: "exam-1", changed: 100, answers: { calf: ["97140.1"] } };

Deno.test("an exam's change that a closing page began is finished by the next page", async () => {
  const room = new Room();
  await open(room).store.updateValue("exam", () => ({ ...EXAM, changed: 90, answers: {} }));
  const { store, drafts } = closing(room);
  store.updateValue("exam", () => EXAM, EXAM);
  drafts.close();
  assert.deepEqual(await open(room).store.value("exam"), EXAM);
  assert.deepEqual(room.local.length, 0);
});

Deno.test("what begins while the page closes is stored too", async () => {
  const room = new Room();
  const { store, drafts } = closing(room);
  drafts.close();
  const runs = { name: "", runs: [EXAM] };
  store.updateValue("assignment/a", () => runs, runs);
  assert.deepEqual(await open(room).store.value("assignment/a"), runs);
});

Deno.test("a closed page changes neither a later state nor another exam", async () => {
  for (const later of [{ ...EXAM, changed: 101 }, { ...EXAM, id: "exam-2", changed: 50 }]) {
    const room = new Room();
    await open(room).store.updateValue("exam", () => later);
    const { store, drafts } = closing(room);
    store.updateValue("exam", () => EXAM, EXAM);
    drafts.close();
    assert.deepEqual(await open(room).store.value("exam"), later);
  }
});

Deno.test("a page that stays leaves no draft for other tabs", async () => {
  const room = new Room();
  const { store, drafts } = closing(room);
  store.updateValue("exam", () => EXAM, EXAM);
  assert.equal(room.local.length, 0);
  drafts.close();
  drafts.reopen();
  assert.equal(await open(room).store.value("exam"), undefined);
});

Deno.test("a tab that goes on does not throw away what a closed one left", async () => {
  const room = new Room();
  const { store } = open(room);
  await store.updateValue("exam", () => ({ ...EXAM, changed: 90 }));
  const closed = closing(room);
  closed.store.updateValue("exam", () => EXAM, EXAM);
  closed.drafts.close();
  await store.updateValue("exam", (value) => value);
  await store.updateValue("exam", (value) => value, { ...EXAM, changed: 95 });
  assert.deepEqual(await open(room).store.value("exam"), EXAM);
});

Deno.test("a store that no other page sees says so at once", () => {
  /** @type {string[]} */ const told = [];
  const options = {
    channel: SILENT,
    newSeed: () => 1,
    openBackend: () => Promise.resolve(new MemoryBackend()),
  };
  new LearnerStore({ ...options, isApart: true }).onProblem((problem) => told.push(problem));
  new LearnerStore(options).onProblem((problem) => told.push(problem));
  assert.deepEqual(told, ["apart"]);
});

Deno.test("a write of a page that is set aside is done when the page is back", async () => {
  const room = new Room();
  const backend = new DatabaseBackend(await room.database());
  let back = () => {};
  const adding = backend.add([attempt()]);
  backend.leave(new Promise((resolve) => back = () => resolve(undefined)));
  const later = backend.add([attempt({ id: "b" })]);
  assert.deepEqual(await new DatabaseBackend(await room.database()).allAttempts(), []);
  back();
  await later;
  assert.deepEqual(await adding, ["a"]);
  assert.deepEqual(await backend.allAttempts(), [attempt(), attempt({ id: "b" })]);
});
