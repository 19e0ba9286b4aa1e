import { createAnnouncer } from "../shared/announcer.js";
import { objectiveName, readNames } from "../shared/page_names.js";
import { playerWords as words, quizWords as strings } from "../shared/strings/index.js";
import { restoreCodeNames } from "./code_names.js";
import { createItems } from "./item_list.js";
import { Navigation } from "./navigation.js";
import { Pager } from "./pager.js";
import { expandForPrint } from "./print.js";
import { ProgressBar } from "./progress_bar.js";
import { ProgressFiles } from "./progress_files.js";
import { ProgressStore } from "./progress_store.js";
import { Result } from "./result.js";
import { isMissed } from "./score.js";
import { storageNotices } from "./storage_notices.js";

/** @import { Item, ItemHost } from "./item.js" */
/** @import { Change, Environment } from "../shared/types.d.ts" */

/** One quiz: its questions, the order they are shown in, and their stored answers. */
export class Player {
  #root;
  #env;
  #progress;
  #navigation;
  #announce;
  #bar;
  #pager;
  #result;

  /** @param {HTMLElement} root @param {Environment} env */
  constructor(root, env) {
    const id = root.dataset.quiz ?? "";
    const retryMissed = () => this.#retryMissed();
    this.#root = root;
    this.#env = env;
    this.#progress = new ProgressStore(id, env);
    this.#announce = createAnnouncer(root);
    this.#navigation = new Navigation(createItems(root, this.#itemHost));
    this.#bar = new ProgressBar({
      toggleView: () => this.#toggleView(),
      retryMissed,
      showAll: () => this.#showAll(),
    });
    this.#pager = new Pager((step) => this.#goTo(this.#navigation.position + step));
    this.#result = new Result(id, root.querySelector("h2.rc-item__title") ? "h2" : "h3", {
      nameOf: objectiveName(readNames(root)),
      retryMissed,
      startAgain: () => this.#startAgain(),
      goToOpen: () => this.#goToOpen(),
    });
  }

  /** @returns {Promise<unknown>} False if there is no question. */
  async start() {
    const { all } = this.#navigation;
    if (!all.length) return false;
    this.#navigation.view = this.#isCompact ? "list" : await this.#env.store.view();
    if (!this.#isGiven) await restoreCodeNames(this.#env.store);
    await this.#progress.open(all);
    this.#build();
    this.#bar.offerMissed(this.#missed().length);
    if (!this.#navigation.moveToHash(location.hash)) this.#navigation.moveToOpen();
    addEventListener("hashchange", () => this.#followHash());
    this.#env.store.onChange((change) => this.#follow(change));
    this.#update();
  }

  /** Whether a course gives the quiz. */
  get #isGiven() {
    return this.#root.hasAttribute("data-in-course");
  }

  get #isCompact() {
    return this.#root.hasAttribute("data-compact");
  }

  /** @returns {ItemHost} */
  get #itemHost() {
    return {
      now: this.#env.now,
      newId: this.#env.newId,
      store: this.#isGiven ? undefined : this.#env.store,
      announce: (text) => this.#announce(text),
      onAnswer: (attempt) => {
        this.#env.store.record(attempt);
        this.#update();
      },
      onReopen: (item) => this.#reopen(item),
    };
  }

  #build() {
    this.#root.querySelector(".rc-noscript-hint")?.remove();
    expandForPrint(this.#root);
    if (!this.#isCompact) this.#buildFrame();
    const { early, late } = storageNotices(this.#env.store, this.#announce);
    this.#root.prepend(early);
    this.#root.append(late);
  }

  #buildFrame() {
    this.#root.prepend(this.#bar.node);
    this.#root.append(this.#result.node, this.#pager.node);
    if (!this.#isGiven) this.#root.append(this.#files().node);
  }

  /** In a course the LMS stores the answers, and takes none from a file. */
  #files() {
    return new ProgressFiles({
      env: this.#env,
      announce: this.#announce,
      onImport: () => this.#reload(),
    });
  }

  async #reload() {
    await this.#progress.restore(this.#navigation.all.filter(({ attempts }) => !attempts.length));
    this.#update();
  }

  /** Shows the answers of another tab; what it deleted is open again. @param {Change} change */
  async #follow({ attempts, deleted }) {
    const { all } = this.#navigation;
    if (deleted) await this.#progress.startAgain(all);
    const isHere = attempts.some(({ item }) => all.some(({ question }) => question.id === item));
    if (deleted || isHere) await this.#reload();
  }

  /** @param {Item} item */
  #reopen(item) {
    item.reopen(this.#env.newSeed());
    this.#update();
    item.focus();
    this.#announce(strings.retrying);
  }

  #missed() {
    return this.#navigation.all.filter(isMissed);
  }

  async #retryMissed() {
    const missed = this.#missed();
    await this.#progress.reopen(missed);
    this.#begin(missed, true, words.saidRetry({ count: missed.length }));
  }

  async #startAgain() {
    const { all } = this.#navigation;
    await this.#progress.startAgain(all);
    this.#begin(all, false, words.saidStartAgain);
  }

  /** @param {Item[]} items @param {boolean} retry @param {string} message */
  #begin(items, retry, message) {
    this.#navigation.start(items, retry);
    this.#bar.offerMissed(0);
    this.#goTo(0);
    this.#announce(`${message} ${this.#positionText()}`);
  }

  #showAll() {
    this.#bar.offerMissed(this.#missed().length);
    this.#goToOpen();
  }

  #goToOpen() {
    if (this.#navigation.retry) this.#navigation.start(this.#navigation.all, false);
    this.#navigation.moveToOpen();
    this.#goTo(this.#navigation.position);
  }

  /** @param {number} position */
  #goTo(position) {
    this.#navigation.moveTo(position);
    this.#update();
    (this.#navigation.items[this.#navigation.position] ?? this.#result).focus();
    this.#announce(this.#positionText());
  }

  #positionText() {
    const { position, items, retry } = this.#navigation;
    return position < items.length
      ? words.place({ place: position + 1, total: items.length, retry })
      : strings.result;
  }

  #followHash() {
    if (this.#navigation.moveToHash(location.hash)) this.#goTo(this.#navigation.position);
  }

  #toggleView() {
    const single = this.#navigation.view !== "one";
    this.#navigation.view = single ? "one" : "list";
    if (single) this.#navigation.moveToOpen();
    this.#env.store.saveView(this.#navigation.view);
    this.#update();
    this.#announce(single ? words.saidOne : words.saidList);
  }

  #update() {
    const { all, items, view, retry, position, tally, isResult } = this.#navigation;
    for (const item of all) item.section.hidden = !this.#navigation.isShown(item);
    const total = items.length;
    const single = view === "one";
    this.#bar.update({ view, retry, number: single ? position + 1 : 1, total, ...tally });
    this.#root.dataset.view = view;
    this.#root.toggleAttribute("data-retry", retry);
    const answered = items[position]?.isOpen === false;
    this.#pager.update({ shown: single, answered, position, total });
    this.#result.node.hidden = !isResult;
    if (isResult) this.#result.update(all);
  }
}
