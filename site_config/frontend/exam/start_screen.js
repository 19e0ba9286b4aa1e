import { make, makeButton } from "../shared/dom.js";
import { EXAM, readExam } from "../shared/store/exam_record.js";
import { words } from "../shared/strings/exam/index.js";
import { interleaved } from "../practice/question_selection.js";
import { AttemptScreen } from "./attempt_screen.js";
import { showResult } from "./result_screen.js";
import { endExam, isRunning, startExam } from "./state.js";

/** @import { Screen } from "../practice/screen.js" */
/** @import { Exam } from "../shared/store/exam_record.js" */

const SIZES = [5, 10, 20, 40];
const SIZE = 10;
const MINUTES_EACH = 1.5;

/**
 * Shows the exam that is kept: running, where it was left; over, with its result; none, or one whose questions are
 * no longer there, the choice of one.
 *
 * @param {Screen} screen
 * @returns {Promise<void>}
 */
export async function exam(screen) {
  const kept = readExam(await screen.store.value(EXAM));
  if (!kept || await screen.library.lacks(kept.items)) return showSetUp(screen);
  const now = screen.env.now().getTime();
  if (isRunning(kept, now)) return showAttempt(screen, kept, words.goesOn);
  const over = readExam(
    await screen.store.updateValue(EXAM, (value) => endExam(readExam(value) ?? kept, now)),
  ) ?? kept;
  await showResult(screen, over, () => screen.attempt(() => showSetUp(screen)));
  if (kept.ended === null) screen.announce(words.timeUp);
}

/** @param {Screen} screen @param {Exam} kept @param {string} [said] */
async function showAttempt(screen, kept, said) {
  const items = await Promise.all(kept.items.map((id) => screen.library.item(id)));
  const desk = new AttemptScreen(screen, kept, items, () => screen.attempt(() => exam(screen)));
  desk.open(said);
}

/** @param {Screen} screen */
function showSetUp(screen) {
  const size = choice(SIZES.filter((count, place) => place === 0 || count <= screen.items));
  const minutes = number(Math.ceil(SIZE * MINUTES_EACH));
  const free = make("input", { type: "checkbox" });
  size.value = String(SIZE);
  size.addEventListener(
    "change",
    () => (minutes.value = String(Math.ceil(Number(size.value) * MINUTES_EACH))),
  );
  free.addEventListener("change", () => (minutes.disabled = free.checked));
  const go = () =>
    screen.attempt(() =>
      start(
        screen,
        Number(size.value),
        free.checked ? 0 : Math.max(1, Math.min(600, Math.round(Number(minutes.value)) || 1)),
      )
    );
  screen.show(
    make(
      "div.rc-form",
      field(words.howMany, size),
      field(words.minutes, minutes),
      make("label.rc-tick", free, ` ${words.noLimit}`),
    ),
    makeButton(words.start, go, "rc-button--primary rc-start"),
  );
}

/** @param {Screen} screen @param {number} count @param {number} minutes */
async function start(screen, count, minutes) {
  const { newId, newSeed, now } = screen.env;
  const seed = newSeed();
  const sample = await screen.library.sample(count * 2, seed);
  const items = interleaved(spread(sample).slice(0, count)).map(({ id }) => id);
  const made = startExam({ id: `exam-${newId()}`, items, minutes, now: now().getTime(), seed });
  await Promise.all(items.map((id) => screen.library.item(id)));
  await screen.store.updateValue(
    EXAM,
    () => ({
      ...made,
      started: now().getTime(),
      deadline: minutes ? now().getTime() + minutes * 60_000 : null,
    }),
  );
  const kept = readExam(await screen.store.value(EXAM)) ?? made;
  await showAttempt(screen, kept);
}

/**
 * One question of each objective in turn, so that a short exam asks for many things.
 *
 * @template {{objectives: string[]}} T
 * @param {T[]} entries
 */
function spread(entries) {
  const groups = [...Map.groupBy(entries, ({ objectives }) => objectives[0]).values()];
  const longest = Math.max(...groups.map((group) => group.length));
  return Array.from(
    { length: longest },
    (_, turn) => groups.flatMap((group) => group.slice(turn, turn + 1)),
  )
    .flat();
}

/** @param {number[]} counts */
function choice(counts) {
  const node = make("select", { id: "rc-exam-size" });
  for (const count of counts) node.append(new Option(String(count), String(count)));
  return node;
}

/** @param {number} value */
function number(value) {
  return make("input", {
    id: "rc-exam-minutes",
    type: "number",
    min: "1",
    max: "600",
    step: "1",
    value: String(value),
    inputMode: "numeric",
  });
}

/** @param {string} text @param {HTMLElement} control */
function field(text, control) {
  const label = make("label", { htmlFor: control.id }, text);
  return make("div.rc-field", label, control);
}
