/** What learners say of keys, by question. Their words are theirs: shown as text, never judged. */
import { choiceTexts } from "./choice_texts.js";

/** @import { Marking } from "../../shared/schema_types.d.ts" */
/** @import { Dispute, Row } from "./types.d.ts" */

/**
 * Of each attempt once, whatever copies of it there are.
 *
 * @param {Row[]} rows
 * @param {Map<string, Marking>} keys
 * @returns {Dispute[]} By question, in the order they were set.
 */
export function disputesOf(rows, keys) {
  const all = rows.flatMap(({ submission: { result }, marked }) =>
    marked.flatMap(({ answer, score }) => {
      const { item, response, dispute: text } = answer;
      if (!text) return [];
      const marking = keys.get(item);
      return [{
        item,
        title: marking?.title ?? item,
        result: result.id,
        learner: result.learner.name,
        attempt: result.attempt,
        answer: choiceTexts(marking, response),
        points: score && Math.round(score.points * 1e4) / 1e4,
        text,
      }];
    })
  );
  const once = new Map(all.map((one) => [JSON.stringify([one.item, one.result, one.text]), one]));
  const order = [...new Set(rows.flatMap(({ set }) => set))];
  return [...once.values()].sort((one, other) =>
    order.indexOf(one.item) - order.indexOf(other.item)
  );
}

/** How many attempts dispute each question. @param {Row[]} rows @returns {Map<string, number>} */
export function disputeCounts(rows) {
  const named = rows.flatMap(({ submission, marked }) =>
    marked.filter(({ answer }) => answer.dispute).map(({ answer }) =>
      JSON.stringify([answer.item, submission.result.id])
    )
  );
  const items = [...new Set(named)].map((one) => String(JSON.parse(one)[0]));
  return new Map([...Map.groupBy(items, (item) => item)].map(([item, all]) => [item, all.length]));
}
