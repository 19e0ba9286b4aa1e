import { percent } from "../shared/format.js";
import { make, makeButton } from "../shared/dom.js";
import { lmsWords as words } from "../shared/strings/index.js";

/** @import { Progress, Trouble } from "./types.d.ts" */

/** Above the questions: whether answers are recorded, the score, and the button to leave. */
export class StatusPanel {
  #progress = make("p.rc-lms__standing");
  #trouble = make("p.rc-lms__trouble", { hidden: true });
  #leave;
  #closed = false;

  /** @param {string} textContent @param {(() => void) | null} leave */
  constructor(textContent, leave) {
    this.#leave = leave ? makeButton(words.leave, leave, "rc-lms__leave") : null;
    const status = make(
      "div.rc-lms__said",
      { role: "status" },
      make("p", textContent),
      this.#progress,
      this.#trouble,
    );
    this.node = make("div.rc-lms", status, this.#leave);
  }

  /** @param {Progress} progress @param {number | null} mark */
  show({ total, answered, right, complete, passed }, mark) {
    if (!complete) {
      return void (this.#progress.textContent = words.open({
        answered,
        total,
        mark: mark === null ? "none" : percent(mark),
      }));
    }
    const verdict = passed === null ? words.done : passed ? words.passed : words.failed;
    this.#progress.textContent = `${words.score({ right, total })} ${verdict}`;
  }

  /** @param {Trouble | null} trouble */
  warn(trouble) {
    if (this.#closed) return;
    this.#trouble.hidden = trouble === null;
    this.#trouble.textContent = trouble ? words.trouble[trouble] : "";
  }

  /** @param {string} text */
  close(text) {
    this.#closed = true;
    this.#leave?.remove();
    this.#trouble.hidden = false;
    this.#trouble.textContent = text;
  }
}
