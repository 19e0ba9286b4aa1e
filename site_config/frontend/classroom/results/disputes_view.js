/** The keys that learners dispute, question by question, beside the analysis of the questions. */
import { make, makeButton } from "../../shared/dom.js";
import { regradeWords as words } from "../../shared/strings/index.js";

/** @import { Dispute } from "./types.d.ts" */

/** @param {string} text */
const typed = (text) => make("bdi", text);

/**
 * @param {Dispute[]} disputes
 * @param {(item: string, result: string) => void} decide Goes to the credit of an answer.
 * @returns {Node[]}
 */
export function disputesPart(disputes, decide) {
  if (!disputes.length) return [];
  const groups = [...Map.groupBy(disputes, ({ item }) => item).values()];
  return [make(
    "section.rc-disputes",
    make("h2", words.disputes),
    make("p", words.disputesHow),
    ...groups.map((all) => [
      make("h3", typed(all[0].title)),
      make("ul.rc-disputes__list", all.map((one) => entry(one, decide))),
    ]),
  )];
}

/** @param {Dispute} dispute @param {(item: string, result: string) => void} decide */
const entry = ({ item, result, learner, attempt, answer, points, text }, decide) =>
  make(
    "li",
    make("strong", typed(learner)),
    " ",
    make("small", words.disputeOf({ attempt, points: points === null ? "none" : `${points}` })),
    make("p", `${words.answered} `, typed(answer)),
    make("blockquote", typed(text)),
    makeButton(words.decide, () => decide(item, result), "rc-decide"),
  );
