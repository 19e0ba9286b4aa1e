/** The keys that learners dispute, question by question, beside the analysis of the questions. */
import { make } from "../../shared/dom.js";
import { regradeWords as words } from "../../shared/strings/index.js";

/** @import { Dispute } from "./types.d.ts" */

/** @param {string} text */
const typed = (text) => make("bdi", text);

/** @param {Dispute[]} disputes @returns {Node[]} */
export function disputesPart(disputes) {
  if (!disputes.length) return [];
  const groups = [...Map.groupBy(disputes, ({ item }) => item).values()];
  return [make(
    "section.rc-disputes",
    make("h2", words.disputes),
    make("p", words.disputesHow),
    ...groups.map((all) => [
      make("h3", typed(all[0].title)),
      make("ul.rc-disputes__list", all.map(entry)),
    ]),
  )];
}

/** @param {Dispute} dispute */
const entry = ({ learner, attempt, answer, points, text }) =>
  make(
    "li",
    make("strong", typed(learner)),
    " ",
    make("small", words.disputeOf({ attempt, points: points === null ? "none" : `${points}` })),
    make("p", `${words.answered} `, typed(answer)),
    make("blockquote", typed(text)),
  );
