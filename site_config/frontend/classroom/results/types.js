/**
 * What the gradebook alone knows; the rest of its types is generated (shared/schema_types.d.ts).
 *
 * @typedef {import("../../shared/schema_types.d.ts").Notice} Note A flag or a notice; the words are in strings/results.
 * @typedef {import("../../shared/schema_types.d.ts").Result} Result
 *
 * @typedef {{source: string, result: Result, digest: string, sealed: boolean}} Submission
 * @typedef {{answer: Result["answers"][number], score: import("../../shared/schema_types.d.ts").Score | null, flag: Note | null}} Marked
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
 */

export {};
