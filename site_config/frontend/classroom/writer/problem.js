/** A problem of a question, in the words of `rightcode check` or of the reader's language. */
import { writerWords } from "../../shared/strings/index.js";
import { say } from "../../shared/strings/messages.js";

/** @import { Values } from "../../shared/strings/messages.js" */
/** @import { QuestionProblem } from "./problems.js" */

const REMARKS = ["I315", "I375"];

/**
 * @param {string} rule @param {string} field @param {Values} [values]
 * @param {Record<string, any>} [sentences]
 * @returns {QuestionProblem}
 */
export const problem = (rule, field, values = {}, sentences = writerWords.problems) => ({
  rule,
  field,
  text: say(sentences[rule], values),
  isRemark: REMARKS.includes(rule),
});

/** The key of a numbered field: of the first row without a number. */
/** @param {string} name @param {number} place From 0. */
export const numbered = (name, place) => (place ? `${name}.${place + 1}` : name);
