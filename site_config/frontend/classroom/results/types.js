/**
 * The words the modules of results share. Nothing here exists at run time.
 *
 * @typedef {object} Answer One answer, as the result file keeps it.
 * @property {string} item
 * @property {number} version
 * @property {string} digest Of the facts the question rested on when it was answered: `data-digest` of its section.
 * @property {string[]} response What `Kind.read` gives and the store keeps as `chosen`.
 * @property {string} started When it was first shown, ISO 8601 in UTC.
 * @property {number} ms Milliseconds it was in view.
 * @property {"sure" | "think" | "guess"} [confidence]
 *
 * @typedef {object} Result One attempt of one learner, as generator/results/file.py reads it.
 * @property {"rightcode-result"} format
 * @property {1} version
 * @property {string} id A UUID of this attempt alone.
 * @property {{id: string, digest?: string, title?: string, items?: string[]}} assignment `items` are all that were set, in order.
 * @property {{name: string, id?: string}} learner As typed.
 * @property {number} attempt From 1.
 * @property {string} started
 * @property {string} finished
 * @property {{as_of: string}} site
 * @property {Answer[]} answers
 *
 * @typedef {{format: "rightcode-result-sealed", version: 1, key: string, ephemeral: string, salt: string, iv: string, data: string}} Sealed
 * @typedef {{format: "rightcode-class-key", version: 1, key: string, public: string, private: string}} ClassKey
 *
 * @typedef {object} Marking What an answer is measured by, as generator/results/marking.py has it.
 * @property {string} id
 * @property {number} version
 * @property {string} digest
 * @property {string} kind
 * @property {string} title
 * @property {{id: string, name: string, right: boolean, free: boolean}[]} options
 * @property {any[]} ways
 *
 * @typedef {object} Score
 * @property {boolean} right
 * @property {number} points From 0 to 1.
 * @property {string[]} picks
 * @property {[string, string] | null} exchange What was right, and what was chosen in its place.
 *
 * @typedef {{name: string, about: string}} Note A flag or a notice; the words are in strings/results.
 *
 * @typedef {{source: string, result: Result, digest: string, sealed: boolean}} Submission
 * @typedef {{answer: Answer, score: Score | null, flag: Note | null}} Marked
 *
 * @typedef {object} Row
 * @property {Submission} submission
 * @property {Marked[]} marked
 * @property {string[]} set
 * @property {number} counted
 * @property {Note[]} flags
 * @property {boolean} stands
 * @property {number} right
 * @property {number} points
 * @property {number | null} percent
 * @property {number} minutes
 *
 * @typedef {{id: string, name: string, right: boolean, count: number, by_group: number[]}} Pull
 *
 * @typedef {object} ItemStats
 * @property {string} id
 * @property {string} title
 * @property {string} kind
 * @property {number} answers
 * @property {number} omitted
 * @property {number} facility
 * @property {number} right
 * @property {[number, number]} interval
 * @property {number | null} discrimination
 * @property {number | null} seconds
 * @property {Pull[]} pulls
 * @property {Note[]} notices
 *
 * @typedef {object} Analysis
 * @property {number} persons
 * @property {ItemStats[]} items
 * @property {number} mean
 * @property {number} deviation
 * @property {number | null} alpha
 * @property {number | null} kr20
 * @property {number | null} error
 * @property {[number, number][]} spread
 * @property {number[]} groups
 * @property {[string, string, number][]} exchanges
 * @property {Note[]} warnings
 */

export {};
