import { PageElement } from "../../shared/custom_element.js";
import { createAnnouncer } from "../../shared/announcer.js";
import { make, makeButton } from "../../shared/dom.js";
import { openEnvironment } from "../../shared/store/environment.js";
import { strings } from "../../shared/strings/index.js";
import { words } from "../../shared/strings/variants/index.js";
import { createItems } from "../item_list.js";
import { StorageNotices } from "../storage_notices.js";
import { expandForPrint } from "../print.js";
import { Deck } from "./deck.js";
import { VariantHistory } from "./history.js";

/** @import { Card } from "./deck.js" */
/** @import { Item } from "../item.js" */
/** @import { Attempt } from "../../shared/types.js" */

/** `<rc-variants>`: one scenario at a time, and another one like it for as long as one likes. */
export class VariantsElement extends PageElement {
  #tools = openEnvironment();
  #announce = createAnnouncer(this);
  #stage = make("div.rc-variants__stage");
  #tally = make("p.rc-variants__tally");
  #another = makeButton(words.another, () => this.#next(), "rc-button--primary rc-another");
  #shown = 0;
  #answered = 0;
  #right = 0;
  /** @type {Deck | undefined} */ #deck;

  /** @override */
  async start() {
    this.#deck = this.#openDeck();
    this.#build();
    this.#show(await this.#deck.next());
  }

  #openDeck() {
    const sections = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".rc-item")]);
    const files = (this.dataset.files ?? "").split(" ").filter(Boolean);
    return new Deck(
      sections,
      files,
      new VariantHistory(`${this.dataset.template}@${this.dataset.version}`),
    );
  }

  #build() {
    const notices = new StorageNotices(this.#announce);
    this.querySelector(".rc-noscript-hint")?.remove();
    this.querySelectorAll(".rc-item").forEach((section) => section.remove());
    const bar = make("div.rc-variants__bar", this.#another, this.#tally);
    this.prepend(notices.early, this.#stage, bar, notices.late);
    this.#tools.store.onProblem((problem) => notices.show(problem));
    notices.settle();
    expandForPrint(this);
  }

  async #next() {
    if (this.#another.getAttribute("aria-disabled") === "true") return;
    this.#another.setAttribute("aria-disabled", "true");
    const card = await this.#deck?.next();
    this.#another.setAttribute("aria-disabled", "false");
    if (!card) return;
    this.#show(card)?.focus();
    this.#announce(this.#words(card));
  }

  /** @param {Card} card @returns {Item | undefined} */
  #show({ section }) {
    this.#shown += 1;
    this.#stage.replaceChildren(section);
    const number = section.querySelector(".rc-item__number");
    if (number) number.textContent = words.number(this.#shown);
    const [item] = createItems(this.#stage, {
      now: this.#tools.now,
      newId: this.#tools.newId,
      announce: (text) => this.#announce(text),
      answered: (attempt) => this.#keep(attempt),
      reopened: (again) => this.#reopen(again),
    });
    item?.reopen(this.#tools.newSeed());
    this.#update();
    return item;
  }

  /** @param {Attempt} attempt */
  #keep(attempt) {
    this.#answered += 1;
    this.#right += attempt.right ? 1 : 0;
    this.#tools.store.record(attempt);
    this.#update();
  }

  /** @param {Item} item */
  #reopen(item) {
    item.reopen(this.#tools.newSeed());
    item.focus();
    this.#announce(strings.retrying);
  }

  /** @param {Card} card */
  #words({ again, lost }) {
    const told = lost ? words.lost : again ? words.again : "";
    return `${told} ${words.number(this.#shown)}`.trim();
  }

  #update() {
    this.#tally.textContent = strings.tally(this.#answered, this.#right);
  }
}
