/** Which cards a round asks, and in which order they come back. */
import { shuffledByWeight } from "../shared/shuffle.js";
import { dueToday, reviewStates } from "../practice/review_states.js";

/** @import { Attempt } from "../practice/types.d.ts" */
/** @import { Card } from "./decks.js" */

export const MAX_CARDS = 20;
/** A card that was not known comes back after this many others, or at the end. */
const BACK_AFTER = 4;

/**
 * What is due, what was never asked, and the rest, the least known first.
 *
 * @param {Card[]} cards
 * @param {Map<string, Attempt[]>} log Answers by item, oldest first.
 * @param {Date | null} exam
 * @param {Date} now
 */
export function sorted(cards, log, exam, now) {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const entries = new Map(
    cards.map(({ id, digest }) => [id, { id, version: 1, digest }]),
  );
  const states = reviewStates(entries, log, exam, now);
  const cardsOf = (/** @type {typeof states} */ some) =>
    some.map(({ entry }) => /** @type {Card} */ (byId.get(entry.id)));
  const changed = states.filter(({ stale }) => stale);
  const due = [...changed, ...dueToday(states.filter(({ stale }) => !stale), now)];
  const rest = states.filter((state) => !due.includes(state)).sort((a, b) => a.recall - b.recall);
  return {
    due: cardsOf(due),
    fresh: cards.filter(({ id }) => !log.has(id)),
    rest: cardsOf(rest),
    next: rest.map(({ due: day }) => day?.getTime() ?? 0).filter(Boolean).sort((a, b) => a - b)[0],
  };
}

/**
 * The cards of a round: what is due, then new ones; where there are neither, the rest.
 *
 * @param {ReturnType<typeof sorted>} found
 * @param {number} seed
 */
export function drawRound({ due, fresh, rest }, seed) {
  const wanted = [...due, ...shuffledByWeight(fresh, seed)];
  return (wanted.length ? wanted : shuffledByWeight(rest.slice(0, MAX_CARDS), seed)).slice(
    0,
    MAX_CARDS,
  );
}

/** The cards still to come, the one shown first, and how each did the first time. */
export class Round {
  /** @type {Card[]} */ missed = [];
  /** @type {Set<string>} */ #rated = new Set();

  /** @param {Card[]} cards */
  constructor(cards) {
    this.cards = cards;
    this.queue = [...cards];
  }

  get card() {
    return this.queue[0];
  }

  /** How many will not come back. */
  get done() {
    return this.cards.length - new Set(this.queue).size;
  }

  /**
   * Goes on to the next card.
   *
   * @param {boolean} known
   * @returns {boolean} Whether it was the card's first rating in this round: the one that counts.
   */
  rate(known) {
    const [card, ...others] = this.queue;
    const isFirst = !this.#rated.has(card.id);
    this.#rated.add(card.id);
    if (isFirst && !known) this.missed.push(card);
    if (!known) others.splice(BACK_AFTER, 0, card);
    this.queue = others;
    return isFirst;
  }
}
