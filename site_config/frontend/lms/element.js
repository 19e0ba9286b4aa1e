import { PageElement } from "../shared/custom_element.js";
import { Player } from "../quiz/player.js";
import { openEnvironment } from "../shared/store/environment.js";
import { words } from "../shared/strings/lms/index.js";
import { readPackageQuestions } from "./package_settings.js";
import { StatusPanel } from "./status_panel.js";
import { findRuntime } from "./runtime.js";
import { Session } from "./session.js";

/** @import { PackageInfo, Runtime } from "./types.js" */

/** `<rc-quiz>` in a package: the same player, its answers recorded by the LMS that launched it. */
export class LmsQuizElement extends PageElement {
  /** @override */
  async start() {
    const { runtime, trouble } = await findRuntime(this.#ownMark, this.#given);
    if (runtime) return this.#record(runtime);
    this.before(new StatusPanel(trouble ? words.trouble[trouble] : words.practice, null).node);
    return new Player(this, openEnvironment()).start();
  }

  /** @param {Runtime} runtime */
  async #record(runtime) {
    const rules = { mark: runtime.mark ?? this.#ownMark, tries: Number(this.dataset.tries ?? 0) };
    const panel = new StatusPanel(
      runtime.records ? words.recorded(rules.tries) : words.review,
      () => this.#leave(runtime, panel),
    );
    const { now, newSeed, newId } = openEnvironment();
    const session = new Session(
      readPackageQuestions(this),
      runtime,
      rules,
      { now, newSeed, newId },
      (standing) => panel.show(standing, rules.mark),
    );
    runtime.onTrouble((trouble) => panel.warn(trouble));
    this.toggleAttribute("data-in-course", true);
    this.before(panel.node);
    await session.resume(this.dataset.quiz ?? "");
    if (session.strange) panel.warn("changed");
    this.#watchEnd(runtime, panel);
    return new Player(this, session.tools).start();
  }

  /** @param {Runtime} runtime @param {StatusPanel} panel */
  #watchEnd(runtime, panel) {
    addEventListener("pagehide", () => runtime.leave());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#close(panel));
  }

  /** @param {Runtime} runtime @param {StatusPanel} panel */
  async #leave(runtime, panel) {
    this.#close(panel);
    await runtime.leave();
    if (runtime.back) location.assign(runtime.back);
  }

  /** @param {StatusPanel} panel */
  #close(panel) {
    this.inert = true;
    panel.close(words.closed);
  }

  /** @returns {PackageInfo} */
  get #given() {
    const { quiz = "", assignment = quiz, title = "", asOf = "" } = this.dataset;
    const items = quiz === assignment
      ? readPackageQuestions(this).asked.map(({ question }) => question.id)
      : [];
    return { assignment, title, as_of: asOf, items };
  }

  get #ownMark() {
    const { mark } = this.dataset;
    return mark ? Number(mark) : null;
  }
}
