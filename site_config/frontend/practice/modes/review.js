import { make, makeButton } from "../../shared/dom.js";
import { EXAM_DATE } from "../../shared/store/exam_date.js";
import { words } from "../../shared/strings/review/index.js";
import { daysUntil, retentionFor } from "../exam_date.js";
import { dueToday, upcomingCounts } from "../review_queue.js";
import { loadLearner } from "../learner.js";
import { listPlan } from "../session_plan.js";
import { Session } from "../session.js";
import { table } from "../../shared/table.js";

/** @import { Screen } from "../screen.js" */

const DAYS = 7;
const MOST = 20;

/** What is due, an exam to aim at, and a round of reviews. @param {Screen} screen @returns {Promise<void>} */
export async function review(screen) {
  const { known, exam } = await loadLearner(screen);
  const now = screen.env.now();
  const due = dueToday(known, now).map(({ entry }) => entry.id).slice(0, MOST);
  const said = known.length
    ? words.dueNow(dueToday(known, now).length, known.length)
    : words.nothingKnown;
  screen.show(
    make("p.rc-due", said),
    due.length &&
      makeButton(
        words.startReview(due.length),
        () => begin(screen, due),
        "rc-button--primary rc-start",
      ),
    aimField(screen, exam),
    known.length && [make("h2", words.comingUp), calendar(upcomingCounts(known, now, DAYS), now)],
  );
}

/** @param {Screen} screen @param {string[]} ids */
function begin(screen, ids) {
  screen.attempt(() =>
    new Session(screen, { ...listPlan(ids), again: () => screen.attempt(() => review(screen)) })
      .start()
  );
}

/** @param {Screen} screen @param {Date | null} exam */
function aimField(screen, exam) {
  const input = make("input", { id: "rc-aim", type: "date", value: exam ? localDay(exam) : "" });
  input.addEventListener("change", async () => {
    const aim = { day: input.value, at: screen.env.now().toISOString() };
    await screen.store.updateValue(EXAM_DATE, () => aim);
    await review(screen);
    document.getElementById("rc-aim")?.focus();
    screen.announce(
      aimWords(input.value ? new Date(`${input.value}T08:00`) : null, screen.env.now()),
    );
  });
  const label = make("label", { htmlFor: input.id }, words.aim);
  return make("div.rc-field.rc-aim", label, input, make("p", aimWords(exam, screen.env.now())));
}

/** @param {Date | null} exam @param {Date} now */
function aimWords(exam, now) {
  if (!exam) return words.noAim;
  const days = daysUntil(exam, now);
  return days < 0 ? words.aimPast : words.aimed(Math.ceil(days), retentionFor(days));
}

/** @param {number[]} counts @param {Date} now */
function calendar(counts, now) {
  const rows = counts.map((
    count,
    place,
  ) => [place ? dayName(now, place) : words.today, String(count)]);
  return table("rc-calendar", [words.day, words.due], rows);
}

/** @param {Date} now @param {number} place */
function dayName(now, place) {
  const day = new Date(now);
  day.setDate(day.getDate() + place);
  return words.weekday(day);
}

/** @param {Date} day */
const localDay = (day) =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) =>
    String(part).padStart(2, "0")
  ).join(
    "-",
  );
