import { byItem } from "./choosing.js";
import { standing } from "./due.js";

/** @typedef {import("./stage.js").Stage} Stage */

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The exam's morning in the learner's own time, or null where no day is kept. @param {unknown} value */
export const examDay = (
  value,
) => (typeof value === "string" && DAY.test(value) && !Number.isNaN(Date.parse(value))
  ? new Date(`${value}T08:00`)
  : null);

/**
 * Everything known of the learner, worked out from the log: which questions were answered and how they stand.
 *
 * @param {Stage} stage
 */
export async function readLearner({ store, library, tools }) {
  const attempts = await store.all();
  const log = byItem(attempts);
  const exam = examDay(await store.kept("aim"));
  const entries = await library.entries([...log.keys()]);
  return { attempts, log, exam, entries, known: standing(entries, log, exam, tools.now()) };
}
