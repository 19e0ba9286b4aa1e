import { field, make, makeButton } from "../shared/dom.js";
import { isFramedByOthers, ownTabNotice } from "../shared/framing.js";
import { EXAM, readExam } from "../shared/store/exam_record.js";
import { examWords as words } from "../shared/strings/index.js";
import { withoutEnemies } from "../shared/enemies.js";
import { shuffledByWeight } from "../shared/shuffle.js";
import { interleaved } from "../practice/question_selection.js";
import { showExam } from "./exam_screen.js";
import { showResult } from "./result_screen.js";
import { beginUnless, endExam, isRunning, startExam } from "./state.js";

/** @import { Exam, Screen } from "./types.d.ts" */

const SIZES = [5, 10, 20, 40];
const SIZE = 10;
const MINUTES_EACH = 1.5;

/**
 * Shows the stored exam: running or with its result; without one, the settings of a new one.
 *
 * @param {Screen} screen
 */
export async function exam(screen) {
  const stored = readExam(await screen.store.value(EXAM));
  if (!stored) return showSettings(screen);
  if (await screen.library.lacks(stored.items)) return showSettings(screen, stored.id);
  const { now } = screen;
  if (isRunning(stored, now)) return run(screen, stored, words.goesOn);
  const ended = await screen.store.updateValue(
    EXAM,
    (value) => endExam(readExam(value) ?? stored, now),
  );
  const restart = () => screen.attempt(() => showSettings(screen));
  await showResult(screen, readExam(ended) ?? stored, restart);
  if (stored.ended === null) screen.announce(words.timeUp);
}

/** @param {Screen} screen @param {Exam} running @param {string} [message] */
async function run(screen, running, message) {
  const items = await screen.library.items(running.items);
  showExam(screen, running, items, { onEnd: () => screen.attempt(() => exam(screen)), message });
}

/** @param {number} size */
const minutesFor = (size) => String(Math.ceil(size * MINUTES_EACH));

/** @param {Screen} screen @param {string} [lost] The exam whose questions are gone. */
function showSettings(screen, lost) {
  const sizes = SIZES.filter((count, index) => index === 0 || count <= screen.items);
  const size = make("select", { id: "rc-exam-size" }, sizes.map((count) => new Option(`${count}`)));
  const minutes = make("input", {
    id: "rc-exam-minutes",
    type: "number",
    min: "1",
    max: "600",
    step: "1",
    value: minutesFor(SIZE),
    inputMode: "numeric",
  });
  const noLimit = make("input", { type: "checkbox" });
  size.value = String(SIZE);
  size.addEventListener("change", () => (minutes.value = minutesFor(Number(size.value))));
  noLimit.addEventListener("change", () => (minutes.disabled = noLimit.checked));
  const start = () => {
    const limit = Math.max(1, Math.min(600, Math.round(Number(minutes.value)) || 1));
    screen.attempt(() => begin(screen, Number(size.value), noLimit.checked ? 0 : limit, lost));
  };
  screen.show(
    make(
      "div.rc-form",
      field(words.howMany, size),
      field(words.minutes, minutes),
      make("label.rc-tick", noLimit, ` ${words.noLimit}`),
    ),
    isFramedByOthers()
      ? ownTabNotice()
      : makeButton(words.start, start, "rc-button--primary rc-start"),
  );
}

/**
 * The time starts when the questions are loaded. An exam that was begun in another tab goes on.
 *
 * @param {Screen} screen
 * @param {number} count
 * @param {number} minutes
 * @param {string} [lost]
 */
async function begin(screen, count, minutes, lost) {
  const { newId, newSeed } = screen.env;
  const seed = newSeed();
  const sample = await screen.library.sample(count * 5, seed);
  const drawn = withoutEnemies(shuffledByWeight(sample, seed)).slice(0, count);
  const ids = interleaved(drawn).map(({ id }) => id);
  await screen.library.items(ids);
  const { now } = screen;
  const started = startExam({ id: `exam-${newId()}`, items: ids, minutes, now, seed });
  const stored = readExam(
    await screen.store.updateValue(EXAM, (value) => {
      const here = readExam(value);
      return here?.id === lost ? started : beginUnless(here, started);
    }),
  );
  if (stored && stored.id !== started.id) return exam(screen);
  await run(screen, started);
}
