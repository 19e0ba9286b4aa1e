/** The result of a desk as statements to the record store that its link names, as quizzes' are. */

import { isReachable } from "../classroom/format/assignment.js";
import { ownMarking } from "../classroom/format/own_question.js";
import { ResultQueue } from "../classroom/results/statement_queue.js";
import { statements } from "../classroom/results/statements.js";
import { make, makeButton } from "../shared/dom.js";
import { assignmentWords as words } from "../shared/strings/index.js";
import { isStore } from "../shared/web_address.js";
import { madeResult } from "./result_text.js";

/** @import { Statement } from "../classroom/results/statement_queue.js" */
/** @import { DeskContext } from "./desk_context.js" */

/** What happens to a result, said before it is saved. @param {string} endpoint */
export function storeNotice(endpoint) {
  if (!isStore(endpoint)) return "";
  const store = new URL(endpoint).host;
  return isReachable(endpoint) ? words.store({ store }) : words.unreachable({ store });
}

/**
 * The statements of a result; the same result gives the same ids.
 *
 * @param {any} result As `deskResult` gives it.
 * @param {string} home The site's address.
 */
export function deskStatements(result, home) {
  const made = madeResult(result);
  const keys = new Map((made.own_questions ?? []).map((one) => [one.id, ownMarking(one)]));
  return /** @type {Statement[]} */ (statements(made, keys, { home }));
}

/**
 * Queues them and sends until the store has them; once, whatever other tabs do.
 *
 * @param {DeskContext} desk @param {string} endpoint @param {any} result
 * @returns {Node} Says how far it is, and sends again.
 */
export function sendResult({ session, store, announce }, endpoint, result) {
  const status = make("p.rc-sending");
  if (!isStore(endpoint) || !isReachable(endpoint)) return status;
  const queue = new ResultQueue(undefined, endpoint); // no statement goes to another's store
  const key = `told/desk-${session.id}`;
  const home = new URL("../../", location.href.split(/[?#]/)[0]).href;
  const send = async () => {
    const done = await queue.send({ endpoint }, {
      state: () => store.value(key),
      mark: (state) => store.updateValue(key, () => state),
      statements: () => Promise.resolve(deskStatements(result, home)),
    }).catch(() => null);
    status.textContent = textOf(done, queue.unsaved);
    retry.hidden = done?.left === 0;
    announce(status.textContent);
  };
  const retry = makeButton(words.resend, send, "rc-resend");
  retry.hidden = true;
  addEventListener("online", send);
  void send();
  return make("div", status, retry);
}

/** @param {{left: number, refused: number} | null} done @param {number} unsaved */
function textOf(done, unsaved) {
  if (!done) return words.notMade;
  const { left, refused } = done;
  if (left) return unsaved ? words.unsaved({ left }) : words.waiting({ left });
  return refused ? words.refused({ refused }) : words.sent;
}
