import { createAnnouncer } from "../shared/announcer.js";
import { strings } from "../shared/strings/index.js";
import { words } from "../shared/strings/player/index.js";
import { ProgressBar } from "./progress_bar.js";
import { Navigation } from "./navigation.js";
import { ProgressFiles } from "./progress_files.js";
import { createItems } from "./item_list.js";
import { ProgressStore } from "./progress_store.js";
import { objectiveNames } from "./objective_names.js";
import { addStorageNotices } from "./storage_notices.js";
import { Pager } from "./pager.js";
import { expandForPrint } from "./print.js";
import { Result } from "./result.js";
import { isMissed } from "./score.js";

/** @import { Item, ItemHost } from "./item.js" */
/** @import { Change, Environment } from "../shared/types.js" */

/** One quiz: its questions, the order they are gone through in, and what is kept of it. */
export class Player {
  #root;
  #tools;
  #keeper;
  #course;
  #announce;
  #bar;
  #pager;
  #result;

  /** @param {HTMLElement} root @param {Environment} tools */
  constructor(root, tools) {
    const id = root.dataset.quiz ?? "";
    this.#root = root;
    this.#tools = tools;
    this.#keeper = new ProgressStore(id, tools);
    this.#announce = createAnnouncer(root);
    this.#course = new Navigation(createItems(root, this.#itemHost));
    this.#bar = new ProgressBar({
      toggleView: () => this.#toggleView(),
      retryMissed: () => this.#retryMissed(),
      showAll: () => this.#showAll(),
    });
    this.#pager = new Pager((step) => this.#goTo(this.#course.position + step));
    this.#result = new Result(id, root.querySelector("h2.rc-item__title") ? "h2" : "h3", {
      nameOf: objectiveNames(root),
      retryMissed: () => this.#retryMissed(),
      startAgain: () => this.#startAgain(),
      goToOpen: () => this.#goToOpen(),
    });
  }

  /** @returns {Promise<unknown>} False where there is no question. */
  async start() {
    if (!this.#course.all.length) return false;
    this.#course.view = this.#isCompact ? "list" : await this.#tools.store.view();
    await this.#keeper.open(this.#course.all);
    this.#build();
    this.#bar.offerMissed(this.#missed().length);
    if (!this.#course.moveToHash(location.hash)) this.#course.moveToOpen();
    addEventListener("hashchange", () => this.#followHash());
    this.#tools.store.onChange((change) => this.#follow(change));
    this.#update();
  }

  get #isCompact() {
    return this.#root.hasAttribute("data-compact");
  }

  /** @returns {ItemHost} */
  get #itemHost() {
    return {
      now: this.#tools.now,
      newId: this.#tools.newId,
      announce: (text) => this.#announce(text),
      answered: (attempt) => {
        this.#tools.store.record(attempt);
        this.#update();
      },
      reopened: (item) => this.#reopenOne(item),
    };
  }

  #build() {
    this.#root.querySelector(".rc-noscript-hint")?.remove();
    expandForPrint(this.#root);
    if (!this.#isCompact) this.#buildFrame();
    addStorageNotices(this.#root, this.#tools.store, this.#announce);
  }

  #buildFrame() {
    this.#root.prepend(this.#bar.node);
    this.#root.append(this.#result.node, this.#pager.node);
    if (!this.#root.hasAttribute("data-in-course")) this.#root.append(this.#files().node);
  }

  /** In a course the LMS keeps the answers, and takes none from a file. */
  #files() {
    return new ProgressFiles({
      tools: this.#tools,
      announce: this.#announce,
      changed: () => this.#reload(),
    });
  }

  async #reload() {
    await this.#keeper.restore(this.#course.all.filter(({ attempts }) => !attempts.length));
    this.#update();
  }

  /** What another tab did here: its answers are shown; what it deleted is open again. @param {Change} change */
  async #follow({ attempts, deleted }) {
    if (deleted) await this.#keeper.startAgain(this.#course.all);
    if (
      deleted ||
      attempts.some(({ item }) => this.#course.all.some(({ question }) => question.id === item))
    ) await this.#reload();
  }

  /** @param {Item} item */
  #reopenOne(item) {
    item.reopen(this.#tools.newSeed());
    this.#update();
    item.focus();
    this.#announce(strings.retrying);
  }

  #missed() {
    return this.#course.all.filter(isMissed);
  }

  async #retryMissed() {
    const missed = this.#missed();
    await this.#keeper.reopen(missed);
    this.#begin(missed, true, words.saidRetry(missed.length));
  }

  async #startAgain() {
    await this.#keeper.startAgain(this.#course.all);
    this.#begin(this.#course.all, false, words.saidStartAgain);
  }

  /** @param {Item[]} items @param {boolean} retry @param {string} said */
  #begin(items, retry, said) {
    this.#course.take(items, retry);
    this.#bar.offerMissed(0);
    this.#goTo(0);
    this.#announce(`${said} ${this.#placeWords()}`);
  }

  #showAll() {
    this.#bar.offerMissed(this.#missed().length);
    this.#goToOpen();
  }

  #goToOpen() {
    if (this.#course.retry) this.#course.take(this.#course.all, false);
    this.#course.moveToOpen();
    this.#goTo(this.#course.position);
  }

  /** @param {number} position */
  #goTo(position) {
    this.#course.moveTo(position);
    this.#update();
    (this.#course.items[this.#course.position] ?? this.#result).focus();
    this.#announce(this.#placeWords());
  }

  #placeWords() {
    const { position, items, retry } = this.#course;
    return position < items.length
      ? words.place(position + 1, items.length, retry)
      : strings.result;
  }

  #followHash() {
    if (!this.#course.moveToHash(location.hash)) return;
    this.#goTo(this.#course.position);
  }

  #toggleView() {
    this.#course.view = this.#course.view === "one" ? "list" : "one";
    if (this.#course.view === "one") this.#course.moveToOpen();
    this.#tools.store.saveView(this.#course.view);
    this.#update();
    this.#announce(this.#course.view === "one" ? words.saidOne : words.saidList);
  }

  /** Shows what the course says is shown. */
  #update() {
    const course = this.#course;
    for (const item of course.all) item.section.hidden = !course.isShown(item);
    const total = course.items.length;
    const place = course.view === "one" ? course.position + 1 : 1;
    this.#bar.update({ view: course.view, retry: course.retry, place, total, ...course.tally });
    this.#root.dataset.view = course.view;
    this.#root.toggleAttribute("data-retry", course.retry);
    this.#pager.update({
      shown: course.view === "one",
      answered: course.items[course.position]?.isOpen === false,
      position: course.position,
      total,
    });
    this.#result.node.hidden = !course.isResult;
    if (course.isResult) this.#result.update(course.all);
  }
}
