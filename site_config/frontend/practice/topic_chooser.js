import { listOf, make } from "../shared/dom.js";
import { withoutEnemies } from "../shared/enemies.js";
import { link } from "../shared/table.js";
import { topicsWords as words } from "../shared/strings/index.js";
import { topicQuery, topicsInQuery } from "./labels.js";
import { byItem, prioritized } from "./question_selection.js";
import { openRound } from "./round.js";
import { listPlan, startSession } from "./session.js";

/** @import { Screen } from "./types.d.ts" */

/** @typedef {{text: string, count: string, topics: string[]}} Choice */

const QUESTIONS = 10;

/**
 * Practices the topics in the page's address; without any, offers the choice.
 *
 * @param {Screen} screen
 * @param {boolean} hints
 * @param {(screen: Screen) => Promise<void>} choose
 */
export function startOrChoose(screen, hints, choose) {
  const topics = topicsInQuery(location.search);
  return topics.length ? practice(screen, topics, hints) : choose(screen);
}

/** @param {Screen} screen @param {string[]} topics @param {boolean} hints */
async function practice(screen, topics, hints) {
  const round = await openRound(screen, topics, (seed) => chooseQuestions(screen, topics, seed));
  const other = () => link(words.chooseOther, location.pathname, "rc-other");
  if (!round.items.length) return screen.show(make("p", words.nothing), other());
  const title = topics.length === 1 ? [make("p.rc-topic", screen.labels.topic(topics[0]))] : [];
  const intro = () => [...title, make("p", other())];
  await startSession(screen, { ...listPlan(round.items), round, hints, intro });
}

/**
 * A round on the topics, by need and without near-twins.
 *
 * @param {Pick<Screen, "library" | "store">} screen
 * @param {string[]} topics
 * @param {number} seed
 */
export async function chooseQuestions({ library, store }, topics, seed) {
  const ids = await library.onTopics(topics, seed);
  const order = prioritized(ids, byItem(await store.all()), QUESTIONS * 2, seed);
  const entries = await library.entries(order);
  const drawn = withoutEnemies(order.map((id) => entries.get(id) ?? { id }));
  return drawn.slice(0, QUESTIONS).map(({ id }) => id);
}

/** @param {Choice[]} choices */
export const topicList = (choices) =>
  listOf(
    "ul.rc-choices",
    choices.map(({ text, topics, count }) => [
      link(text, topicQuery(topics)),
      " ",
      make("small", count),
    ]),
  );
