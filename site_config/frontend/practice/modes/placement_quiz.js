import { make } from "../../shared/dom.js";
import { isRight } from "../../quiz/score.js";
import { hash } from "../../quiz/shuffle.js";
import { words } from "../../shared/strings/proposals/index.js";
import { loadCheck } from "../question_bank.js";
import { topicQuery } from "../labels.js";
import { nextToAsk, placementResult, QUESTIONS } from "../placement.js";
import { Session } from "../session.js";
import { link } from "../../shared/table.js";

/** @import { BankEntry } from "../question_bank.js" */
/** @import { Item } from "../../quiz/item.js" */
/** @import { Screen } from "../screen.js" */

/** Six questions that follow the answers, and a proposal. @param {Screen} screen @returns {Promise<void>} */
export async function placementQuiz(screen) {
  const seed = screen.env.newSeed();
  const pool = [...await loadCheck()].sort((a, b) => hash(a.id, seed) - hash(b.id, seed));
  const byId = new Map(pool.map((entry) => [entry.id, entry]));
  const plan = {
    total: Math.min(QUESTIONS, pool.length),
    next: (/** @type {Item[]} */ asked) =>
      nextToAsk(pool, placementAnswers(byId, asked))?.id ?? null,
    lead: (/** @type {Item[]} */ asked) =>
      proposal(screen, placementResult(placementAnswers(byId, asked))),
    again: () => screen.attempt(() => placementQuiz(screen)),
  };
  await new Session(screen, plan).start();
}

/** What was skipped counts as not known. @param {Map<string, BankEntry>} byId @param {Item[]} asked */
const placementAnswers = (byId, asked) =>
  asked.map((item) => ({
    entry: /** @type {BankEntry} */ (byId.get(item.question.id)),
    right: isRight(item),
  }));

/** @param {Screen} screen @param {ReturnType<typeof placementResult>} stands */
function proposal({ labels }, { level, weak, pairs }) {
  const learn = weak.slice(0, 2).map((name) =>
    link(
      words.proposeLearn(labels.objective(name)),
      `../learn/${topicQuery([`objective-${name}`])}`,
    )
  );
  const pair = pairs[0]
    ? [
      link(
        words.proposePair(labels.topic(`pair-${pairs[0]}`)),
        `../drill/${topicQuery([`pair-${pairs[0]}`])}`,
      ),
    ]
    : [];
  const rest = level === "new"
    ? [link(words.proposeLessons, "../../learn/choosing-a-code/")]
    : [link(words.proposeMixed, "../mixed/")];
  const exam = level === "ready" ? [link(words.proposeExam, "../exam/")] : [];
  const links = [
    ...(level === "new" ? rest : []),
    ...learn,
    ...pair,
    ...(level === "new" ? [] : rest),
    ...exam,
  ].slice(0, 4);
  return [
    make("h3.rc-stands", words.standsHeading),
    make("p", words.stands[level]),
    make("h3", words.proposals),
    make("ul.rc-choices.rc-proposals", links.map((node) => make("li", node))),
  ];
}
