import { createAnnouncer } from "../../shared/announcer.js";
import { PageElement } from "../../shared/custom_element.js";
import { make, makeButton } from "../../shared/dom.js";
import { openEnvironment } from "../../shared/store/environment.js";
import { quizWords as strings, variantsWords as words } from "../../shared/strings/index.js";
import { restoreCodeNames } from "../code_names.js";
import { createItems, loadKindsIn } from "../item_list.js";
import { expandForPrint } from "../print.js";
import { storageNotices } from "../storage_notices.js";
import { Deck } from "./deck.js";

/** @import { Card } from "./deck.js" */
/** @import { Item } from "../item.js" */
/** @import { Attempt } from "../../shared/types.d.ts" */

/** `<rc-variants>`: one scenario after another, as many as the learner likes. */
export class VariantsElement extends PageElement {
  #env = openEnvironment();
  #announce = createAnnouncer(this);
  #main = make("div.rc-variants__stage");
  #tally = make("p.rc-variants__tally");
  #another = makeButton(words.another, () => this.#next(), "rc-button--primary rc-another");
  #count = 0;
  #answered = 0;
  #right = 0;
  /** @type {Deck | undefined} */ #deck;

  /** @override */
  async start() {
    this.#deck = this.#openDeck();
    await loadKindsIn(this);
    this.#build();
    this.#show(await this.#deck.next());
  }

  #openDeck() {
    const sections = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".rc-item")]);
    const files = (this.dataset.files ?? "").split(" ").filter(Boolean);
    const { template, version } = this.dataset;
    return new Deck(sections, files, `${template}@${version}`);
  }

  #build() {
    void restoreCodeNames(this.#env.store);
    this.querySelectorAll(".rc-noscript-hint, .rc-item").forEach((node) => node.remove());
    const bar = make("div.rc-variants__bar", this.#another, this.#tally);
    const { early, late } = storageNotices(this.#env.store, this.#announce);
    this.prepend(early, this.#main, bar, late);
    expandForPrint(this);
  }

  async #next() {
    if (this.#another.getAttribute("aria-disabled") === "true") return;
    this.#another.setAttribute("aria-disabled", "true");
    const card = await this.#deck?.next();
    this.#another.setAttribute("aria-disabled", "false");
    if (!card) return;
    this.#show(card)?.focus();
    this.#announce(this.#message(card));
  }

  /** @param {Card} card */
  #show({ section }) {
    this.#count += 1;
    this.#main.replaceChildren(section);
    const number = section.querySelector(".rc-item__number");
    if (number) number.textContent = words.number({ place: this.#count });
    const [item] = createItems(this.#main, {
      now: this.#env.now,
      newId: this.#env.newId,
      store: this.#env.store,
      announce: (text) => this.#announce(text),
      onAnswer: (attempt) => this.#record(attempt),
      onReopen: (item) => this.#reopen(item),
    });
    item?.reopen(this.#env.newSeed());
    this.#update();
    return item;
  }

  /** @param {Attempt} attempt */
  #record(attempt) {
    this.#answered += 1;
    this.#right += attempt.right ? 1 : 0;
    this.#env.store.record(attempt);
    this.#update();
  }

  /** @param {Item} item */
  #reopen(item) {
    item.reopen(this.#env.newSeed());
    item.focus();
    this.#announce(strings.retrying);
  }

  /** @param {Card} card */
  #message({ restarted, loadFailed }) {
    const text = loadFailed ? words.lost : restarted ? words.again : "";
    return `${text} ${words.number({ place: this.#count })}`.trim();
  }

  #update() {
    this.#tally.textContent = strings.tally({ answered: this.#answered, right: this.#right });
  }
}
