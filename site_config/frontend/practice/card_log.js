/** Flashcards in the learner's log: an answer is whether the card was known. */

/** @import { Attempt } from "./types.d.ts" */

export const CARDS = "flashcards";
/** The cards that were answered and are no longer on the site, by id. */
export const GONE = "flashcards-gone";

/** @param {{mode?: string}} attempt */
export const isCard = ({ mode }) => mode === CARDS;

/** @param {Attempt[]} attempts */
export const withoutCards = (attempts) => attempts.filter((attempt) => !isCard(attempt));
