/** What learners say of keys, by question. Their words are theirs: shown as text, never judged. */
import { choiceTexts } from "./choice_texts.js";

/** @import { Marking } from "../../shared/schema_types.d.ts" */
/** @import { Dispute, Marked, Note, Row } from "./types.d.ts" */

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

/**
 * By question, how many attempts dispute its key, and of how many the credit was changed.
 *
 * @param {Row[]} rows
 * @returns {Map<string, Note[]>}
 */
export function notesByHand(rows) {
  const attempts = [...new Map(rows.map((row) => [row.submission.result.id, row])).values()];
  const entries = attempts.flatMap(({ marked }) => marked);
  const note = (/** @type {string} */ name, /** @type {Marked[]} */ all) =>
    all.length ? [{ name, about: String(all.length) }] : [];
  const byItem = Map.groupBy(entries, ({ answer }) => answer.item);
  return new Map([...byItem].map(([item, all]) => [item, [
    ...note("disputed", all.filter(({ answer }) => answer.dispute)),
    ...note("decided", all.filter(({ decided }) => decided)),
  ]]));
}
