import { make, makeButton } from "../shared/dom.js";
import { strings } from "../shared/strings/index.js";

/** @import { Problem, Store } from "../shared/types.js" */

/**
 * Says what went wrong with saving: at first above the questions; once they are answered at the end of
 * the quiz, where a notice sticks to the edge of the screen, is seen and moves nothing.
 */
export class StorageNotices {
  early = make("div.rc-notices");
  late = make("div.rc-notices.rc-notices--late");
  #place = this.early;
  #announce;

  /** @param {(text: string) => void} announce */
  constructor(announce) {
    this.#announce = announce;
  }

  /** From now on nothing above the questions may change. */
  settle() {
    this.#place = this.late;
  }

  /** @param {Problem} problem */
  show(problem) {
    const text = strings.problems[problem];
    const notice = make("div.rc-notice", { "data-problem": problem }, make("p", text));
    notice.append(makeButton(strings.dismiss, () => notice.remove(), "rc-dismiss"));
    this.#place.append(notice);
    this.#announce(text);
  }
}

/**
 * Says what goes wrong with saving, above and below what is in `root` already.
 *
 * @param {Element} root
 * @param {Store} store
 * @param {(text: string) => void} announce
 */
export function addStorageNotices(root, store, announce) {
  const notices = new StorageNotices(announce);
  root.prepend(notices.early);
  root.append(notices.late);
  store.onProblem((problem) => notices.show(problem));
  notices.settle();
}
