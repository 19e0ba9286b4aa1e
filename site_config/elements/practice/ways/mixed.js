import { byItem, interleaved, mostNeeded } from "../choosing.js";
import { listPlan, Session } from "../session.js";

const QUESTIONS = 10;

/**
 * Ten questions from everywhere, neighbours on different things.
 *
 * @param {import("../stage.js").Stage} stage
 * @returns {Promise<void>}
 */
export async function mixed(stage) {
  const seed = stage.tools.newSeed();
  const sample = await stage.library.sample(QUESTIONS * 3, seed);
  const log = byItem(await stage.store.all());
  const ids = new Set(mostNeeded(sample.map(({ id }) => id), log, QUESTIONS, seed));
  const order = interleaved(sample.filter(({ id }) => ids.has(id))).map(({ id }) => id);
  await new Session(stage, { ...listPlan(order), again: () => stage.attempt(() => mixed(stage)) }).start();
}
