/** The outbox among killed tabs, lying stores and failing databases: nothing is lost. */
import assert from "node:assert/strict";
import { IDBFactory } from "fake-indexeddb";
import {
  NAME,
  ResultQueue,
} from "../../../site_config/frontend/classroom/results/statement_queue.js";
import { exclusively } from "../../../site_config/frontend/shared/store/lease.js";

const endpoint = "https://lrs.example/xAPI/";
const made = (/** @type {number} */ count) =>
  Array.from({ length: count }, (_, place) => ({ id: `s${place}` }));
/** As on a page over http, which has no lock. */
const LEASED = { locks: null, leaseMs: 40 };
/** One that no busy machine lets run out. */
const LONG = { locks: null, leaseMs: 10_000 };

/** @param {RequestInit} init @returns {string[]} */
const idsIn = (init) =>
  JSON.parse(String(init.body)).map((/** @type {{id: string}} */ { id }) => id);

/** A store that takes each id once; `answer` may answer for it. */
function store(answer = /** @type {() => any} */ (() => undefined)) {
  /** @type {string[]} */ const taken = [];
  /** @type {any} */ const fetch = async (
    /** @type {string} */ _,
    /** @type {RequestInit} */ init,
  ) => {
    const ids = idsIn(init), instead = await answer();
    if (instead instanceof Response) return instead;
    if (ids.some((id) => taken.includes(id))) return new Response(null, { status: 409 });
    taken.push(...ids);
    if (instead === "lost") throw new TypeError("the answer is lost");
    return Response.json(ids);
  };
  return { taken, fetch };
}

const html = (status = 200) =>
  new Response("<!doctype html>Sign in", { status, headers: { "Content-Type": "text/html" } });
/** @type {Record<string, () => Response>} */
const NO_RECEIPT = {
  "a sign-in page": () => html(),
  "an empty page": () => new Response(null, { status: 200 }),
  "a page with 201": () => html(201),
  "an empty list": () => Response.json([]),
  "a list of other ids": () => Response.json(["x"]),
  "an object": () => Response.json({ ok: true }),
  "a redirect": () => Response.redirect("https://login.example/", 302),
  "an answer that breaks off": () =>
    new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError("cut")) })),
  "a list without end": () =>
    new Response(
      new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(65_536).fill(32)) }),
    ),
};
for (const [name, answer] of Object.entries(NO_RECEIPT)) {
  Deno.test(`${name} is no receipt: every statement waits on`, async () => {
    const factory = new IDBFactory();
    await new ResultQueue(() => factory).add(made(7));
    const portal = { endpoint, fetch: /** @type {any} */ (() => Promise.resolve(answer())) };
    const outcome = await new ResultQueue(() => factory).send(portal);
    assert.deepEqual(outcome, { sent: 0, left: 7, refused: 0 });
    const { taken, fetch } = store();
    await new ResultQueue(() => factory).send({ endpoint, fetch });
    assert.deepEqual(taken, made(7).map(({ id }) => id));
  });
}

Deno.test("204 is a receipt, and no request follows a redirect", async () => {
  const factory = new IDBFactory();
  /** @type {RequestInit[]} */ const asked = [];
  await new ResultQueue(() => factory).add(made(3));
  const outcome = await new ResultQueue(() => factory).send({
    endpoint,
    fetch: /** @type {any} */ ((/** @type {string} */ _, /** @type {RequestInit} */ init) => {
      asked.push(init);
      return Promise.resolve(new Response(null, { status: 204 }));
    }),
  });
  assert.deepEqual(outcome, { sent: 3, left: 0, refused: 0 });
  assert.ok(asked.every(({ redirect }) => redirect === "error"));
});

