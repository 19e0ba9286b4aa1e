/**
 * Sends what is in a queue to a store, over and over, until nothing is left: `deno run … send.js IN
 * STATE`. test_store.py starts it.
 */
import { IDBFactory } from "fake-indexeddb";
import { ResultQueue } from "../../site_config/frontend/classroom/results/statement_queue.js";
import { statements } from "../../site_config/frontend/classroom/results/statements.js";

const [from, state] = Deno.args;
const { results, keys, endpoint, authorization, pause } = JSON.parse(Deno.readTextFileSync(from));
const markings = new Map(keys.map((/** @type {{id: string}} */ marking) => [marking.id, marking]));
const factory = new IDBFactory();
const told = { posts: 0, failed: 0, sent: 0, left: -1, refused: 0, doubled: 0 };

/** A learner's page: a new queue each time, as after a reload, on the same database. */
for (const result of results) {
  const made = statements(result, markings);
  await new ResultQueue(() => factory).add(/** @type {any} */ (made));
  await new ResultQueue(() => factory).add(/** @type {any} */ (made));
}

/** @type {typeof fetch} */
const counted = async (...asked) => {
  told.posts++;
  Deno.writeTextFileSync(state, JSON.stringify(told));
  await new Promise((resolve) => setTimeout(resolve, pause));
  const response = await fetch(...asked);
  if (!response.ok) told.failed++;
  // Now and then the answer is lost on its way back: the store has the statements, the page does
  // not know it.
  if (response.ok && told.posts % 4 === 0) {
    await response.body?.cancel();
    told.doubled++;
    throw new TypeError("network");
  }
  return response;
};

for (let turn = 0; turn < 600 && told.left !== 0; turn++) {
  const queue = new ResultQueue(() => factory), reach = { endpoint, authorization, fetch: counted };
  const [one] = await Promise.all([queue.send(reach), queue.send(reach)]);
  told.sent += one.sent;
  Object.assign(told, { left: one.left, refused: one.refused });
  Deno.writeTextFileSync(state, JSON.stringify(told));
  if (told.left) await new Promise((resolve) => setTimeout(resolve, 100));
}
