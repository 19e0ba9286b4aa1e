import { AIM, readAim } from "../store/aim.js";
import { byItem } from "./choosing.js";
import { standing } from "./due.js";

/** @typedef {import("./stage.js").Stage} Stage */

/** The exam's morning in the learner's own time, or null where no day is kept. @param {unknown} value */
export function examDay(value) {
  const day = readAim(value)?.day;
  return day ? new Date(`${day}T08:00`) : null;
}

/**
 * Everything known of the learner, worked out from the log: which questions were answered and how they stand.
 *
 * @param {Stage} stage
 */
export async function readLearner({ store, library, tools }) {
  const attempts = await store.all();
  const log = byItem(attempts);
  const exam = examDay(await store.kept(AIM));
  const entries = await library.entries([...log.keys()]);
  return { attempts, log, exam, entries, known: standing(entries, log, exam, tools.now()) };
}
