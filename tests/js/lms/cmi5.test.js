import assert from "node:assert/strict";
import { openCmi5 } from "../../../site_config/frontend/lms/cmi5.js";
import { STATE_ID } from "../../../site_config/frontend/lms/registration.js";
import { readLaunch, readLaunchData } from "../../../site_config/frontend/lms/launch.js";
import { StatementQueue } from "../../../site_config/frontend/lms/statement_queue.js";
import { progressOf } from "../../../site_config/frontend/lms/score.js";
import { ANSWER } from "../../../site_config/frontend/lms/statements.js";
import { openTextStorage } from "../../../site_config/frontend/shared/store/text_storage.js";
import { MemoryStorage } from "../memory_storage.js";
import { ASKED, attempt, RIGHT } from "./made.js";

const SEARCH = "?" + new URLSearchParams({
  endpoint: "https://lrs.example/xapi",
  fetch: "https://lms.example/fetch?s=1",
  actor: JSON.stringify({ account: { homePage: "https://lms.example", name: "7" } }),
  registration: "5c0b6f0e-1111-4222-8333-444444444444",
  activityId: "https://lms.example/au/1",
});
const CONTEXT = {
  contextActivities: { grouping: [{ id: "urn:rightcode:unit:a:1" }] },
  extensions: { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s1" },
};

/**
 * A store that keeps statements by id and documents by name; `down` makes the network fail, `deaf`
 * loses the answer.
 */
function store({ mode = "Normal", mark = /** @type {number | undefined} */ (0.8) } = {}) {
  /** @type {Map<string, any>} */ const statements = new Map();
  /** @type {Map<string, any>} */ const documents = new Map([["LMS.LaunchData", {
    contextTemplate: CONTEXT,
    launchMode: mode,
    masteryScore: mark,
  }]]);
  /** @type {any[]} */ const received = [];
  const world = {
    statements,
    documents,
    received,
    down: false,
    deaf: false,
    fetched: 0,
    headers: new Set(),
  };
  const ask = (/** @type {any} */ address, /** @type {any} */ options) => {
    const url = new URL(address);
    if (world.down) return Promise.reject(new TypeError("network"));
    if (url.hostname === "lms.example") {
      const used = world.fetched++ > 0;
      return Promise.resolve(
        Response.json(
          used ? { "error-code": "1", "error-text": "used" } : { "auth-token": "c2VjcmV0" },
        ),
      );
    }
    world.headers.add(options.headers.Authorization);
    const answer = served(url, options);
    return world.deaf ? Promise.reject(new TypeError("lost")) : Promise.resolve(answer);
  };
  /** @param {URL} url @param {any} options */
  function served(url, options) {
    const body = options.body ? JSON.parse(options.body) : null;
    if (url.pathname === "/xapi/statements") {
      const given = [body].flat();
      received.push(...given.map(({ id }) => id));
      if (given.some(({ id }) => statements.has(id))) return new Response("", { status: 409 });
      for (const statement of given) statements.set(statement.id, statement);
      return Response.json(given.map(({ id }) => id));
    }
    const name = url.searchParams.get("stateId") ?? "";
    if (options.method === "PUT") documents.set(name, body);
    if (options.method === "PUT") return new Response(null, { status: 204 });
    return documents.has(name)
      ? Response.json(documents.get(name))
      : new Response("", { status: 404 });
  }
  return { ...world, world, ask: /** @type {typeof fetch} */ (ask) };
}

let ids = 0;
/** @param {ReturnType<typeof store>} lrs @param {MemoryStorage} [storage] */
function launched(lrs, storage = new MemoryStorage()) {
  const launch = readLaunch(SEARCH);
  assert.ok(launch);
  const now = () => new Date("2026-11-21T09:00:00.000Z");
  /** @type {(() => void)[]} */ const waiting = [];
  const later = (/** @type {() => void} */ act) => void waiting.push(act);
  const opened = openCmi5(launch, {
    fetch: lrs.ask,
    reach: () => storage,
    now,
    newUuid: () => `id-${++ids}`,
    later,
    mark: 0.5,
    given: GIVEN,
  });
  return { opened, storage, waiting };
}

const GIVEN = { assignment: "week-3", title: "Week 3", as_of: "2026-11-21", items: [] };

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const verbs = (/** @type {ReturnType<typeof store>} */ lrs) =>
  [...lrs.statements.values()].map(({ verb }) => verb.display.en);

/**
 * @param {import("../../../site_config/frontend/lms/types.d.ts").Runtime} runtime
 * @param {string[][]} answers
 * @param {number} [tries]
 */
async function answer(runtime, answers, tries = 1) {
  const log = [];
  for (const [place, chosen] of answers.entries()) {
    log.push(attempt(place, chosen, place));
    const told = { asked: ASKED[place], attempt: log[place], seconds: 12, counts: true };
    runtime.answered(told, progressOf(ASKED, log, { mark: runtime.mark, tries }), `state ${place}`);
    await settled();
  }
}

Deno.test("a page that was not launched by cmi5 knows it", () => {
  assert.equal(readLaunch(""), null);
  assert.equal(readLaunch(SEARCH.replace("https%3A%2F%2Flrs.example", "javascript%3A")), null);
  assert.equal(readLaunch(SEARCH.replace(/actor=[^&]*/, "actor=%7B")), null);
});

Deno.test("a session tells initialized, each answer, completed, passed, terminated", async () => {
  const lrs = store();
  const { opened } = launched(lrs);
  const runtime = await opened;
  await answer(runtime, RIGHT);
  await runtime.leave();
  await runtime.leave();
  assert.deepEqual(verbs(lrs), [
    "initialized",
    ...RIGHT.map(() => "answered"),
    "completed",
    "passed",
    "terminated",
  ]);
  assert.deepEqual([...lrs.headers], ["Basic c2VjcmV0"]);
  for (const statement of lrs.statements.values()) {
    assert.equal(statement.context.registration, "5c0b6f0e-1111-4222-8333-444444444444");
    assert.equal(
      statement.context.extensions["https://w3id.org/xapi/cmi5/context/extensions/sessionid"],
      "s1",
    );
    assert.deepEqual(
      statement.context.contextActivities.grouping,
      CONTEXT.contextActivities.grouping,
    );
  }
});

Deno.test("the categories of the profile stand on its own statements alone", async () => {
  const lrs = store();
  const runtime = await launched(lrs).opened;
  await answer(runtime, RIGHT);
  const categories = Object.fromEntries(
    [...lrs.statements.values()].map((
      { verb, context },
    ) => [
      verb.display.en,
      (context.contextActivities.category ?? []).map((/** @type {{id: string}} */ { id }) =>
        id.split("/").at(-1)
      ),
    ]),
  );
  assert.deepEqual(categories, {
    initialized: ["cmi5"],
    answered: [],
    completed: ["cmi5", "moveon"],
    passed: ["cmi5", "moveon"],
  });
  const passed = [...lrs.statements.values()].at(-1);
  assert.equal(
    passed.context.extensions["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"],
    0.8,
  );
  assert.deepEqual(passed.result.score, { scaled: 1, raw: 5, min: 0, max: 5 });
});

Deno.test("an answer carries what a gradebook needs to judge it anew", async () => {
  const lrs = store();
  const runtime = await launched(lrs).opened;
  await answer(runtime, [["97140"]]);
  const { object, result } = [...lrs.statements.values()][1];
  assert.deepEqual(result.extensions[ANSWER], {
    item: "calf",
    version: 2,
    digest: "0123456789ab",
    response: ["97140"],
    started: "2026-11-21T08:59:48.000Z",
    ms: 12000,
  });
  assert.equal(result.success, false);
  assert.deepEqual(object.definition.correctResponsesPattern, ["97124"]);
  assert.deepEqual(object.definition.choices.map((/** @type {{id: string}} */ { id }) => id), [
    "97124",
    "97140",
    "not-billable",
  ]);
});

Deno.test("failed is sent when no try is left, or on leaving; passed may come before", async () => {
  const wrong = [["97140"], ["97110"], ...RIGHT.slice(2)];
  const once = store();
  await answer(await launched(once).opened, wrong);
  assert.deepEqual(verbs(once).slice(-2), ["completed", "failed"]);
  const often = store();
  const runtime = await launched(often).opened;
  await answer(runtime, wrong, 0);
  assert.deepEqual(verbs(often).at(-1), "completed");
  await runtime.leave();
  assert.deepEqual(verbs(often).slice(-2), ["failed", "terminated"]);
});

Deno.test("completed and passed come once a registration, however many sessions", async () => {
  const lrs = store();
  const first = await launched(lrs).opened;
  await answer(first, RIGHT);
  await first.leave();
  lrs.world.fetched = 0;
  const second = await launched({ ...lrs, ask: lrs.ask }).opened;
  assert.equal(second.state, "state 4");
  await answer(second, RIGHT);
  assert.equal(verbs(lrs).filter((verb) => verb === "passed" || verb === "completed").length, 2);
});

Deno.test("in review and browse the learner's standing is not told", async () => {
  for (const mode of ["Review", "Browse"]) {
    const lrs = store({ mode });
    const runtime = await launched(lrs).opened;
    assert.equal(runtime.records, false);
    await runtime.leave();
    assert.deepEqual(verbs(lrs), ["initialized", "terminated"]);
  }
});

Deno.test("what could not be sent waits, keeps its id and arrives once", async () => {
  const lrs = store();
  const { opened, storage, waiting } = launched(lrs);
  const runtime = await opened;
  await settled();
  lrs.world.down = true;
  await answer(runtime, RIGHT.slice(0, 2));
  assert.deepEqual(verbs(lrs), ["initialized"]);
  assert.equal(
    JSON.parse([...storage.entries.values()].find((text) => text.startsWith("[")) ?? "[]").length,
    2,
  );
  lrs.world.down = false;
  waiting.splice(0).forEach((act) => act());
  runtime.flush();
  await settled();
  assert.deepEqual(verbs(lrs), ["initialized", "answered", "answered"]);
  assert.equal(lrs.documents.get(STATE_ID).answers, "state 1");
  assert.equal(storage.length, 0, "nothing stays in the browser");
});

Deno.test("a statement whose receipt was lost is sent again by its id, stored once", async () => {
  const lrs = store();
  const { opened, waiting } = launched(lrs);
  const runtime = await opened;
  await settled();
  lrs.world.deaf = true;
  await answer(runtime, RIGHT.slice(0, 1));
  lrs.world.deaf = false;
  await answer(runtime, RIGHT.slice(0, 1));
  waiting.splice(0).forEach((act) => act());
  await settled();
  await settled();
  const sent = lrs.received.filter((id) => verbsById(lrs, id) === "answered");
  assert.ok(sent.length > new Set(sent).size, "one was sent twice");
  assert.deepEqual(verbs(lrs), ["initialized", "answered", "answered"]);
});

/** @param {ReturnType<typeof store>} lrs @param {string} id */
const verbsById = (lrs, id) => lrs.statements.get(id)?.verb.display.en;

Deno.test("what waits goes out with the next launch, answers too", async () => {
  const lrs = store();
  const { opened, storage } = launched(lrs);
  const runtime = await opened;
  await settled();
  lrs.world.down = true;
  await answer(runtime, RIGHT.slice(0, 3));
  await runtime.leave();
  lrs.world.down = false;
  lrs.world.fetched = 0;
  const again = await launched(lrs, storage).opened;
  await settled();
  assert.equal(again.state, "state 2");
  assert.deepEqual(verbs(lrs), [
    "initialized",
    "answered",
    "answered",
    "answered",
    "terminated",
    "initialized",
  ]);
});

Deno.test("no credential is kept, and a launch that was used is refused", async () => {
  const lrs = store();
  const { opened, storage } = launched(lrs);
  const runtime = await opened;
  lrs.world.down = true;
  await answer(runtime, RIGHT.slice(0, 1));
  assert.ok(storage.length > 0);
  assert.ok(
    ![...storage.entries.values()].some((text) =>
      text.includes("c2VjcmV0") || text.includes("fetch")
    ),
  );
  lrs.world.down = false;
  await assert.rejects(launched(lrs).opened, /used/);
});

Deno.test("one statement that the store will not have does not keep the others", async () => {
  /** @type {string[]} */ const taken = [];
  /** @type {unknown[]} */ const told = [];
  const bad = (/** @type {{id: string}} */ { id }) => id === "b";
  const queue = new StatementQueue({
    storage: openTextStorage(() => new MemoryStorage(), () => {}),
    key: "k",
    send: (batch) =>
      Promise.resolve(
        new Response(null, {
          status: batch.some(bad) ? 400 : (taken.push(...batch.map(({ id }) => id)), 204),
        }),
      ),
    put: (one) =>
      Promise.resolve(new Response(null, { status: bad(one) ? 400 : (taken.push(one.id), 204) })),
    alone: (act) => act(() => Promise.resolve(true)),
    later: () => {},
    report: (trouble) => told.push(trouble),
  });
  await queue.add({ id: "a" }, { id: "b" }, { id: "c" });
  assert.deepEqual(taken, ["a", "c"]);
  assert.deepEqual(queue.waiting, []);
  assert.ok(told.includes("refused"));
});

const signIn = () => new Response("<!doctype html>Sign in", { status: 200 });

Deno.test("a sign-in page that answers for the LRS takes no statement and no state", async () => {
  const lrs = store();
  let portal = false;
  const ask =
    /** @type {typeof fetch} */ ((address, options) =>
      portal ? Promise.resolve(signIn()) : lrs.ask(address, options));
  const storage = new MemoryStorage(), told = /** @type {unknown[]} */ ([]);
  const { opened, waiting } = launched({ ...lrs, ask }, storage);
  const runtime = await opened;
  runtime.onTrouble((trouble) => told.push(trouble));
  await settled();
  portal = true;
  await answer(runtime, RIGHT.slice(0, 3));
  assert.deepEqual(verbs(lrs), ["initialized"]);
  assert.equal(told.at(-1), "waiting");
  assert.equal(lrs.documents.get(STATE_ID)?.answers, undefined);
  portal = false;
  waiting.forEach((act) => act());
  await settled();
  await runtime.leave();
  assert.deepEqual(verbs(lrs), ["initialized", ...Array(3).fill("answered"), "terminated"]);
  assert.equal(lrs.documents.get(STATE_ID).answers, "state 2");
});

Deno.test("a state that cannot be read is not written over", async () => {
  const lrs = store();
  lrs.documents.set(STATE_ID, { answers: "earlier", at: 1 });
  for (const answer of [signIn(), new Response(null, { status: 503 })]) {
    lrs.world.fetched = 0;
    const ask = /** @type {typeof fetch} */ ((address, options) =>
      String(address).includes(STATE_ID) ? Promise.resolve(answer) : lrs.ask(address, options));
    await assert.rejects(launched({ ...lrs, ask }).opened);
  }
  assert.equal(lrs.documents.get(STATE_ID).answers, "earlier");
});

Deno.test("a browser that keeps nothing says so while there is no connection", async () => {
  const lrs = store(), told = /** @type {unknown[]} */ ([]);
  const full = Object.assign(new MemoryStorage(), {
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  const runtime = await launched(lrs, full).opened;
  runtime.onTrouble((trouble) => told.push(trouble));
  lrs.world.down = true;
  await answer(runtime, RIGHT.slice(0, 1));
  assert.equal(told.at(-1), "unsaved");
});

for (const data of [{ masteryScore: 1e999 }, { masteryScore: "0.5" }, { contextTemplate: 5 }]) {
  Deno.test(`launch data as ${JSON.stringify(data)} sets nothing`, () => {
    const read = readLaunchData(data);
    assert.deepEqual([read.masteryScore, read.contextTemplate], [null, {}]);
  });
}
