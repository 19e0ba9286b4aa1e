import { byItem } from "./question_selection.js";

/** @import { Screen } from "./screen.js" */

/** Every answer of the learner, also by item, and the questions they were given to. @param {Screen} screen */
export async function loadAnswers({ store, library }) {
  const attempts = await store.all();
  const log = byItem(attempts);
  return { attempts, log, entries: await library.entries([...log.keys()]) };
}
