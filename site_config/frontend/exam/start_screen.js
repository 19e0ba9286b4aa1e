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
 * @param {Screen} stage
 * @returns {Promise<void>}
 */
export async function exam(stage) {
  const kept = readExam(await stage.store.value(EXAM));
  if (!kept || await stage.library.lacks(kept.items)) return showSetUp(stage);
  const now = stage.tools.now().getTime();
  if (isRunning(kept, now)) return showAttempt(stage, kept, words.goesOn);
  const over = readExam(
    await stage.store.updateValue(EXAM, (value) => endExam(readExam(value) ?? kept, now)),
  ) ?? kept;
  await showResult(stage, over, () => stage.attempt(() => showSetUp(stage)));
  if (kept.ended === null) stage.announce(words.timeUp);
}

/** @param {Screen} stage @param {Exam} kept @param {string} [said] */
async function showAttempt(stage, kept, said) {
  const items = await Promise.all(kept.items.map((id) => stage.library.item(id)));
  const desk = new AttemptScreen(stage, kept, items, () => stage.attempt(() => exam(stage)));
  desk.open(said);
}

/** @param {Screen} stage */
function showSetUp(stage) {
  const size = choice(SIZES.filter((count, place) => place === 0 || count <= stage.items));
  const minutes = number(Math.ceil(SIZE * MINUTES_EACH));
  const free = make("input", { type: "checkbox" });
  size.value = String(SIZE);
  size.addEventListener(
    "change",
    () => (minutes.value = String(Math.ceil(Number(size.value) * MINUTES_EACH))),
  );
  free.addEventListener("change", () => (minutes.disabled = free.checked));
  const go = () =>
    stage.attempt(() =>
      start(
        stage,
        Number(size.value),
        free.checked ? 0 : Math.max(1, Math.min(600, Math.round(Number(minutes.value)) || 1)),
      )
    );
  stage.show(
    make(
      "div.rc-form",
      field(words.howMany, size),
      field(words.minutes, minutes),
      make("label.rc-tick", free, ` ${words.noLimit}`),
    ),
    makeButton(words.start, go, "rc-button--primary rc-start"),
  );
}

/** @param {Screen} stage @param {number} count @param {number} minutes */
async function start(stage, count, minutes) {
  const { newId, newSeed, now } = stage.tools;
  const seed = newSeed();
  const sample = await stage.library.sample(count * 2, seed);
  const items = interleaved(spread(sample).slice(0, count)).map(({ id }) => id);
  const made = startExam({ id: `exam-${newId()}`, items, minutes, now: now().getTime(), seed });
  await Promise.all(items.map((id) => stage.library.item(id)));
  await stage.store.updateValue(
    EXAM,
    () => ({
      ...made,
      started: now().getTime(),
      deadline: minutes ? now().getTime() + minutes * 60_000 : null,
    }),
  );
  const kept = readExam(await stage.store.value(EXAM)) ?? made;
  await showAttempt(stage, kept);
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
