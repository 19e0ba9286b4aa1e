import { make, makeButton } from "../../shared/dom.js";
import { reviewWords as words } from "../../shared/strings/index.js";
import { loadLearner, needsRetry } from "../review_queue.js";
import { listPlan, startSession } from "../session.js";

/** @import { Screen } from "../types.d.ts" */

const MAX_QUESTIONS = 20;

/**
 * Only what was missed last time, or answered under facts that have changed since.
 *
 * @param {Screen} screen
 */
export async function missed(screen) {
  const { known } = await loadLearner(screen);
  const open = needsRetry(known);
  if (!open.length) {
    return screen.show(make("p", known.length ? words.nothingMissed : words.nothingKnown));
  }
  const changed = open.filter(({ stale }) => stale);
  const count = open.length - changed.length;
  const ids = [...new Set([...changed, ...open])].map(({ entry }) => entry.id);
  const plan = listPlan(ids.slice(0, MAX_QUESTIONS));
  const start = () => startSession(screen, plan);
  screen.show(
    make("p.rc-due", words.toRetry({ missed: count, changed: changed.length })),
    makeButton(words.startRetry({ count: plan.total }), start, "rc-button--primary rc-start"),
  );
}
