import { watchViewTime } from "./view_timer.js";
import { countedAttempt, progressOf } from "./score.js";
import { holdsCounted, readState, writeState } from "./saved_state.js";
import { SessionStore } from "./session_store.js";

/** @import { PackageQuestion, Progress, Runtime } from "./types.d.ts" */
/** @import { Environment } from "../shared/types.d.ts" */

/**
 * @typedef {object} SessionOptions
 * @property {string} quiz
 * @property {PackageQuestion[]} questions
 * @property {HTMLElement[]} sections
 * @property {Runtime} runtime
 * @property {{mark: number | null, tries: number}} rules
 * @property {Omit<Environment, "store">} environment
 * @property {(progress: Progress) => void} onProgress
 * @property {() => void} onFull The LMS has no room for all answers that count.
 */

/**
 * Connects the player and the LMS: earlier answers go in, every new answer goes out. It is foreign
 * if the saved state belongs to other questions.
 *
 * @param {SessionOptions} options
 */
export async function openSession(
  { quiz, questions, sections, runtime, rules, environment, onProgress, onFull },
) {
  const { tries } = rules;
  const { capacity, records } = runtime;
  const { newSeed } = environment;
  const secondsOf = watchViewTime(sections, () => performance.now() / 1000);
  const saved = readState(questions, runtime.state);
  const log = saved?.log ?? [];
  let round = saved?.round ?? { seed: newSeed(), since: new Date(0).toISOString() };
  const state = () => writeState(questions, log, round, { tries, capacity });
  const progress = () => progressOf(questions, log, rules);
  const store = new SessionStore({
    newSeed,
    onAnswer(attempt) {
      const index = questions.findIndex(({ question }) => question.id === attempt.item);
      const seconds = secondsOf(sections[index]);
      log.push(attempt);
      const attempts = log.filter(({ item }) => item === attempt.item);
      const counts = countedAttempt(attempts, tries) === attempt;
      const answer = { asked: questions[index], attempt, seconds, counts };
      const text = state();
      if (records) runtime.answered(answer, progress(), text);
      onProgress(progress());
      if (records && !holdsCounted(log, text, tries)) onFull();
    },
    onRound(newRound) {
      round = newRound;
      if (records) runtime.save(state());
    },
  });
  await store.merge(log);
  await store.updateValue(`quiz/${quiz}`, () => round);
  onProgress(progress());
  return { environment: { ...environment, store }, isForeign: Boolean(runtime.state) && !saved };
}
