import { chooseAll } from "./choose_all/choose_all.js";
import * as options from "./option_kind.js";

/** @typedef {import("../../shared/types.d.ts").Question} Question */

/**
 * Everything that is right ticked and nothing that is wrong; what counts neither way is not looked
 * at.
 *
 * @type {import("./question_kind.js").QuestionKind}
 */
export const markAll = {
  ...chooseAll,
  isRight: (question, chosen) =>
    counted(question).every(({ id, right }) => right === chosen.includes(id)),
  exchanges: false,
  confusions: (question, chosen) =>
    chooseAll.confusions({ ...question, options: counted(question) }, chosen),
  score,
};

/**
 * In its place, since the order of the answers says something; none is a code taken for another.
 *
 * @type {import("./question_kind.js").QuestionKind}
 */
export const markInPlace = { ...markAll, confusions: () => [], arrange: () => {} };

/** @param {Question} question */
const counted = ({ options }) => options.filter(({ free }) => !free);

/**
 * Right ticks less wrong ones, of all right ones.
 *
 * @param {Question} question
 * @param {string[]} chosen
 */
function score(question, chosen) {
  const marks = counted(question).map((option) => options.mark(option, chosen));
  const count = (/** @type {string} */ wanted) => marks.filter((mark) => mark === wanted).length;
  return Math.max(0, count("right") - count("wrong")) / (count("right") + count("missed"));
}
