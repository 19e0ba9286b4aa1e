/** A round of flashcards on the screen: one card, turned and rated by hand or by keys. */
import { day } from "../shared/dates.js";
import { listOf, make, makeButton } from "../shared/dom.js";
import { flashcardsWords as words } from "../shared/strings/index.js";
import { loadLog, recordCard } from "./log.js";
import { sorted } from "./round.js";

/** @import { Card } from "./decks.js" */
/** @import { FlashcardsElement } from "./element.js" */
/** @import { Round } from "./round.js" */

/** @param {FlashcardsElement} page @param {Round} round @param {() => Promise<void>} leave */
export function showRound(page, round, leave) {
  new RoundView(page, round, leave).showCard();
}

class RoundView {
  #page;
  #round;
  #leave;
  #place = make("strong.rc-bar__place");
  #progress = make("progress.rc-bar__progress", { "aria-label": words.progress });
  #card = make("div.rc-turn", { tabIndex: -1, role: "group" });
  #turn = makeButton(words.turn, () => this.#turnOver(), "rc-turn__over");
  #knew = makeButton(words.knew, () => this.#rate(true), "rc-button--primary rc-turn__knew");
  #notYet = makeButton(words.notYet, () => this.#rate(false), "rc-turn__not-yet");

  /** @param {FlashcardsElement} page @param {Round} round @param {() => Promise<void>} leave */
  constructor(page, round, leave) {
    this.#page = page;
    this.#round = round;
    this.#leave = leave;
    const stop = makeButton(words.stop, () => this.#goBack(), "rc-turn__stop");
    const bar = make(
      "div.rc-bar",
      make("p.rc-bar__words", this.#place),
      make("div.rc-bar__buttons", stop),
      this.#progress,
    );
    const group = { role: "group", "aria-label": words.buttons };
    const buttons = make(
      "div.rc-pager.rc-turn__buttons",
      group,
      this.#turn,
      this.#knew,
      this.#notYet,
    );
    const node = make(
      "div.rc-turn__round",
      bar,
      this.#card,
      buttons,
      make("p.rc-turn__keys", words.keys),
    );
    node.addEventListener("keydown", (event) => this.#onKey(event));
    this.#card.addEventListener("click", (event) => this.#onClick(event));
    page.play(node);
  }

  get #isTurned() {
    return this.#card.dataset.side === "back";
  }

  showCard() {
    const { card, cards, done } = this.#round;
    if (!card) return this.#showResult();
    this.#place.textContent = words.place({ done, total: cards.length });
    this.#progress.max = cards.length;
    this.#progress.value = done;
    this.#card.replaceChildren(...faces(card));
    this.#card.setAttribute("aria-label", words.front);
    this.#showSide("front");
    this.#card.focus();
  }

  /** @param {"front" | "back"} side */
  #showSide(side) {
    this.#card.dataset.side = side;
    const back = /** @type {HTMLElement} */ (this.#card.lastElementChild);
    back.hidden = side === "front";
    this.#turn.textContent = side === "front" ? words.turn : words.turnBack;
    this.#turn.classList.toggle("rc-button--primary", side === "front");
    this.#knew.hidden = this.#notYet.hidden = side === "front";
  }

  #turnOver() {
    this.#showSide(this.#isTurned ? "front" : "back");
    const back = /** @type {HTMLElement} */ (this.#card.lastElementChild);
    (this.#isTurned ? back : this.#card).focus();
  }

  /** @param {boolean} known */
  #rate(known) {
    const { card } = this.#round;
    if (!card) return; // a key pressed twice at the end of the round
    if (this.#round.rate(known)) void recordCard(this.#page.env, card, known);
    this.showCard();
  }

  /** What a button or a link does by a key stays its own. @param {KeyboardEvent} event */
  #onKey(event) {
    const { key, target, repeat, ctrlKey, metaKey, altKey } = event;
    if (repeat || ctrlKey || metaKey || altKey) return;
    const isControl = target instanceof Element && target.closest("a, button") !== null;
    if ((key === " " || key === "Enter") && !isControl) this.#turnOver();
    else if (this.#isTurned && (key === "1" || key === "2")) this.#rate(key === "1");
    else return;
    event.preventDefault();
  }

  /** Not where a link is followed or text is being selected. @param {MouseEvent} event */
  #onClick({ target }) {
    const isLink = target instanceof Element && target.closest("a") !== null;
    if (!isLink && !getSelection()?.toString()) this.#turnOver();
  }

  async #goBack() {
    await this.#leave();
    /** @type {HTMLElement | null} */ (this.#page.querySelector(".rc-start"))?.focus();
  }

  async #showResult() {
    const page = this.#page;
    const { cards, missed } = this.#round;
    const { log, exam } = await loadLog(page.env);
    const { next } = sorted(cards, log, exam, page.env.now());
    const title = make("h2", { tabIndex: -1 }, words.finished);
    page.show(
      title,
      make("p.rc-due", words.result({ known: cards.length - missed.length, total: cards.length })),
      missed.length &&
        [make("p", words.missed), listOf("ul.rc-turn__missed", missed.map(missedCard))],
      next && make("p", words.nextDue({ day: day(new Date(next).toISOString()) })),
      makeButton(
        words.goOn,
        () => this.#goBack(),
        "rc-button--primary rc-turn__go-on",
      ),
    );
    title.focus();
  }
}

/** The sides of a card; the front stays above its back. @param {Card} card */
function faces({ front, context, isReverse, term, back }) {
  const side = isReverse ? "rc-turn__front.rc-turn__front--words" : "rc-turn__front";
  const answer = make(
    "div.rc-turn__back",
    { tabIndex: -1 },
    isReverse && make("p.rc-turn__term", term),
  );
  answer.append(...[...back.children].map((node) => node.cloneNode(true)));
  if (isReverse) answer.querySelector(".rc-flashcard__meaning")?.remove();
  return [make("p.rc-turn__context", context), make(`p.${side}`, front), answer].filter((node) =>
    node.hasChildNodes()
  );
}

/** @param {Card} card */
function missedCard({ term, back }) {
  const name = back.querySelector(".rc-flashcard__name, .rc-flashcard__meaning")?.textContent ?? "";
  return [make("strong", term), " ", name];
}
