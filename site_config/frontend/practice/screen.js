import { createAnnouncer } from "../shared/announcer.js";
import { flatten, make, makeButton } from "../shared/dom.js";
import { StorageNotices } from "../quiz/storage_notices.js";
import { words } from "../shared/strings/practice/index.js";
import { Library } from "./library.js";
import { readLabels } from "./labels.js";

/** @import { Child } from "../shared/dom.js" */
/** @import { Environment } from "../shared/types.js" */

/** Where one way to practise is shown: it shows one thing at a time, says what changes, and knows the page. */
export class Screen {
  #main = make("div.rc-stage");

  /** @param {HTMLElement} root @param {Environment} tools */
  constructor(root, tools) {
    this.root = root;
    this.tools = tools;
    this.way = root.dataset.way ?? "";
    this.items = Number(root.dataset.items);
    this.library = new Library(Number(root.dataset.shards));
    this.names = readLabels(root);
    this.choices = readChoices(root);
    const player = make("div.rc-player");
    this.announce = createAnnouncer(player);
    this.#build(player);
  }

  get store() {
    return this.tools.store;
  }

  /** A round of questions, which wants the room for itself. @param {...Child} nodes */
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
   * Does what may need the bank; where that cannot be reached, says so and offers to try again.
   *
   * @param {() => unknown} act
   */
  async attempt(act) {
    try {
      await act();
    } catch (problem) {
      console.info(problem);
      const again = makeButton(
        words.tryAgain,
        () => this.attempt(act),
        "rc-button--primary rc-try-again",
      );
      this.show(make("p", words.notLoaded), again);
      this.announce(words.notLoaded);
    }
  }

  /** @param {HTMLElement} player */
  #build(player) {
    this.root.querySelector(".rc-plain")?.remove();
    const notices = new StorageNotices(this.announce);
    player.append(notices.early, this.#main, notices.late);
    this.root.append(player);
    this.store.onProblem((problem) => notices.show(problem));
    notices.settle();
  }
}

/** @param {Element} root What the page offers to practise, as the server wrote it. */
function readChoices(root) {
  return [...root.querySelectorAll(".rc-choices > li")].map((row) => ({
    text: row.querySelector("a")?.textContent ?? "",
    count: row.querySelector("small")?.textContent ?? "",
    topics: (row.getAttribute("data-topics") ?? "").split(" ").filter(Boolean),
  }));
}
