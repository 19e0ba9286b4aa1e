import { createAnnouncer } from "../shared/announcer.js";
import { PageElement } from "../shared/custom_element.js";
import { flatten, make } from "../shared/dom.js";
import { openEnvironment } from "../shared/store/environment.js";
import { flashcardsWords as words } from "../shared/strings/index.js";
import { storageNotices } from "../quiz/storage_notices.js";
import { showChooser } from "./chooser.js";
import { readDecks } from "./decks.js";
import { noteGone } from "./log.js";

/** @import { Child } from "../shared/dom.js" */
/** @import { Deck } from "./decks.js" */

/** The page's decks in rounds. Without it the page is lists of fronts with folded backs. */
export class FlashcardsElement extends PageElement {
  env = openEnvironment();
  /** @type {Deck[]} */ decks = [];
  /** The same decks, meaning first. @type {Deck[]} */ reversed = [];
  #stage = make("div.rc-stage");

  /** @override */
  async start() {
    this.decks = readDecks(this, false);
    this.reversed = readDecks(this, true);
    const player = make("div.rc-player");
    const announce = createAnnouncer(player);
    const { early, late } = storageNotices(this.env.store, announce);
    player.append(early, this.#stage, late);
    const lists = this.querySelector(".rc-decks");
    lists?.before(player, make("h2.rc-decks__title", words.lists));
    await noteGone(this);
    await showChooser(this);
  }

  /** @param {...Child} nodes */
  show(...nodes) {
    delete this.dataset.busy;
    this.#stage.replaceChildren(...flatten(nodes));
  }

  /** A round, which needs all the space. @param {...Child} nodes */
  play(...nodes) {
    this.show(...nodes);
    this.dataset.busy = "";
  }
}
