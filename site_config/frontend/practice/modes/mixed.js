import { byItem, interleaved, prioritized } from "../question_selection.js";
import { openRound } from "../round.js";
import { listPlan } from "../session_plan.js";
import { Session } from "../session.js";

/** @import { Screen } from "../screen.js" */

const QUESTIONS = 10;

/**
 * Ten questions from everywhere, neighbours on different things.
 *
 * @param {Screen} stage
 * @returns {Promise<void>}
 */
export async function mixed(stage) {
  const round = await openRound(stage, [], (seed) => choose(stage, seed));
  const again = () => stage.attempt(() => mixed(stage));
  await new Session(stage, { ...listPlan(round.items), round, again }).start();
}

/** @param {Screen} stage @param {number} seed */
async function choose(stage, seed) {
  const sample = await stage.library.sample(QUESTIONS * 3, seed);
  const log = byItem(await stage.store.all());
  const ids = new Set(prioritized(sample.map(({ id }) => id), log, QUESTIONS, seed));
  return interleaved(sample.filter(({ id }) => ids.has(id))).map(({ id }) => id);
}
