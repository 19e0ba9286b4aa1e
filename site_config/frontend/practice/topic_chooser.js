import { make } from "../shared/dom.js";
import { words } from "../shared/strings/topics/index.js";
import { byItem, prioritized } from "./question_selection.js";
import { topicQuery, topicsInQuery } from "./labels.js";
import { openRound } from "./round.js";
import { listPlan } from "./session_plan.js";
import { Session } from "./session.js";
import { link } from "../shared/table.js";

/** @import { Screen } from "./screen.js" */

/** @typedef {{text: string, count: string, topics: string[]}} Choice */

const QUESTIONS = 10;

/** A round on the topics that the page's address names; else the choice of one. @param {Screen} screen @param {boolean} hints @param {(screen: Screen) => Promise<void>} choose */
export function startOrChoose(screen, hints, choose) {
  const topics = topicsInQuery(location.search);
  return topics.length ? practice(screen, topics, hints) : choose(screen);
}

/** @param {Screen} screen @param {string[]} topics @param {boolean} hints @returns {Promise<void>} */
async function practice(screen, topics, hints) {
  const round = await openRound(screen, topics, (seed) => chooseQuestions(screen, topics, seed));
  if (!round.items.length) {
    return screen.show(make("p", words.nothing), otherTopicLink());
  }
  const again = () => screen.attempt(() => practice(screen, topics, hints));
  const said = topics.length === 1 ? [make("p.rc-topic", screen.labels.topic(topics[0]))] : [];
  const lead = () => [...said, make("p", otherTopicLink())];
  await new Session(screen, { ...listPlan(round.items), round, hints, again, lead }).start();
}

/** @param {Screen} screen @param {string[]} topics @param {number} seed */
async function chooseQuestions({ library, store }, topics, seed) {
  const ids = await library.onTopics(topics, seed);
  return prioritized(ids, byItem(await store.all()), QUESTIONS, seed);
}

const otherTopicLink = () => link(words.chooseOther, location.pathname, "rc-other");

/** @param {Choice[]} choices */
export function topicList(choices) {
  const rows = choices.map(({ text, topics, count }) =>
    make("li", link(text, topicQuery(topics)), " ", make("small", count))
  );
  return make("ul.rc-choices", rows);
}
