/** @import { Attempt, Question } from "../shared/types.js" */
/** @import { QuestionKind } from "../quiz/kinds/question_kind.js" */

/**
 * What a package and the LMS exchange.
 *
 * @typedef {object} Progress The learner's progress with a package.
 * @property {number} total
 * @property {number} answered
 * @property {number} right
 * @property {number} score From 0 to 1, of all questions; one that is not answered is not right.
 * @property {boolean} complete Whether every question has an answer.
 * @property {boolean} final Whether no further answer can count.
 * @property {boolean | null} passed Null before the end, and where there is no pass mark.
 *
 * @typedef {object} PackageQuestion A question as on the page.
 * @property {Question} question
 * @property {QuestionKind} kind
 * @property {string} title
 * @property {string} prompt
 *
 * @typedef {object} ReportedAnswer One answer, as reported.
 * @property {PackageQuestion} asked
 * @property {Attempt} attempt
 * @property {boolean} counts Whether this answer is the one that counts so far.
 * @property {number} seconds From the moment the question was shown to the answer.
 *
 * @typedef {object} PackageInfo What the package is, for readers of the answers.
 * @property {string} assignment
 * @property {string} title
 * @property {string} as_of The day as of which its facts were judged.
 * @property {string[]} items All questions, in order; empty where the package has several units.
 *
 * @typedef {"taken" | "refused" | "waiting" | "gone" | "changed"} Trouble the launch was used
 *   before; the record was refused; it waits for the network; the session is over; the saved state
 *   belongs to other questions
 *
 * @typedef {object} Runtime
 * @property {"scorm12" | "scorm2004" | "cmi5"} name
 * @property {boolean} records Whether answers are recorded; not in a review.
 * @property {number | null} mark The pass mark, from 0 to 1, where the LMS names one.
 * @property {number} capacity How many characters of state it stores.
 * @property {string} state The state of an earlier session; empty if none.
 * @property {string} [back] Where the learner goes on leaving.
 * @property {(answer: ReportedAnswer, progress: Progress, state: string) => void} answered
 * @property {(state: string) => void} save
 * @property {() => Promise<void>} leave Ends the session, once.
 * @property {(listener: (trouble: Trouble | null) => void) => void} onTrouble
 */

export {};
