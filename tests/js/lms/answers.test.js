/** A credential goes to the place it is for and nowhere else; no answer lasts or grows for ever. */
import assert from "node:assert/strict";
import { IDBFactory } from "fake-indexeddb";
import { ResultQueue } from "../../../site_config/frontend/classroom/results/statement_queue.js";
import { fetchToken, readLaunch } from "../../../site_config/frontend/lms/launch.js";
import { openLrs } from "../../../site_config/frontend/lms/lrs.js";
import { textWithin } from "../../../site_config/frontend/shared/bounded_answer.js";
import { isReceipt } from "../../../site_config/frontend/shared/xapi_receipt.js";

const PARTS = {
  endpoint: "https://lrs.example/xapi",
  fetch: "https://lms.example/fetch?s=1",
  actor: "{}",
  registration: "r",
  activityId: "https://lms.example/au/1",
};
const launched = (changes = {}) => readLaunch(`?${new URLSearchParams({ ...PARTS, ...changes })}`);
const TOKEN = "c2VjcmV0";

/** An answer without end, and whether its reader let it go. */
function endless(status = 200) {
  const state = { pulled: 0, canceled: false };
  const body = new ReadableStream({
    pull(stream) {
      state.pulled++;
      stream.enqueue(new TextEncoder().encode(" ".repeat(65_536)));
    },
    cancel: () => void (state.canceled = true),
  });
  return { state, response: new Response(body, { status }) };
}

/** @param {() => Response} answer */
function listening(answer) {
  /** @type {{url: string, init: any}[]} */ const asked = [];
  const fetch = /** @type {any} */ ((/** @type {string} */ url, /** @type {any} */ init) => {
    asked.push({ url, init });
    return Promise.resolve(answer());
  });
  return { asked, fetch };
}

Deno.test("an answer is read within its bound, and let go beyond it", async () => {
  assert.equal(await textWithin(new Response("12345"), 5), "12345");
  assert.equal(await textWithin(new Response(null), 5), "");
  const { state, response } = endless();
  await assert.rejects(textWithin(response, 200_000), RangeError);
  assert.ok(state.canceled && state.pulled < 10);
  const cut = new ReadableStream({ start: (stream) => stream.error(new TypeError("cut")) });
  await assert.rejects(textWithin(new Response(cut), 5), TypeError);
});

Deno.test("a receipt, a state and a credential without end are given up", async () => {
  const receipt = endless();
  assert.equal(await isReceipt(receipt.response, ["s1"]), false);
  const refused = endless(500);
  assert.equal(await isReceipt(refused.response, ["s1"]), false);
  const launch = launched();
  assert.ok(launch);
  const state = endless(), token = endless();
  await assert.rejects(openLrs(launch, TOKEN, listening(() => state.response).fetch).state("x"));
  await assert.rejects(fetchToken(launch, listening(() => token.response).fetch));
  for (const { state: { canceled, pulled } } of [receipt, refused, state, token]) {
    assert.ok(canceled && pulled < 30, `${pulled}`);
  }
});

Deno.test("every request ends, follows no redirect and shows its credential in a header alone", async () => {
  const launch = launched();
  assert.ok(launch);
  const { asked, fetch } = listening(() => Response.json({ "auth-token": TOKEN }));
  const lrs = openLrs(launch, await fetchToken(launch, fetch), fetch);
  await Promise.all([
    lrs.send([{ id: "s1" }]),
    lrs.send([{ id: "s1" }], true),
    lrs.put({ id: "s1" }),
    lrs.state("x"),
    lrs.saveState("x", { a: 1 }),
    lrs.preferences(),
  ]);
  const factory = new IDBFactory(), queue = new ResultQueue(() => factory);
  await queue.add([{ id: "s1" }]);
  await queue.send({ endpoint: PARTS.endpoint, authorization: `Basic ${TOKEN}`, fetch });
  assert.equal(asked.length, 8);
  for (const { url, init } of asked) {
    assert.equal(init.redirect, "error");
    assert.ok(init.signal instanceof AbortSignal);
    const { Authorization, ...headers } = init.headers ?? {};
    const toStore = url.startsWith(`${PARTS.endpoint}/`);
    assert.equal(Authorization, toStore ? `Basic ${TOKEN}` : undefined);
    assert.ok(!`${url}${init.body}${JSON.stringify(headers)}`.includes(TOKEN));
  }
});

Deno.test("an address with a name or password in it starts no session", () => {
  assert.ok(launched());
  for (const name of ["endpoint", "fetch"]) {
    for (const login of ["user:secret@", "user@", ":secret@"]) {
      assert.equal(launched({ [name]: `https://${login}lrs.example/` }), null);
    }
  }
});