for (const [name, options] of Object.entries({ "a lock": {}, "a lease": LONG })) {
  Deno.test(`three tabs send a statement once, by ${name}`, async () => {
    const factory = new IDBFactory();
    const { taken, fetch } = store(() => new Promise((resolve) => setTimeout(resolve, 5)));
    let posts = 0;
    const counted = (/** @type {any[]} */ ...asked) => (posts++, fetch(...asked));
    await new ResultQueue(() => factory, "", options).add(made(120));
    const tabs = Array.from({ length: 3 }, () => new ResultQueue(() => factory, "", options));
    const reach = { endpoint, fetch: /** @type {any} */ (counted) };
    const outcomes = await Promise.all(tabs.map((tab) => tab.send(reach)));
    assert.deepEqual([taken.length, new Set(taken).size, posts], [120, 120, 3]);
    assert.deepEqual(outcomes.map(({ left }) => left), [0, 0, 0]);
  });

  Deno.test(`two tabs with one attempt queue it once, by ${name}`, async () => {
    const factory = new IDBFactory(), { taken, fetch } = store();
    let [state, posts] = ["", 0];
    const source = {
      state: () => Promise.resolve(state),
      statements: () => Promise.resolve(made(5)),
      mark: (/** @type {string} */ now) => Promise.resolve(state = now),
    };
    const reach = {
      endpoint,
      fetch: /** @type {any} */ ((/** @type {any[]} */ ...asked) => (posts++, fetch(...asked))),
    };
    const tabs = [1, 2].map(() => new ResultQueue(() => factory, "", options));
    await Promise.all(tabs.map((tab) => tab.send(reach, source)));
    assert.deepEqual([taken.length, posts, state], [5, 1, "sent"]);
  });
}

Deno.test("a lease of a killed tab runs out; one under a clock that was set back too", async () => {
  const factory = new IDBFactory(), options = { reach: () => factory, ...LEASED };
  const never = new Promise(() => {});
  exclusively("queue", () => never, options);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const start = Date.now();
  assert.equal(await exclusively("queue", () => Promise.resolve("mine"), options), "mine");
  assert.ok(Date.now() - start >= 30, "it did not wait");
  const now = Date.now;
  try {
    Date.now = () => now() + 86_400_000;
    exclusively("queue", () => never, options);
    await new Promise((resolve) => setTimeout(resolve, 5));
  } finally {
    Date.now = now;
  }
  assert.equal(await exclusively("queue", () => Promise.resolve("mine"), options), "mine");
});

Deno.test("a tab whose lease ran out while it slept sends no more", async () => {
  const factory = new IDBFactory(), { taken, fetch } = store();
  await new ResultQueue(() => factory).add(made(120));
  const asleep = store(() => new Promise((resolve) => setTimeout(resolve, 250)));
  const first = new ResultQueue(() => factory, "", LEASED).send({ endpoint, fetch: asleep.fetch });
  await new Promise((resolve) => setTimeout(resolve, 10));
  await new ResultQueue(() => factory, "", LEASED).send({ endpoint, fetch });
  assert.equal((await first).left, 0);
  assert.equal(asleep.taken.length, 50); // what was on its way when it fell asleep
  assert.equal(new Set([...asleep.taken, ...taken]).size, 120);
});

const broken = /** @type {any} */ ({
  open: () => {
    throw new DOMException("gone", "InvalidStateError");
  },
});

Deno.test("a browser that stores nothing: sent from memory, and what is left is told", async () => {
  const queue = new ResultQueue(() => broken),
    down = () => Promise.reject(new TypeError("network"));
  await queue.add(made(3));
  assert.equal((await queue.send({ endpoint, fetch: down })).left, 3);
  assert.equal(queue.unsaved, 3);
  const { taken, fetch } = store();
  assert.deepEqual(await queue.send({ endpoint, fetch }), { sent: 3, left: 0, refused: 0 });
  assert.deepEqual([taken.length, queue.unsaved], [3, 0]);
});

Deno.test("what found no room is stored once there is some", async () => {
  const factory = new IDBFactory();
  let reach = broken;
  const queue = new ResultQueue(() => reach);
  await queue.add(made(2));
  reach = factory;
  await queue.add([{ id: "s2" }]);
  assert.equal(queue.unsaved, 0);
  assert.equal((await new ResultQueue(() => factory).count()).left, 3);
});

