import { listOf, make } from "../../shared/dom.js";
import { isRight } from "../../quiz/score.js";
import { ROLE } from "../../shared/store/role.js";
import { shuffledByWeight } from "../../shared/shuffle.js";
import { proposalsWords as words } from "../../shared/strings/index.js";
import { link } from "../../shared/table.js";
import { topicQuery, topicsInQuery } from "../labels.js";
import { nextToAsk, placementResult, QUESTIONS } from "../placement.js";
import { loadCheck } from "../question_bank.js";
import { startSession } from "../session.js";

/** @import { BankEntry, Item, Screen } from "../types.d.ts" */

/** What the learner bills, then six questions on it. @param {Screen} screen */
export function placementQuiz(screen) {
  const [role] = topicsInQuery(location.search).filter((topic) => topic.startsWith("role-"));
  return role ? ask(screen, role.slice("role-".length)) : showRoles(screen);
}

/** @param {Screen} screen */
function showRoles(screen) {
  const roles = screen.choices.map(({ text, topics }) => link(text, topicQuery(topics)));
  screen.show(make("h2", words.role), listOf("ul.rc-choices", roles));
}

/**
 * Six questions that adapt to the answers, and what to do next.
 *
 * @param {Screen} screen
 * @param {string} role
 */
async function ask(screen, role) {
  void screen.store.updateValue(ROLE, () => role);
  const seed = screen.env.newSeed();
  const pool = shuffledByWeight(await loadCheck(role), seed);
  const byId = new Map(pool.map((entry) => [entry.id, entry]));
  const answers = (/** @type {Item[]} */ asked) => placementAnswers(byId, asked);
  await startSession(screen, {
    total: Math.min(QUESTIONS, pool.length),
    next: (asked) => nextToAsk(pool, answers(asked))?.id ?? null,
    intro: (asked) => recommendations(screen, placementResult(answers(asked))),
  });
}

/**
 * What was skipped counts as not known.
 *
 * @param {Map<string, BankEntry>} byId
 * @param {Item[]} asked
 */
const placementAnswers = (byId, asked) =>
  asked.map((item) => ({
    entry: /** @type {BankEntry} */ (byId.get(item.question.id)),
    right: isRight(item),
  }));

/** @param {Screen} screen @param {ReturnType<typeof placementResult>} result */
function recommendations({ labels }, { level, weak, pairs: [pair] }) {
  const learn = weak.slice(0, 2).map((name) => {
    const query = topicQuery([`objective-${name}`]);
    return link(words.proposeLearn({ text: labels.objective(name) }), `../learn/${query}`);
  });
  const drill = pair && link(
    words.proposePair({ pair: labels.topic(`pair-${pair}`) }),
    `../drill/${topicQuery([`pair-${pair}`])}`,
  );
  const links = level === "new"
    ? [link(words.proposeLessons, "../../learn/choosing-a-code/"), ...learn, drill]
    : [
      ...learn,
      drill,
      link(words.proposeMixed, "../mixed/"),
      level === "ready" && link(words.proposeExam, "../exam/"),
    ];
  return [
    make("h3.rc-stands", words.standsHeading),
    make("p", words.stands[level]),
    make("h3", words.proposals),
    listOf("ul.rc-choices.rc-proposals", links.filter(Boolean).slice(0, 4)),
  ];
}
