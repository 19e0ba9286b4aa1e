import { weekday } from "../../shared/dates.js";
import { percent } from "../../shared/format.js";
import { field, make, makeButton } from "../../shared/dom.js";
import { EXAM_DATE } from "../../shared/store/exam_date_record.js";
import { reviewWords as words } from "../../shared/strings/index.js";
import { table } from "../../shared/table.js";
import { daysUntil, examStart, retentionFor } from "../exam_date.js";
import { AT_ONCE, loadLearner, upcomingCounts } from "../review_queue.js";
import { dueToday } from "../review_states.js";
import { listPlan, startSession } from "../session.js";

/** @import { Screen } from "../types.d.ts" */

const DAYS = 7;
const MAX_QUESTIONS = 20;

/** What is due, the date of the exam, and a session of reviews. @param {Screen} screen */
export async function review(screen) {
  const { known, exam } = await loadLearner(screen);
  const now = screen.env.now();
  const due = dueToday(known, now);
  const ids = due.map(({ entry }) => entry.id).slice(0, MAX_QUESTIONS);
  const start = () => startSession(screen, listPlan(ids));
  if (ids.length && location.hash === AT_ONCE) {
    history.replaceState(null, "", location.pathname + location.search);
    return start();
  }
  const text = known.length
    ? words.dueNow({ due: due.length, known: known.length })
    : words.nothingKnown;
  screen.show(
    make("p.rc-due", text),
    ids.length &&
      makeButton(words.startReview({ count: ids.length }), start, "rc-button--primary rc-start"),
    examDateField(screen, exam),
    known.length && [make("h2", words.comingUp), calendar(upcomingCounts(known, now, DAYS), now)],
  );
}

/** @param {Screen} screen @param {Date | null} exam */
function examDateField(screen, exam) {
  const { env, store } = screen;
  const value = exam?.toLocaleDateString("sv-SE") ?? ""; // Sweden writes YYYY-MM-DD
  const input = make("input", { id: "rc-aim", type: "date", value });
  input.addEventListener("change", async () => {
    const date = { day: input.value, at: env.now().toISOString() };
    await store.updateValue(EXAM_DATE, () => date);
    await review(screen);
    document.getElementById("rc-aim")?.focus();
    screen.announce(examDateText(examStart(input.value), env.now()));
  });
  const node = field(words.aim, input, make("p", examDateText(exam, env.now())));
  node.classList.add("rc-aim");
  return node;
}

/** @param {Date | null} exam @param {Date} now */
function examDateText(exam, now) {
  if (!exam) return words.noAim;
  const days = daysUntil(exam, now);
  return days < 0
    ? words.aimPast
    : words.aimed({ days: Math.ceil(days), retention: percent(retentionFor(days)) });
}

/** @param {number[]} counts @param {Date} now */
function calendar(counts, now) {
  const rows = counts.map((count, days) => [days ? dayName(now, days) : words.today, `${count}`]);
  return table("rc-calendar", [words.day, words.due], rows);
}

/** @param {Date} now @param {number} days */
function dayName(now, days) {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  return weekday(day);
}
