import { byItem } from "./question_selection.js";

/** @import { Screen } from "./types.d.ts" */

/** The learner's answers, also by item, and their questions. @param {Screen} screen */
export async function loadAnswers({ store, library }) {
  const attempts = await store.all();
  const log = byItem(attempts);
  return { attempts, log, entries: await library.entries([...log.keys()]) };
}
