/**
 * The shapes of the claim checker.
 *
 * @typedef {"own" | "aims" | "fits" | "technique"} Role
 * @typedef {[phrase: string, role: Role, codes: string[]]} RawPhrase
 *
 * @typedef {object} PhraseEntry
 * @property {string[]} own codes that the phrase names
 * @property {string[]} aims codes that it is a purpose of
 * @property {string[]} fits codes that it may be used for
 * @property {boolean} capitals
 * @property {boolean} loose whether a comma or bracket may stand between its words
 * @property {boolean} technique
 *
 * @typedef {Record<string, any>} CodeFact
 *
 * @typedef {object} Facts What generator/fact_check/knowledge.py takes from the content.
 * @property {Record<string, CodeFact>} codes
 * @property {RawPhrase[]} phrases
 * @property {[string, string][]} whole
 * @property {Record<string, any>} pairs
 * @property {string[]} taught
 * @property {Record<string, {amount: number, sources: string[]}>} thresholds
 * @property {Record<string, {text: string, sources: string[], but?: string[]}>} facts
 *
 * @typedef {Omit<Facts, "phrases"> & {phrases: Record<string, PhraseEntry>}} Knowledge
 *
 * @typedef {object} Belief
 * @property {string} name
 * @property {string} kind
 * @property {string} fact
 * @property {RegExp} pattern matched against tagged text
 * @property {string[]} needs words one of which must be there
 * @property {RegExp} [unless]
 * @property {string[]} [codes] only sentences whose first code is one of these
 * @property {string[]} [modifiers] only sentences with one of these
 * @property {boolean} [mayDeny]
 *
 * @typedef {object} Token Something known: its letter, its values, where it stands and its words.
 * @property {"C" | "P" | "M" | "T"} letter
 * @property {string[]} values
 * @property {number} start
 * @property {number} end
 * @property {string} text
 *
 * @typedef {object} Binding A phrase tied to codes.
 * @property {Token} code
 * @property {Token} phrase
 * @property {"link" | "list" | "purpose"} joint
 * @property {boolean} forward
 * @property {string} gap
 *
 * @typedef {"asserted" | "denied" | "unclear"} Stance
 *
 * @typedef {object} Statement The keys are those of `rightcode fact-check --format json`.
 * @property {number} line
 * @property {number} column
 * @property {string} text
 * @property {string | null} code
 * @property {string} verdict
 * @property {string} kind
 * @property {string | null} right_code
 * @property {string} why
 * @property {string[]} sources
 *
 * @typedef {{text: string, line: number, column: number}} Piece
 *
 * @typedef {{text: string, starts: number[], places: [number, number][]}} PassageData
 * @typedef {object} BlockData A block as generator/fact_check/passages.py writes it.
 * @property {"heading" | "text" | "item" | "table"} kind
 * @property {PassageData} passage
 * @property {number} level
 * @property {PassageData[][]} rows
 * @property {boolean} headed
 */
export {};
