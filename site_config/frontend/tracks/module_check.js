import { make, makeButton } from "../shared/dom.js";
import { showExam } from "../exam/exam_screen.js";
import { showResult } from "../exam/result_screen.js";
import { endExam, isRunning, startExam } from "../exam/state.js";
import { readExam } from "../shared/store/exam_record.js";
import { shuffled } from "../shared/shuffle.js";
import { tracksWords as words } from "../shared/strings/index.js";
import { moduleProgress, sessionName, triesUsed } from "./check_results.js";
import { drawQuestions, passingCount } from "./track_data.js";

/** @import { Module, ModuleProgress, Screen, Store, Track } from "./types.d.ts" */

/** @param {Track} track @param {Module} module */
const keyOf = (track, module) => `track-check/${track.id}/${module.id}`;

/**
 * Where the passed check is stored, for the times in a result file.
 *
 * @param {Track} track
 * @param {Module} module
 */
export const passKey = (track, module) => `track-pass/${track.id}/${module.id}`;

/** @param {Store} store @param {Track} track @param {Module} module */
const readCheck = async (store, track, module) => readExam(await store.value(keyOf(track, module)));

/**
 * Whether a check was started and not handed in.
 *
 * @param {Store} store
 * @param {Track} track
 * @param {Module} module
 */
export const hasRunning = async (store, track, module) =>
  (await readCheck(store, track, module))?.ended === null;

/**
 * A module's check: an exam without a time limit on the questions of the learner's next try.
 *
 * @param {Screen} screen
 * @param {Track} track
 * @param {ModuleProgress} progress
 * @param {() => void} back
 */
export async function showCheck(screen, track, progress, back) {
  const { module } = progress;
  const stored = await readCheck(screen.store, track, module);
  const resumed = stored && isRunning(stored, now(screen));
  const exam = resumed ? stored : await startCheck(screen, track, progress);
  const title = words.checking({ title: module.title });
  showExam(screen, exam, await screen.library.items(exam.items), {
    onEnd: () => screen.attempt(() => showCheckResult(screen, track, module, back)),
    message: resumed ? words.resumed : title,
    key: keyOf(track, module),
  });
  const { root } = screen;
  const button = make("p", makeButton(words.back, back, "rc-back"));
  root.querySelector(".rc-stage > .rc-bar")?.before(make("h2", title));
  root.querySelector(".rc-handing-in")?.after(button);
}

/** @param {Screen} screen */
const now = ({ env }) => env.now().getTime();

/** @param {Screen} screen @param {Track} track @param {ModuleProgress} progress */
async function startCheck(screen, track, progress) {
  const { module } = progress;
  const [seed, tries] = [screen.env.newSeed(), triesUsed(progress)];
  const id = sessionName(track.id, module.id, tries, screen.env.newId());
  const items = shuffled(drawQuestions(module, tries).map((item) => item.id), seed);
  const exam = startExam({ id, items, minutes: 0, now: now(screen), seed });
  await screen.library.items(items);
  return readExam(await screen.store.updateValue(keyOf(track, module), () => exam)) ?? exam;
}

/** @param {Screen} screen @param {Track} track @param {Module} module @param {() => void} back */
async function showCheckResult(screen, track, module, back) {
  const { root, store } = screen;
  const stored = await readCheck(store, track, module);
  if (!stored) return back();
  const exam = endExam(stored, now(screen));
  await showResult(screen, exam, back);
  root.dataset.busy = ""; // the list below is not up to date yet
  const check = moduleProgress(track, await store.all()).flatMap(({ checks }) => checks)
    .find(({ session }) => session === exam.id);
  if (check?.passed) await store.updateValue(passKey(track, module), () => exam);
  const [right, total] = [check?.right ?? 0, exam.items.length];
  const text = check?.passed
    ? words.passedNow({ right, total })
    : words.failedNow({ right, total, needed: passingCount(module) });
  const state = { "data-state": check?.passed ? "passed" : "failed" };
  root.querySelector(".rc-result__title")?.after(make("p.rc-check-state", state, text));
  const again = root.querySelector(".rc-start-again");
  if (again) again.textContent = words.back;
  screen.announce(text);
}
