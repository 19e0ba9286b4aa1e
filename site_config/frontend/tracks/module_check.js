import { make, makeButton } from "../shared/dom.js";
import { showExam } from "../exam/exam_screen.js";
import { showResult } from "../exam/result_screen.js";
import { beginUnless, endExam, isRunning, startExam } from "../exam/state.js";
import { readExam } from "../shared/store/exam_record.js";
import { keyOf, readCheck } from "./check_record.js";
import { shuffled } from "../shared/shuffle.js";
import { tracksWords as words } from "../shared/strings/index.js";
import {
  drawQuestions,
  moduleProgress,
  passingCount,
  passKey,
  sessionName,
  triesUsed,
} from "./track_data.js";

/** @import { Module, ModuleProgress, TrackView } from "./types.d.ts" */

/**
 * A module's check: an exam without a time limit on the questions of the learner's next try.
 *
 * @param {TrackView} view
 * @param {ModuleProgress} progress
 */
export async function showCheck(view, progress) {
  const { screen, back } = view;
  const { module } = progress;
  const stored = await readCheck(view, module);
  const resumed = stored && isRunning(stored, screen.now);
  const exam = resumed ? stored : await startCheck(view, progress);
  const title = words.checking({ title: module.title });
  showExam(screen, exam, await screen.library.items(exam.items), {
    onEnd: () => screen.attempt(() => showCheckResult(view, module)),
    message: resumed ? words.resumed : title,
    key: keyOf(view, module),
  });
  const { root } = screen;
  const button = make("p", makeButton(words.back, () => back(module), "rc-back"));
  root.querySelector(".rc-stage > .rc-bar")?.before(make("h2", title));
  root.querySelector(".rc-handing-in")?.after(button);
}

/** @param {TrackView} view @param {ModuleProgress} progress */
async function startCheck(view, progress) {
  const { screen: { env, library, now, store }, track } = view;
  const { module } = progress;
  const [seed, tries] = [env.newSeed(), triesUsed(progress)];
  const id = sessionName(track.id, module.id, tries, env.newId());
  const items = shuffled(drawQuestions(module, tries).map((item) => item.id), seed);
  const exam = startExam({ id, items, minutes: 0, now, seed });
  await library.items(items);
  const stored = await store.updateValue(
    keyOf(view, module),
    (value) => beginUnless(readExam(value), exam),
  );
  return readExam(stored) ?? exam;
}

/** @param {TrackView} view @param {Module} module */
async function showCheckResult(view, module) {
  const { screen, track } = view;
  const { root, store } = screen;
  const back = () => view.back(module);
  const stored = await readCheck(view, module);
  if (!stored) return back();
  const exam = endExam(stored, screen.now);
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
