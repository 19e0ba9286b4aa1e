import { make } from "../../dom.js";
import { words as common } from "../../strings/practice/index.js";
import { words } from "../../strings/topics/index.js";
import { byItem, mostNeeded } from "../choosing.js";
import { readLearner } from "../learner.js";
import { confusedPairs, confusionCounts, mastery } from "../mastery.js";
import { searchFor, topicsIn } from "../names.js";
import { openRound } from "../round.js";
import { listPlan } from "../plan.js";
import { Session } from "../session.js";
import { link } from "../table.js";

/** @typedef {import("../stage.js").Stage} Stage */
/** @typedef {{text: string, count: string, topics: string[]}} Choice */

const QUESTIONS = 10;

/** Learn: an objective, with hints. @param {Stage} stage */
export const learn = (stage) => startOrChoose(stage, true, chooseObjective);

/** Drill: a pair of codes, without. @param {Stage} stage */
export const drill = (stage) => startOrChoose(stage, false, choosePair);

/** @param {Stage} stage @param {boolean} hints @param {(stage: Stage) => Promise<void>} choose */
function startOrChoose(stage, hints, choose) {
  const topics = topicsIn(location.search);
  return topics.length ? practise(stage, topics, hints) : choose(stage);
}

/** @param {Stage} stage @param {string[]} topics @param {boolean} hints @returns {Promise<void>} */
async function practise(stage, topics, hints) {
  const round = await openRound(stage, topics, (seed) => chooseOn(stage, topics, seed));
  if (!round.items.length) return stage.show(make("p", { textContent: words.nothing }), other());
  const again = () => stage.attempt(() => practise(stage, topics, hints));
  const said = topics.length === 1
    ? [make("p", { className: "rc-topic", textContent: stage.names.topic(topics[0]) })]
    : [];
  const lead = () => [...said, make("p", {}, other())];
  await new Session(stage, { ...listPlan(round.items), round, hints, again, lead }).start();
}

/** @param {Stage} stage @param {string[]} topics @param {number} seed */
async function chooseOn({ library, store }, topics, seed) {
  const ids = await library.onTopics(topics, seed);
  return mostNeeded(ids, byItem(await store.all()), QUESTIONS, seed);
}

const other = () => link(words.chooseOther, location.pathname, "rc-other");

/** @param {Stage} stage */
async function chooseObjective(stage) {
  const { known } = await readLearner(stage);
  const rows = mastery(known, ({ objectives }) => objectives.map((name) => `objective-${name}`));
  const stands = new Map(rows.map((row) => [row.id, common.ofTotal(row.right, row.total)]));
  const untouched = stage.choices.find(({ topics }) => !stands.has(topics[0]));
  const weakest = rows.length && rows[0].strength < 0.5 ? rows[0].id : untouched?.topics[0] ?? rows[0]?.id;
  const rest = stage.choices.map((choice) => ({
    ...choice,
    count: stands.get(choice.topics[0]) ?? choice.count,
  }));
  stage.show(
    ...(weakest ? [primary(words.learnWeakest, [weakest], stage.names.topic(weakest))] : []),
    make("h2", { textContent: words.allTopics }),
    list(rest),
  );
}

/** @param {Stage} stage */
async function choosePair(stage) {
  const { entries, attempts } = await readLearner(stage);
  const own = confusedPairs(confusionCounts(entries, attempts)).slice(0, 5);
  const mine = own.map(({ pair, times }) => ({
    text: said(stage, pair),
    count: words.confusedTimes(times),
    topics: [`pair-${pair}`],
  }));
  stage.show(
    make("h2", { textContent: words.yourPairs }),
    mine.length ? list(mine) : make("p", { textContent: words.noPairsYet }),
    make("h2", { textContent: words.allPairs }),
    list(stage.choices),
  );
}

/** @param {Stage} stage @param {string} pair */
function said({ names, choices }, pair) {
  const named = choices.find(({ topics }) => topics.length === 1 && topics[0] === `pair-${pair}`);
  return named?.text ?? names.topic(`pair-${pair}`);
}

/** @param {string} text @param {string[]} topics @param {string} what */
function primary(text, topics, what) {
  const go = link(text, searchFor(topics), "rc-button rc-button--primary rc-start");
  return make("p", { className: "rc-proposal" }, go, " ", make("span", { textContent: what }));
}

/** @param {Choice[]} choices */
function list(choices) {
  const rows = choices.map(({ text, topics, count }) =>
    make("li", {}, link(text, searchFor(topics)), " ", make("small", { textContent: count }))
  );
  return make("ul", { className: "rc-choices" }, ...rows);
}
