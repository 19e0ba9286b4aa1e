/** The learner's log of flashcards. */
import { examStart } from "../practice/exam_date.js";
import { CARDS, GONE, isCard } from "../practice/card_log.js";
import { EXAM_DATE } from "../shared/store/exam_date_record.js";
import { REVERSE } from "./decks.js";

/** @import { Card } from "./decks.js" */
/** @import { FlashcardsElement } from "./element.js" */
/** @import { Environment } from "../shared/types.d.ts" */

/** Answers to cards, by card, and the day of the exam. @param {Environment} env */
export async function loadLog({ store }) {
  const attempts = (await store.all()).filter(isCard);
  return {
    log: Map.groupBy(attempts, ({ item }) => item),
    exam: examStart(await store.value(EXAM_DATE)),
  };
}

/** @param {Environment} env @param {Card} card @param {boolean} known */
export const recordCard = ({ store, newId, now }, { id, digest }, known) =>
  store.record({
    id: newId(),
    item: id,
    version: 1,
    at: now().toISOString(),
    chosen: [known ? "knew" : "not-yet"],
    right: known,
    facts: digest,
    mode: CARDS,
  });

/**
 * Notes which answered cards the site has no more, so that no page says that they are due.
 *
 * @param {FlashcardsElement} page
 */
export async function noteGone({ env, decks }) {
  const known = new Set(decks.flatMap(({ cards }) => cards.map(({ id }) => id)));
  const { log } = await loadLog(env);
  const gone = [...log.keys()].filter((id) => !known.has(id.replace(REVERSE, "")));
  const before = await env.store.value(GONE);
  if (gone.length || before) await env.store.updateValue(GONE, () => gone);
}
