import { isPlayed } from "../../quiz/kinds/registry.js";
import { withoutEnemies } from "../../shared/enemies.js";
import { byItem, interleaved, prioritized } from "../question_selection.js";
import { openRound } from "../round.js";
import { listPlan, startSession } from "../session.js";

/** @import { Screen } from "../types.d.ts" */

const QUESTIONS = 10;

/** Ten questions on everything, in mixed order. @param {Screen} screen */
export async function mixed(screen) {
  const round = await openRound(screen, [], (seed) => choose(screen, seed));
  await startSession(screen, { ...listPlan(round.items), round });
}

/** @param {Screen} screen @param {number} seed */
async function choose(screen, seed) {
  const sample = await screen.library.sample(QUESTIONS * 3, seed, isPlayed);
  const log = byItem(await screen.store.all());
  const byId = new Map(sample.map((entry) => [entry.id, entry]));
  const order = prioritized([...byId.keys()], log, sample.length, seed);
  const chosen = withoutEnemies(order.flatMap((id) => byId.get(id) ?? [])).slice(0, QUESTIONS);
  const ids = new Set(chosen.map(({ id }) => id));
  return interleaved(sample.filter(({ id }) => ids.has(id))).map(({ id }) => id);
}
