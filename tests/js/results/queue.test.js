/** Statements wait, survive a reload, and are sent once each. */
import assert from "node:assert/strict";
import { IDBFactory } from "fake-indexeddb";
import { ResultQueue } from "../../../site_config/frontend/classroom/results/statement_queue.js";

const endpoint = "https://lrs.example/xAPI/";
const made = (/** @type {number} */ count, from = 0) =>
  Array.from({ length: count }, (_, place) => ({ id: `s${from + place}`, verb: { id: "v" } }));

/**
 * A store that keeps ids; `status` may answer for it.
 *
 * @param {(ids: string[]) => number | void} [status]
 */
function store(status = () => {}) {
  /** @type {string[]} */ const kept = [];
  /** @type {any[]} */ const posts = [];
  /** @type {any} */ const fetch = (/** @type {string} */ url, /** @type {RequestInit} */ init) => {
    const ids = JSON.parse(String(init.body)).map((/** @type {{id: string}} */ { id }) => id);
    posts.push({ url, headers: init.headers, ids });
    const answer = status(ids) ??
      (ids.some((/** @type {string} */ id) => kept.includes(id)) ? 409 : 200);
    if (!answer) return Promise.reject(new TypeError("network"));
    if (answer === 200) kept.push(...ids);
    return Promise.resolve(
      answer === 200 ? Response.json(ids) : new Response(null, { status: answer }),
    );
  };
  return { kept, posts, fetch };
}

Deno.test("what waits is sent in order and in batches, once", async () => {
  const factory = new IDBFactory(), { kept, posts, fetch } = store();
  const queue = new ResultQueue(() => factory);
  await queue.add(made(120));
  await queue.add(made(120));
  assert.deepEqual(await queue.send({ endpoint, fetch }), { sent: 120, left: 0, refused: 0 });
  assert.deepEqual(kept, made(120).map(({ id }) => id));
  assert.deepEqual(posts.map(({ ids }) => ids.length), [50, 50, 20]);
  assert.equal(posts[0].url, "https://lrs.example/xAPI/statements");
});

Deno.test("a credential goes into the header and nowhere else", async () => {
  const factory = new IDBFactory(), { posts, fetch } = store();
  const queue = new ResultQueue(() => factory);
  await queue.add(made(1));
  await queue.send({ endpoint, fetch, authorization: "Basic secret" });
  assert.equal(posts[0].headers.Authorization, "Basic secret");
  assert.equal(posts[0].headers["X-Experience-API-Version"], "1.0.3");
  const names = (await factory.databases()).map(({ name }) => name);
  assert.deepEqual(names, ["rightcode-statements"]);
});

Deno.test("what cannot be sent outlives the page", async () => {
  const factory = new IDBFactory();
  await new ResultQueue(() => factory).add(made(3));
  const dead = store(() => 0), busy = store(() => 503), shut = store(() => 401);
  for (const { fetch } of [dead, busy, shut]) {
    assert.deepEqual(await new ResultQueue(() => factory).send({ endpoint, fetch }), {
      sent: 0,
      left: 3,
      refused: 0,
    });
  }
  const { kept, fetch } = store();
  assert.deepEqual(await new ResultQueue(() => factory).send({ endpoint, fetch }), {
    sent: 3,
    left: 0,
    refused: 0,
  });
  assert.deepEqual(kept, ["s0", "s1", "s2"]);
});

Deno.test("what the store has already counts as sent, the rest follows one by one", async () => {
  const factory = new IDBFactory(), { kept, fetch } = store();
  const queue = new ResultQueue(() => factory);
  kept.push("s1");
  await queue.add(made(4));
  assert.deepEqual(await queue.send({ endpoint, fetch }), { sent: 4, left: 0, refused: 0 });
  assert.deepEqual([...kept].sort(), ["s0", "s1", "s2", "s3"]);
});

Deno.test("one that the store refuses for good keeps no other from it", async () => {
  const factory = new IDBFactory(),
    { kept, fetch } = store((ids) => (ids.includes("s2") ? 400 : undefined));
  const queue = new ResultQueue(() => factory);
  await queue.add(made(4));
  assert.deepEqual(await queue.send({ endpoint, fetch }), { sent: 3, left: 0, refused: 1 });
  assert.deepEqual(kept, ["s0", "s1", "s3"]);
  assert.deepEqual(await queue.count(), { left: 0, refused: 1 });
});

Deno.test("a store that goes away between two leaves the rest waiting", async () => {
  let posts = 0;
  const factory = new IDBFactory();
  const { kept, fetch } = store((ids) => (ids.length > 1 ? 409 : ++posts > 2 ? 0 : undefined));
  const queue = new ResultQueue(() => factory);
  await queue.add(made(5));
  assert.deepEqual(await queue.send({ endpoint, fetch }), { sent: 2, left: 3, refused: 0 });
  assert.deepEqual(kept, ["s0", "s1"]);
});

Deno.test("two calls at once send nothing twice", async () => {
  const factory = new IDBFactory(), { posts, fetch } = store();
  const queue = new ResultQueue(() => factory);
  await queue.add(made(2));
  await Promise.all([queue.send({ endpoint, fetch }), queue.send({ endpoint, fetch })]);
  assert.equal(posts.length, 1);
});
