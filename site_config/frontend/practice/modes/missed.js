import { make, makeButton } from "../../shared/dom.js";
import { words } from "../../shared/strings/review/index.js";
import { needsRetry } from "../review_queue.js";
import { loadLearner } from "../learner.js";
import { listPlan } from "../session_plan.js";
import { Session } from "../session.js";

/** @import { Screen } from "../screen.js" */

const MOST = 20;

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
    return screen.show(
      make("p", known.length ? words.nothingMissed : words.nothingKnown),
    );
  }
  const changed = open.filter(({ stale }) => stale);
  const order = [...changed, ...open.filter(({ stale }) => !stale)].map(({ entry }) => entry.id)
    .slice(
      0,
      MOST,
    );
  const again = () => screen.attempt(() => missed(screen));
  const begin = () =>
    screen.attempt(() => new Session(screen, { ...listPlan(order), again }).start());
  screen.show(
    make("p.rc-due", words.toRetry(open.length - changed.length, changed.length)),
    makeButton(words.startRetry(order.length), begin, "rc-button--primary rc-start"),
  );
}
