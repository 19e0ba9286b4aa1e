import { make, makeButton } from "../shared/dom.js";
import { storageWords as strings } from "../shared/strings/index.js";

/** @import { Problem, Store } from "../shared/types.d.ts" */

/**
 * Two places for problems with saving: `early`, above the questions, for those known already;
 * `late`, at the end, where a notice sticks to the edge of the screen and moves nothing.
 *
 * @param {Store} store
 * @param {(text: string) => void} announce
 */
export function storageNotices(store, announce) {
  const early = make("div.rc-notices");
  const late = make("div.rc-notices.rc-notices--late");
  let place = early;
  store.onProblem((problem) => {
    place.append(notice(problem));
    announce(strings.problems[problem]);
  });
  place = late;
  return { early, late };
}

/** @param {Problem} problem */
function notice(problem) {
  const node = make("div.rc-notice", { "data-problem": problem });
  const dismiss = makeButton(strings.dismiss, () => node.remove(), "rc-dismiss");
  node.append(make("p", strings.problems[problem]), dismiss);
  return node;
}
