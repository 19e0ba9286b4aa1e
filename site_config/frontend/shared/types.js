/**
 * The types that the rooms share.
 *
 * @typedef {object} AttemptDetails
 * @property {string} [facts] Digest of the facts the question rested on when it was answered.
 * @property {"sure" | "think" | "guess"} [sure] Confidence, given before the check.
 * @property {string} [mode] Practice mode; none on a quiz page.
 * @property {string} [session] Which exam.
 * @property {number} [hints] How many hints were taken first.
 *
 * @typedef {object} AttemptBase
 * @property {string} id Unique, and the same in every copy.
 * @property {string} item
 * @property {number} version
 * @property {string} at When it was checked, ISO 8601 in UTC.
 * @property {string[]} chosen Option ids, never positions.
 * @property {boolean} right
 *
 * @typedef {AttemptBase & AttemptDetails} Attempt One answer of the learner.
 *
 * @typedef {{item: string, version: number}} ItemRef
 *
 * @typedef {object} Round
 * @property {number} seed Orders the options.
 * @property {string} since Earlier answers belong to an earlier round.
 *
 * @typedef {"one" | "list"} View
 *
 * @typedef {"blocked" | "full" | "damaged"} Problem
 *
 * @typedef {object} Option
 * @property {string} id
 * @property {string} name The code, or the words where there is no code.
 * @property {boolean} right
 * @property {boolean} [free] Counts neither way.
 *
 * @typedef {object} Question
 * @property {string} id
 * @property {number} version
 * @property {string[]} objectives
 * @property {string} [facts] Digest of the facts it rests on; empty where the page does not say.
 * @property {Option[]} options
 * @property {any} [data] What the kind's own script reads, from the JSON that the page carries.
 *
 * @typedef {"right" | "wrong" | "missed" | "left"} Mark chosen and right; chosen and wrong; right
 *   but not chosen; rightly left alone
 *
 * @typedef {object} Confusion
 * @property {string | null} chosen Null: a right option was left out.
 * @property {string | null} right Null: an option was added that does not belong.
 *
 * @typedef {object} Entry A question with the answers of this round, oldest first.
 * @property {Question} question
 * @property {import("../quiz/kinds/question_kind.js").QuestionKind} kind
 * @property {Attempt[]} attempts
 *
 * @typedef {object} Store
 * @property {(ref: ItemRef) => Promise<Attempt[]>} attempts Oldest first.
 * @property {(attempt: Attempt) => Promise<void>} record
 * @property {() => Promise<Attempt[]>} all
 * @property {(attempts: Attempt[]) => Promise<{added: number, known: number}>} merge
 * @property {(quiz: string) => Promise<Round>} round
 * @property {(quiz: string, round: Round) => Promise<void>} saveRound
 * @property {() => Promise<View>} view
 * @property {(view: View) => Promise<void>} saveView
 * @property {(key: string) => Promise<unknown>} value A stored value, unchecked.
 * @property {(key: string, updateValue: (value: unknown) => unknown) => Promise<unknown>}
 *   updateValue In one transaction; undefined deletes.
 * @property {() => Promise<void>} deleteAll
 * @property {(listener: (problem: Problem) => void) => void} onProblem Earlier problems are
 *   reported at once.
 * @property {(watcher: (what: Change) => void) => void} onChange Changes by other tabs.
 *
 * @typedef {object} Change
 * @property {Attempt[]} attempts New ones.
 * @property {string} key Of the value that changed, or empty.
 * @property {boolean} deleted Whether everything was deleted.
 *
 * @typedef {object} Environment
 * @property {Store} store
 * @property {() => Date} now
 * @property {() => number} newSeed
 * @property {() => string} newId
 */

export {};
