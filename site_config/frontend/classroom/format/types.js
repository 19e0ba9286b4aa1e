/**
 * The types of assignments, as the Python model of assignments has them.
 *
 * @typedef {object} Draw A number of questions that match.
 * @property {number} count
 * @property {string[]} codes
 * @property {string[]} objectives
 * @property {string[]} quizzes
 * @property {number[]} difficulty
 * @property {string[]} kinds
 *
 * @typedef {"at-once" | "at-end" | "after-due" | "never"} Feedback
 *
 * @typedef {object} Terms How an assignment is given; null if not set.
 * @property {string} id
 * @property {string} title
 * @property {string | null} instructions
 * @property {number | null} minutes
 * @property {number | null} attempts
 * @property {Feedback} feedback
 * @property {string | null} opens ISO 8601 with its offset.
 * @property {string | null} due
 * @property {number | null} passMark In percent.
 * @property {string | null} key The class's public key.
 * @property {string | null} lrs Where statements go.
 *
 * @typedef {{items: string[], draw: Draw[], seed: number, order: "as-written" | "shuffled"}}
 *   Selection
 * @typedef {Terms & Selection} Draft What the builder makes.
 * @typedef {Terms & {items: string[]}} Assignment What a link carries: its questions by name, in
 *   order.
 */

export {};
