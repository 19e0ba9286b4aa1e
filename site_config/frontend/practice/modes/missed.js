import { make, makeButton } from "../../shared/dom.js";
import { reviewWords as words } from "../../shared/strings/index.js";
import { loadLearner } from "../learner.js";
import { needsRetry } from "../review_queue.js";
import { Session } from "../session.js";
import { listPlan } from "../session_plan.js";

/** @import { Screen } from "../types.d.ts" */

const MAX_QUESTIONS = 20;

/**
 * Only what was missed last time, or answered under facts that have changed since.
 *
 * @param {Screen} screen
 * @returns {Promise<void>}
 */
export async function missed(screen) {
  const { known } = await loadLearner(screen);
  const open = needsRetry(known);
  if (!open.length) {
    return screen.show(make("p", known.length ? words.nothingMissed : words.nothingKnown));
  }
  const changed = open.filter(({ stale }) => stale);
  const ids = [...new Set([...changed, ...open])].map(({ entry }) => entry.id);
  const plan = {
    ...listPlan(ids.slice(0, MAX_QUESTIONS)),
    restart: () => screen.attempt(() => missed(screen)),
  };
  const start = () => screen.attempt(() => new Session(screen, plan).start());
  screen.show(
    make(
      "p.rc-due",
      words.toRetry({ missed: open.length - changed.length, changed: changed.length }),
    ),
    makeButton(words.startRetry({ count: plan.total }), start, "rc-button--primary rc-start"),
  );
}
