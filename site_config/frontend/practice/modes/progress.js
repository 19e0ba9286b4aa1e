import { listOf, make } from "../../shared/dom.js";
import {
  practiceWords as common,
  progressWords as words,
  proposalsWords as proposals,
} from "../../shared/strings/index.js";
import { loadLearner, needsRetry } from "../review_queue.js";
import { dueToday } from "../review_states.js";
import { confusionCounts, mastery, practiceDays } from "../mastery.js";
import { confusionMatrix } from "../confusion_matrix.js";
import { topicQuery } from "../labels.js";
import { calibrationPart } from "../confidence.js";
import { link, table } from "../../shared/table.js";
import { shareBar } from "../share_bar.js";

/** @import { BankEntry, Screen } from "../types.d.ts" */

/** @typedef {Awaited<ReturnType<typeof loadLearner>>} Learner */

/** What the learner knows, which codes get mixed up, and what to do next. @param {Screen} screen */
export async function progress(screen) {
  let last = Promise.resolve();
  screen.store.onChange(() => (last = last.finally(() => draw(screen))));
  await draw(screen);
}

/** @param {Screen} screen @returns {Promise<any>} */
async function draw(screen) {
  const learner = await loadLearner(screen);
  if (!learner.attempts.length) {
    const start = link(words.takeCheck, "../check/", "rc-button rc-button--primary rc-start");
    return screen.show(make("p", words.none), make("p", start));
  }
  const objectivesOf = (/** @type {BankEntry} */ entry) =>
    entry.objectives.map((id) => `objective-${id}`);
  const codesOf = (/** @type {BankEntry} */ entry) => entry.codes.map((code) => `code-${code}`);
  screen.show(
    today(screen, learner),
    confusionMatrix(confusionCounts(learner.entries, learner.attempts)),
    topics(screen, learner, words.byObjective, words.topic, objectivesOf),
    topics(screen, learner, words.byCode, words.code, codesOf),
    calibrationPart(learner.attempts, "h2"),
  );
}

/** @param {Screen} screen @param {Learner} learner */
function today({ env }, { attempts, known, log }) {
  const { total, row } = practiceDays(attempts, env.now());
  const [due, retry] = [dueToday(known, env.now()).length, needsRetry(known).length];
  const lines = [
    words.answers({ answers: attempts.length, questions: log.size }),
    words.days({ total, row }),
    words.due({ count: due }),
  ];
  const next = [
    due && link(proposals.proposeReview({ count: due }), "../review/"),
    retry && link(proposals.proposeMissed({ count: retry }), "../missed/"),
    link(proposals.proposeMixed, "../mixed/"),
  ];
  return [
    make("h2", words.now),
    listOf("ul.rc-facts", lines),
    listOf("ul.rc-choices.rc-proposals", next.filter(Boolean)),
  ];
}

/**
 * @param {Screen} screen @param {Learner} learner @param {string} heading @param {string} column
 * @param {(entry: BankEntry) => string[]} topicsOf
 */
function topics({ labels }, { known }, heading, column, topicsOf) {
  const rows = mastery(known, topicsOf).map(({ id, right, total, strength }) => {
    const name = id.startsWith("code-")
      ? `${labels.topic(id)} ${labels.code(id.slice(5))}`
      : labels.topic(id);
    return [
      link(name, `../learn/${topicQuery([id])}`),
      common.ofTotal({ right, total }),
      shareBar(strength),
    ];
  });
  const { right, strength } = words;
  return rows.length
    ? [make("h2", heading), table("rc-mastery", [column, right, strength], rows)]
    : [];
}
