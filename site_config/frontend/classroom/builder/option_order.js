/** Where right options stand in a set of questions, as in generator/questions/option_order.py. */
import { judges } from "../../quiz/kinds/judges.js";
import { digestOf } from "../format/question_draw.js";

/** @import { BuilderQuestion } from "../../shared/schema_types.d.ts" */

/**
 * The same questions in the same order; across them a single right option stands in every position
 * about equally often. The bank orders each question's options as among those of its quiz.
 *
 * @param {BuilderQuestion[]} questions
 * @returns {BuilderQuestion[]}
 */
export function placeOptions(questions) {
  const places = placesOf(questions);
  return questions.map((question) => {
    const choices = choicesOf(question);
    const right = choices.flatMap((choice, index) => (choice.right ? [index] : []));
    if (right.length !== 1 || judges.get(question.kind)?.fixedOrder) return question;
    const place = places.get(question.id) ?? 0;
    /** @template T @param {T[]} list */
    const moved = (list) => list.toSpliced(right[0], 1).toSpliced(place, 0, list[right[0]]);
    const pieces = Object.entries(question.pieces).map(([name, piece]) => [
      name,
      { ...piece, answers: piece.answers.length ? moved(piece.answers) : [] },
    ]);
    return {
      ...question,
      response: /** @type {any} */ ({ ...question.response, choices: moved(choices) }),
      pieces: Object.fromEntries(pieces),
    };
  });
}

/** @param {BuilderQuestion} question */
const choicesOf = ({ kind, response }) =>
  judges.get(kind)?.placed && "choices" in response ? response.choices : [];

/**
 * Questions with as many options take the positions in turn, in an order that their ids give.
 *
 * @param {BuilderQuestion[]} questions
 */
function placesOf(questions) {
  const digests = new Map(questions.map(({ id }) => [id, digestOf(id)]));
  const order = questions.toSorted((one, other) =>
    String(digests.get(one.id)) < String(digests.get(other.id)) ? -1 : 1
  );
  /** @type {Map<number, number>} */ const turns = new Map();
  return new Map(order.map((question) => {
    const size = choicesOf(question).length || 1;
    const turn = turns.get(size) ?? 0;
    turns.set(size, turn + 1);
    return [question.id, turn % size];
  }));
}
