/** An instructor's own questions in the bank; a script that is loaded for them shows them. */
import { addItem, addQuestion } from "../../practice/question_bank.js";
import { lazyLoad } from "../../shared/lazy_load.js";

/** @import { OwnQuestion } from "../../shared/schema_types.d.ts" */

/** From here on the bank has them. @param {OwnQuestion[]} questions */
export async function addOwnQuestions(questions) {
  if (!questions.length) return;
  /** @type {typeof import("../../own-questions.js").rightcodeOwnQuestions} */
  const view = await lazyLoad("own-questions.js", "rightcodeOwnQuestions");
  for (const question of questions) {
    addItem(view.ownItem(question));
    addQuestion(view.paperOf(question));
  }
}
