import { make } from "../../shared/dom.js";
import { practiceWords as common, topicsWords as words } from "../../shared/strings/index.js";
import { myPayer } from "../../shared/my_payer.js";
import { loadLearner } from "../review_queue.js";
import { mastery } from "../mastery.js";
import { topicQuery } from "../labels.js";
import { link } from "../../shared/table.js";
import { startOrChoose, topicList } from "../topic_chooser.js";

/** @import { Screen } from "../types.d.ts" */

/** Learn: an objective, with hints. @param {Screen} screen */
export const learn = (screen) => startOrChoose(screen, true, chooseObjective);

/** @param {Screen} screen */
async function chooseObjective(screen) {
  const { known } = await loadLearner(screen);
  const rows = mastery(known, ({ objectives }) => objectives.map((name) => `objective-${name}`));
  const scores = new Map(
    rows.map((row) => [row.id, common.ofTotal({ right: row.right, total: row.total })]),
  );
  const isPayer = (/** @type {string[]} */ [topic]) => topic.startsWith("payer-");
  const mine = screen.choices.filter(({ topics }) =>
    topics[0] === `payer-${myPayer().get("payer")}`
  );
  const objectives = screen.choices.filter(({ topics }) => !isPayer(topics));
  const untouched = objectives.find(({ topics }) => !scores.has(topics[0]));
  const weakest = rows.length && rows[0].strength < 0.5
    ? rows[0].id
    : untouched?.topics[0] ?? rows[0]?.id;
  const topics = objectives.map((choice) => ({
    ...choice,
    count: scores.get(choice.topics[0]) ?? choice.count,
  }));
  screen.show(
    weakest && recommendation(screen, weakest),
    mine.length &&
      topicList(mine.map((one) => ({ ...one, text: words.myPayer({ name: one.text }) }))),
    make("h2", words.allTopics),
    topicList(topics),
    make("h2", words.byPayer),
    topicList(screen.choices.filter(({ topics }) => isPayer(topics))),
  );
}

/** @param {Screen} screen @param {string} topic */
function recommendation({ labels }, topic) {
  const start = "rc-button rc-button--primary rc-start";
  const button = link(words.learnWeakest, topicQuery([topic]), start);
  return make("p.rc-proposal", button, " ", make("span", labels.topic(topic)));
}
