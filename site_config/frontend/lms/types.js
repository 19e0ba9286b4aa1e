/** @import { Attempt, Kind, Question } from "../shared/types.js" */

/**
 * What a package and the program that launches it have to say to each other. Nothing here exists at run time.
 *
 * @typedef {object} Progress How the learner stands with all the questions of a package.
 * @property {number} total
 * @property {number} answered
 * @property {number} right
 * @property {number} score From 0 to 1, of all questions; one that is not answered is not right.
 * @property {boolean} complete Whether every question has an answer.
 * @property {boolean} final Whether no further answer can count.
 * @property {boolean | null} passed Null before the end, and where there is no pass mark.
 *
 * @typedef {object} PackageQuestion A question as it stands on the page.
 * @property {Question} question
 * @property {Kind} kind
 * @property {string} title
 * @property {string} prompt
 *
 * @typedef {object} ReportedAnswer One answer, as it is told.
 * @property {PackageQuestion} asked
 * @property {Attempt} attempt
 * @property {boolean} counts Whether it is this answer to the question that counts, as things stand.
 * @property {number} seconds From the moment the question was shown to the answer.
 *
 * @typedef {object} PackageInfo What the package says of itself, for whoever reads the answers later.
 * @property {string} assignment
 * @property {string} title
 * @property {string} as_of The day as of which its facts were judged.
 * @property {string[]} items All questions, in order; empty where the package has several units.
 *
 * @typedef {"taken" | "refused" | "waiting" | "gone" | "changed"} Trouble
 *   the launch was used before; the record was refused; it waits for the network; the session is over; what was
 *   kept belongs to other questions
 *
 * @typedef {object} Runtime
 * @property {"scorm12" | "scorm2004" | "cmi5"} name
 * @property {boolean} records Whether this run counts; not where the LMS only shows what was done.
 * @property {number | null} mark The pass mark, from 0 to 1, where the LMS names one.
 * @property {number} capacity How many characters of state it keeps.
 * @property {string} state What was kept of an earlier session; empty where there was none.
 * @property {string} [back] Where the learner goes on leaving.
 * @property {(told: ReportedAnswer, standing: Progress, state: string) => void} answered
 * @property {(state: string) => void} save
 * @property {() => Promise<void>} leave Tells the end of the session, once.
 * @property {(listener: (trouble: Trouble | null) => void) => void} onTrouble
 */

export {};