Deno.test("a database deleted in the midst is filled again from the attempt", async () => {
  const factory = new IDBFactory(), down = () => Promise.reject(new TypeError("network"));
  let state = "";
  const source = {
    state: () => Promise.resolve(state),
    statements: () => Promise.resolve(made(4)),
    mark: (/** @type {string} */ now) => Promise.resolve(state = now),
  };
  const queue = new ResultQueue(() => factory);
  assert.equal((await queue.send({ endpoint, fetch: down }, source)).left, 4);
  await new Promise((resolve) => factory.deleteDatabase(NAME).onsuccess = resolve);
  const { taken, fetch } = store();
  await queue.send({ endpoint, fetch }, source);
  assert.deepEqual([taken.length, state], [4, "sent"]);
});

/** Numbers from 0 to 1 that follow from a seed. @param {number} seed */
function draws(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/**
 * A page that is killed before its `budget`th step: what it waits for then never comes.
 *
 * @param {IDBFactory} factory
 * @param {any} fetch
 * @param {number} budget
 */
function doomed(factory, fetch, budget) {
  /** @type {() => void} */ let die = () => {};
  const killed = new Promise((resolve) => die = () => resolve("killed"));
  const step = () => budget-- > 0 || (die(), false);
  const silent = /** @type {any} */ ({});
  return {
    killed,
    reach: /** @type {any} */ ({
      open: (/** @type {string} */ name, /** @type {number} */ version) =>
        step() ? factory.open(name, version) : silent,
    }),
    fetch: async (/** @type {any[]} */ ...asked) => {
      if (!step()) await new Promise(() => {});
      const answer = await fetch(...asked);
      if (!step()) await new Promise(() => {});
      return answer;
    },
  };
}

for (let seed = 1; seed <= 25; seed++) {
  Deno.test(`pages killed at random lose and double nothing: seed ${seed}`, async () => {
    const draw = draws(seed), factory = new IDBFactory();
    const faults = [
      undefined,
      undefined,
      undefined,
      "lost",
      html,
      () => html(503),
      () => html(401),
    ];
    const lrs = store(() => {
      const fault = faults[Math.floor(draw() * faults.length)];
      return typeof fault === "function" ? fault() : fault;
    });
    let state = "";
    const source = {
      state: () => Promise.resolve(state),
      statements: () => Promise.resolve(made(60)),
      mark: (/** @type {string} */ now) => Promise.resolve(state = now),
    };
    for (let page = 0; page < 12; page++) {
      const fate = doomed(factory, lrs.fetch, Math.floor(draw() * 20));
      const queue = new ResultQueue(() => fate.reach, "", { locks: null, leaseMs: 10 });
      await Promise.race([
        queue.send({ endpoint, fetch: /** @type {any} */ (fate.fetch) }, source),
        fate.killed,
      ]);
      assert.ok(state !== "sent" || lrs.taken.length === 60, "called sent before it was");
    }
    for (let turn = 0; turn < 200 && state !== "sent"; turn++) {
      const queue = new ResultQueue(() => factory, "", { locks: null, leaseMs: 10 });
      await queue.send({ endpoint, fetch: lrs.fetch }, source);
    }
    assert.deepEqual([...lrs.taken].sort(), made(60).map(({ id }) => id).sort());
    assert.deepEqual(await new ResultQueue(() => factory).count(), { left: 0, refused: 0 });
  });
}

Deno.test("a frame that forbids locks has a lease instead", async () => {
  const locks = /** @type {any} */ ({
    request: () => Promise.reject(new DOMException("", "SecurityError")),
  });
  const options = { ...LEASED, locks, reach: () => new IDBFactory() };
  assert.equal(await exclusively("queue", () => Promise.resolve("done"), options), "done");
});
