import { make, makeButton } from "../shared/dom.js";
import { AttemptScreen } from "../exam/attempt_screen.js";
import { showResult } from "../exam/result_screen.js";
import { endExam, isRunning, startExam } from "../exam/state.js";
import { readExam } from "../shared/store/exam_record.js";
import { shuffled } from "../shared/shuffle.js";
import { words } from "../shared/strings/tracks/index.js";
import { drawQuestions, passingCount } from "./track_data.js";
import { moduleProgress, sessionName, triesUsed } from "./check_results.js";

/** @import { ModuleProgress } from "./check_results.js" */
/** @import { Screen } from "../practice/screen.js" */
/** @import { Store } from "../shared/types.js" */
/** @import { Module, Track } from "./track_data.js" */

/** @param {Track} track @param {Module} module */
const key = (track, module) => `track-check/${track.id}/${module.id}`;

/** The sitting that was passed stays, for the times that a result file tells. @param {Track} track @param {Module} module */
export const passKey = (track, module) => `track-pass/${track.id}/${module.id}`;

/** Whether a check was begun and not handed in. @param {Store} store @param {Track} track @param {Module} module */
export async function hasRunning(store, track, module) {
  const kept = readExam(await store.value(key(track, module)));
  return kept !== null && kept.ended === null;
}

/**
 * A module's check: an exam without a clock, kept after every answer, on the questions of the learner's next try.
 *
 * @param {Screen} screen
 * @param {Track} track
 * @param {ModuleProgress} standing
 * @param {() => void} back
 * @returns {Promise<void>}
 */
export async function showCheck(screen, track, standing, back) {
  const { module } = standing;
  const kept = readExam(await screen.store.value(key(track, module)));
  const goesOn = kept && isRunning(kept, now(screen));
  const exam = goesOn ? kept : await startCheck(screen, track, standing);
  const items = await Promise.all(exam.items.map((id) => screen.library.item(id)));
  const over = () => screen.attempt(() => showCheckResult(screen, track, module, back));
  const desk = new AttemptScreen(screen, exam, items, over, key(track, module));
  desk.open(goesOn ? words.resumed : words.checking(module.title));
  screen.root.querySelector(".rc-stage > .rc-bar")?.before(
    make("h2", words.checking(module.title)),
  );
  screen.root.querySelector(".rc-handing-in")?.after(
    make("p", makeButton(words.back, back, "rc-back")),
  );
}

/** @param {Screen} screen */
const now = ({ env }) => env.now().getTime();

/** @param {Screen} screen @param {Track} track @param {ModuleProgress} standing */
async function startCheck(screen, track, standing) {
  const { module } = standing;
  const [seed, tried] = [screen.env.newSeed(), triesUsed(standing)];
  const id = sessionName(track.id, module.id, tried, screen.env.newId());
  const items = shuffled(drawQuestions(module, tried).map(({ id }) => id), seed);
  const made = startExam({ id, items, minutes: 0, now: now(screen), seed });
  await Promise.all(items.map((item) => screen.library.item(item)));
  return readExam(await screen.store.updateValue(key(track, module), () => made)) ?? made;
}

/** @param {Screen} screen @param {Track} track @param {Module} module @param {() => void} back */
async function showCheckResult(screen, track, module, back) {
  const kept = readExam(await screen.store.value(key(track, module)));
  if (!kept) return back();
  const over = endExam(kept, now(screen));
  await showResult(screen, over, back);
  screen.root.dataset.busy = ""; // the list below would still say what was so before
  const sitting = moduleProgress(track, await screen.store.all()).find((one) =>
    one.module.id === module.id
  )
    ?.sittings
    .find(({ session }) => session === over.id);
  if (sitting?.passed) await screen.store.updateValue(passKey(track, module), () => over);
  const [right, total] = [sitting?.right ?? 0, over.items.length];
  const text = sitting?.passed
    ? words.passedNow(right, total)
    : words.failedNow(right, total, passingCount(module));
  const said = make(
    "p.rc-check-state",
    { "data-state": sitting?.passed ? "passed" : "failed" },
    text,
  );
  screen.root.querySelector(".rc-result__title")?.after(said);
  const again = screen.root.querySelector(".rc-start-again");
  if (again) again.textContent = words.back;
  screen.announce(text);
}
