/**
 * A question apart from the site, as generator/exports/portable.py writes it. Nothing here exists at run time.
 *
 * @typedef {{id: string, text: string, right: boolean, feedback: string, free?: boolean}} Choice
 * @typedef {{id: string, text: string, right: number[], feedback: string, wrong: [number, string][]}} Part
 *
 * @typedef {{type: "single" | "several", choices: Choice[]}} Options
 * @typedef {{type: "numbers", parts: Part[], most: number, ways: number}} Numbers
 * @typedef {{type: "marks", paragraphs: [string, string | null][][], choices: Choice[]}} Marks
 *
 * @typedef {object} Claim A claim, and the same as pairs: text, what stands for it, feedback.
 * @property {"claim"} type
 * @property {Choice[]} choices
 * @property {string[]} modifiers
 * @property {number} lines
 * @property {number} most
 * @property {[string, string, string][]} pairs
 * @property {string[]} wrong
 * @property {string[]} answers
 * @property {number} ways
 *
 * @typedef {object} Portable
 * @property {string} id
 * @property {number} version
 * @property {string} digest
 * @property {string} kind
 * @property {string} title
 * @property {string} category The title of its quiz.
 * @property {string} payer
 * @property {string} date
 * @property {string} facts
 * @property {string[]} note
 * @property {string | null} statement
 * @property {{caption: string, head: string[], rows: string[][]} | null} table
 * @property {string | null} turn
 * @property {string} asks
 * @property {Options | Numbers | Marks | Claim} response
 * @property {string} solution
 * @property {string[]} explanation
 * @property {[string, string][]} sources
 * @property {string[]} tags
 * @property {string[]} codes
 * @property {string[]} objectives
 * @property {number} difficulty
 * @property {string} key
 */

export {};
