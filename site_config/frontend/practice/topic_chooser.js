import { make } from "../shared/dom.js";
import { words } from "../shared/strings/topics/index.js";
import { byItem, mostNeeded } from "./question_selection.js";
import { searchFor, topicsIn } from "./labels.js";
import { openRound } from "./round.js";
import { listPlan } from "./session_plan.js";
import { Session } from "./session.js";
import { link } from "../shared/table.js";

/** @typedef {import("./screen.js").Stage} Stage */
/** @typedef {{text: string, count: string, topics: string[]}} Choice */

const QUESTIONS = 10;

/** A round on the topics that the page's address names; else the choice of one. @param {Stage} stage @param {boolean} hints @param {(stage: Stage) => Promise<void>} choose */
export function startOrChoose(stage, hints, choose) {
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

/** @param {Choice[]} choices */
export function list(choices) {
  const rows = choices.map(({ text, topics, count }) =>
    make("li", {}, link(text, searchFor(topics)), " ", make("small", { textContent: count }))
  );
  return make("ul", { className: "rc-choices" }, ...rows);
}
