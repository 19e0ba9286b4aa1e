/** Where right options stand in a set of questions, as generator/pages/questions.py places them. */
import { digestOf } from "../../format/question_draw.js";

/** @import { Portable } from "../types.js" */

const WITH_OPTIONS = [
  "choose-code",
  "choose-all",
  "judge-claim",
  "what-is-missing",
  "other-payer",
  "other-date",
];

/**
 * The same questions in the same order; across them a single right option stands in every position about equally
 * often. The bank keeps each question as it stands among those of its quiz.
 *
 * @param {Portable[]} questions
 * @returns {Portable[]}
 */
export function placed(questions) {
  const places = placesOf(questions);
  return questions.map((question) => {
    const { response } = question;
    if (!WITH_OPTIONS.includes(question.kind) || !("choices" in response)) return question;
    const right = response.choices.filter((choice) => choice.right);
    if (right.length !== 1) return question;
    const others = response.choices.filter((choice) => !choice.right);
    const choices = others.toSpliced(places.get(question.id) ?? 0, 0, right[0]);
    return {
      ...question,
      response: /** @type {Portable["response"]} */ ({ ...response, choices }),
    };
  });
}

/** Questions with as many options take the positions in turn, in an order that their ids give. @param {Portable[]} questions */
function placesOf(questions) {
  const digests = new Map(questions.map(({ id }) => [id, digestOf(id)]));
  const order = questions.toSorted((one, other) =>
    String(digests.get(one.id)) < String(digests.get(other.id)) ? -1 : 1
  );
  /** @type {Map<number, number>} */ const turns = new Map();
  return new Map(order.map(({ id, kind, response }) => {
    const size = WITH_OPTIONS.includes(kind) && "choices" in response ? response.choices.length : 1;
    const turn = turns.get(size) ?? 0;
    turns.set(size, turn + 1);
    return [id, turn % size];
  }));
}
