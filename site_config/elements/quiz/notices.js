import { make, makeButton } from "../dom.js";
import { strings } from "../strings/index.js";

/**
 * Says what went wrong with saving. It stands at the end of the quiz and sticks to the edge of the
 * screen, so that it is seen and moves nothing.
 */
export class Notices {
  #announce;

  /** @param {(text: string) => void} announce */
  constructor(announce) {
    this.#announce = announce;
    this.node = make("div", { className: "rc-notices" });
  }

  /** @param {import("../types.js").Problem} problem */
  show(problem) {
    const text = strings.problems[problem];
    const notice = make("div", { className: "rc-notice" }, make("p", { textContent: text }));
    notice.dataset.problem = problem;
    notice.append(makeButton(strings.dismiss, () => notice.remove(), "rc-dismiss"));
    this.node.append(notice);
    this.#announce(text);
  }
}
