import { listOf, make } from "../../shared/dom.js";
import { EXAM, readExam } from "../../shared/store/exam_record.js";
import { reviewWords as words } from "../../shared/strings/index.js";
import { AT_ONCE, dueToday, loadLearner, needsRetry } from "../review_queue.js";

/** @import { Exam } from "../../shared/store/exam_record.js" */
/** @import { Screen } from "../types.d.ts" */

/** At half a minute a question. */
const minutesFor = (/** @type {number} */ count) => Math.ceil(count / 2);

/**
 * What waits for a returning learner, a tap away: an exam that runs, what is due, else what was
 * missed. Nothing for others. The page's `data-base` leads to the practice pages.
 *
 * @param {Screen} screen
 */
export async function due(screen) {
  const { known } = await loadLearner(screen);
  const exam = readExam(await screen.store.value(EXAM));
  const count = dueToday(known, screen.env.now()).length;
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
  ].filter(Boolean);
  if (cards.length) screen.show(listOf("ul.rc-cards", cards));
}

/** @param {Exam} exam @param {number} now */
const runs = ({ ended, deadline }, now) => ended === null && (deadline ?? Infinity) > now;

/** @param {string} address @param {string} title @param {string} text */
const card = (address, title, text) =>
  make("a", { href: address }, make("strong", title), " ", make("span", text));
