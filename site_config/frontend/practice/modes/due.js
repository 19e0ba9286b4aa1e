import { listOf, make } from "../../shared/dom.js";
import { EXAM, readExam } from "../../shared/store/exam_record.js";
import { reviewWords as words } from "../../shared/strings/index.js";
import { GONE } from "../card_log.js";
import { dueCardCount } from "../due_cards.js";
import { AT_ONCE, loadLearner, needsRetry } from "../review_queue.js";
import { dueToday } from "../review_states.js";
import { doneThisWeek, goalPart, goalText, loadGoal } from "../weekly_goal.js";

/** @import { Exam } from "../../shared/store/exam_record.js" */
/** @import { Goal } from "../../shared/store/goal_record.js" */
/** @import { Attempt, Screen } from "../types.d.ts" */

const CARDS_A_MINUTE = 6;

/** At half a minute a question. */
const minutesFor = (/** @type {number} */ count) => Math.ceil(count / 2);

/**
 * What waits for a returning learner, a tap away: an exam that runs, what is due, else what was
 * missed, and how a weekly goal stands. Nothing for others, but for the form of the goal where the
 * page has a place for it. The page's `data-base` leads to the practice pages.
 *
 * @param {Screen} screen
 */
export async function due(screen) {
  const { known, exam: examDay } = await loadLearner(screen);
  const now = screen.env.now();
  const exam = readExam(await screen.store.value(EXAM));
  const attempts = await screen.store.all();
  const count = dueToday(known, now).length;
  const flashcards = dueCardCount(attempts, await screen.store.value(GONE), examDay, now);
  const goal = await loadGoal(screen);
  const missed = needsRetry(known).length;
  const base = (screen.root.dataset.base ?? "").replace(/\/?$/, "/");
  const cards = [
    exam && runs(exam, screen.now) && card(`${base}exam/`, words.examRuns, words.continues),
    count && card(
      `${base}review/${AT_ONCE}`,
      words.dueCard({ count }),
      words.dueCardNote({ minutes: minutesFor(count) }),
    ),
    !count && missed &&
    card(`${base}missed/`, words.startRetry({ count: missed }), words.missedNote),
    flashcards && card(
      `${base}flashcards/`,
      words.dueFlashcards({ count: flashcards }),
      words.dueCardNote({ minutes: Math.ceil(flashcards / CARDS_A_MINUTE) }),
    ),
    goal?.count && card(`${base}#weekly-goal`, ...goalWords(goal, attempts, now)),
  ].filter(Boolean);
  screen.show(cards.length > 0 && listOf("ul.rc-cards", cards));
  document.querySelector(".rc-goal-place")
    ?.replaceChildren(goalPart(screen, goal, () => due(screen)));
}

/**
 * @param {Goal} goal
 * @param {Attempt[]} attempts
 * @param {Date} now
 * @returns {[string, string]}
 */
const goalWords = (goal, attempts, now) => goalText(goal, doneThisWeek(goal.kind, attempts, now));

/** @param {Exam} exam @param {number} now */
const runs = ({ ended, deadline }, now) => ended === null && (deadline ?? Infinity) > now;

/** @param {string} address @param {string} title @param {string} text */
const card = (address, title, text) =>
  make("a", { href: address }, make("strong", title), " ", make("span", text));
