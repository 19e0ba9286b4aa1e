import { Player } from "../quiz/player.js";
import { PageElement } from "../shared/custom_element.js";
import { openEnvironment } from "../shared/store/environment.js";
import { lmsWords as words } from "../shared/strings/index.js";
import { readPackageQuestions } from "./package_questions.js";
import { findRuntime } from "./runtime.js";
import { openSession } from "./session.js";
import { StatusPanel } from "./status_panel.js";

/** @import { PackageInfo, Runtime } from "./types.d.ts" */

/** `<rc-quiz>` in a package: the same player, its answers recorded by the LMS that launched it. */
export class LmsQuizElement extends PageElement {
  /** @override */
  async start() {
    const { runtime, trouble } = await findRuntime(this.#passMark, this.#packageInfo);
    if (runtime) return this.#record(runtime);
    this.before(new StatusPanel(trouble ? words.trouble[trouble] : words.practice, null).node);
    return new Player(this, openEnvironment()).start();
  }

  /** @param {Runtime} runtime */
  async #record(runtime) {
    const rules = { mark: runtime.mark ?? this.#passMark, tries: Number(this.dataset.tries ?? 0) };
    const panel = new StatusPanel(
      runtime.records ? words.recorded({ tries: rules.tries }) : words.review,
      () => this.#leave(runtime, panel),
    );
    const { now, newSeed, newId } = openEnvironment();
    const questions = readPackageQuestions(this);
    runtime.onTrouble((trouble) => panel.warn(trouble));
    this.toggleAttribute("data-in-course", true);
    this.before(panel.node);
    const { environment, isForeign } = await openSession({
      ...questions,
      quiz: this.dataset.quiz ?? "",
      runtime,
      rules,
      environment: { now, newSeed, newId },
      onProgress: (progress) => panel.show(progress, rules.mark),
      onFull: () => panel.warn("full"),
    });
    if (isForeign) panel.warn("changed");
    addEventListener("pagehide", () => runtime.leave());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#close(panel));
    return new Player(this, environment).start();
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
  get #packageInfo() {
    const { quiz = "", assignment = quiz, title = "", asOf = "" } = this.dataset;
    const items = quiz === assignment
      ? readPackageQuestions(this).questions.map(({ question }) => question.id)
      : [];
    return { assignment, title, as_of: asOf, items };
  }

  get #passMark() {
    const { mark } = this.dataset;
    return mark ? Number(mark) : null;
  }
}
