/** The screen before a round: which deck, which way round, and what is due. */
import { day } from "../shared/dates.js";
import { field, make, makeButton, makeForm } from "../shared/dom.js";
import { flashcardsWords as words } from "../shared/strings/index.js";
import { loadLog } from "./log.js";
import { printDeck } from "./print.js";
import { drawRound, Round, sorted } from "./round.js";
import { showRound } from "./round_view.js";

/** @import { Deck } from "./decks.js" */
/** @import { FlashcardsElement } from "./element.js" */

/** The deck of what is due in all others. */
const DUE = "due";

/**
 * @typedef {object} Choice
 * @property {string} deck
 * @property {boolean} isReverse
 */

/**
 * @param {FlashcardsElement} page
 * @param {Choice} [choice] What was chosen before; else as the address says, or what is due.
 */
export async function showChooser(page, choice) {
  const { log, exam } = await loadLog(page.env);
  const sortedOf = (/** @type {Deck} */ { cards }) => sorted(cards, log, exam, page.env.now());
  const due = dueDeck(page, sortedOf);
  const chosen = choice ?? { deck: asked() ?? (due.cards.length ? DUE : ""), isReverse: false };
  const decks = due.cards.length ? [due, ...page.decks] : page.decks;
  const deck = select("rc-deck-choice", decks.map(({ id, title }) => [id, title]), chosen.deck);
  const ways = [["", words.forward], ["reverse", words.reverse]];
  const direction = select("rc-deck-way", ways, chosen.isReverse ? "reverse" : "");
  const status = make("p.rc-due", { role: "status" });
  const current = () => deckOf(page, due, deck.value, Boolean(direction.value));
  const update = () => {
    const found = sortedOf(current());
    status.textContent = statusText(found);
    directionField.hidden = deck.value === DUE;
    const count = drawRound(found, 0).length;
    start.textContent = found.due.length || found.fresh.length
      ? words.start({ count })
      : words.anyway({ count });
  };
  const begin = () => {
    const cards = drawRound(sortedOf(current()), page.env.newSeed());
    const made = { deck: deck.value, isReverse: Boolean(direction.value) };
    showRound(page, new Round(cards), () => showChooser(page, made));
  };
  const directionField = field(words.direction, direction);
  const form = makeForm("", "", "rc-start", begin, field(words.deck, deck), directionField);
  const start = /** @type {HTMLElement} */ (form.querySelector(".rc-start"));
  for (const control of [deck, direction]) control.addEventListener("change", update);
  const print = makeButton(words.print, () => printDeck(page, current()), "rc-print");
  update();
  page.show(make("h2", words.choose), form, status, print);
}

/** The deck that the address names, if it does. */
const asked = () => new URLSearchParams(location.search).get("deck");

/** @param {string} id @param {string[][]} options @param {string} chosen */
function select(id, options, chosen) {
  const node = make(
    "select",
    { id },
    options.map(([value, text]) => make("option", { value }, text)),
  );
  if (options.some(([value]) => value === chosen)) node.value = chosen;
  return node;
}

/**
 * Every card that is due, either way round.
 *
 * @param {FlashcardsElement} page
 * @param {(deck: Deck) => ReturnType<typeof sorted>} sortedOf
 * @returns {Deck}
 */
function dueDeck({ decks, reversed }, sortedOf) {
  const all = [...decks, ...reversed].flatMap(({ cards }) => cards);
  const cards = [...new Map(all.map((card) => [card.id, card])).values()];
  return { id: DUE, title: words.allDue, cards: sortedOf({ id: "", title: "", cards }).due };
}

/**
 * @param {FlashcardsElement} page
 * @param {Deck} due
 * @param {string} id
 * @param {boolean} isReverse
 */
function deckOf({ decks, reversed }, due, id, isReverse) {
  if (id === DUE) return due;
  const found = (isReverse ? reversed : decks).find((deck) => deck.id === id);
  return /** @type {Deck} */ (found);
}

/** @param {ReturnType<typeof sorted>} found */
function statusText({ due, fresh, rest, next }) {
  const total = due.length + fresh.length + rest.length;
  if (due.length || fresh.length) {
    return words.status({ total, due: due.length, fresh: fresh.length });
  }
  return words.nothingDue({ total, next: day(new Date(next).toISOString()) });
}
