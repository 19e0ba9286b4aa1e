import { createAnnouncer } from "../shared/announcer.js";
import { flatten, make, makeButton } from "../shared/dom.js";
import { lazyLoad } from "../shared/lazy_load.js";
import { SteadyClock } from "../shared/steady_clock.js";
import { isApart, openEnvironment } from "../shared/store/environment.js";
import { storageNotices } from "../quiz/storage_notices.js";
import { practiceWords as words } from "../shared/strings/index.js";
import { Library } from "./library.js";
import { readLabels } from "./labels.js";

/** @import { Child } from "../shared/dom.js" */

/**
 * The area of a practice page: shows one thing at a time, announces changes, and knows the page.
 */
export class Screen {
  #main = make("div.rc-stage");
  #act;

  /** @param {HTMLElement} root @param {(screen: Screen) => unknown} act What the page does. */
  constructor(root, act) {
    this.root = root;
    this.#act = act;
    this.env = openEnvironment();
    this.clock = new SteadyClock(() => this.env.now().getTime());
    this.mode = root.dataset.way ?? "";
    this.items = Number(root.dataset.items);
    this.library = new Library(Number(root.dataset.shards));
    this.labels = readLabels(root);
    this.choices = readChoices(root);
    root.querySelector(".rc-plain")?.remove();
    const player = make("div.rc-player");
    this.announce = createAnnouncer(player);
    const { early, late } = storageNotices(this.store, this.announce);
    player.append(early, this.#main, late);
    if (isApart() && this.mode !== "data") this.#addFiles(early);
    root.append(player);
  }

  /** The way for answers from one page of a folder to another. @param {Element} place */
  async #addFiles(place) {
    const { env, announce } = this;
    /** @type {typeof import("../quiz/progress_files.js").ProgressFiles} */
    const Files = await lazyLoad("progress-files.js", "rightcodeProgressFiles");
    place.append(new Files({ env, announce, onImport: () => location.reload() }).node);
  }

  get store() {
    return this.env.store;
  }

  /** In milliseconds since 1970; never goes back. */
  get now() {
    return this.clock.now;
  }

  start() {
    return this.attempt(() => this.#act(this));
  }

  /** A round of questions, which needs all the space. @param {...Child} nodes */
  play(...nodes) {
    this.show(...nodes);
    this.root.dataset.busy = "";
  }

  /** @param {...Child} nodes */
  show(...nodes) {
    delete this.root.dataset.busy;
    this.#main.replaceChildren(...flatten(nodes));
  }

  /**
   * Does what may need the bank; if that cannot be loaded, offers to try again.
   *
   * @param {() => unknown} act
   */
  async attempt(act) {
    try {
      await act();
    } catch (error) {
      console.info(error);
      const retry = () => this.attempt(act);
      const button = makeButton(words.tryAgain, retry, "rc-button--primary rc-try-again");
      this.show(make("p", words.notLoaded), button);
      this.announce(words.notLoaded);
    }
  }
}

/** @param {Element} root What the page offers for practice, as the server wrote it. */
function readChoices(root) {
  return [...root.querySelectorAll(".rc-choices > li")].map((row) => ({
    text: row.querySelector("a")?.textContent ?? "",
    count: row.querySelector("small")?.textContent ?? "",
    topics: (row.getAttribute("data-topics") ?? "").split(" ").filter(Boolean),
  }));
}
