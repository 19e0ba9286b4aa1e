/**
 * The shapes of the claim checker. They mirror generator/claimcheck, module by module; tests/claimcheck/test_port.py holds
 * both against the same texts.
 *
 * @typedef {object} PhraseEntry
 * @property {string[]} own codes that the phrase names
 * @property {string[]} aims codes that it is a purpose of
 * @property {string[]} fits codes that it may be said of
 * @property {boolean} capitals
 * @property {boolean} loose
 * @property {boolean} technique
 *
 * @typedef {Record<string, any>} CodeFact
 *
 * @typedef {object} Knowledge What generator/claimcheck/knowledge.py makes of the content.
 * @property {Record<string, CodeFact>} codes
 * @property {Record<string, PhraseEntry>} phrases
 * @property {[string, string][]} whole
 * @property {Record<string, any>} pairs
 * @property {string[]} taught
 * @property {Record<string, {amount: number, sources: string[]}>} thresholds
 * @property {Record<string, {text: string, sources: string[], but?: string[]}>} facts
 *
 * @typedef {{source: string, flags: string}} Source
 *
 * @typedef {object} Belief
 * @property {string} name
 * @property {string} kind
 * @property {string} fact
 * @property {string} pattern
 * @property {string[]} needs
 * @property {string} unless
 * @property {string[]} codes
 * @property {boolean} may_deny
 *
 * @typedef {{knowledge: Knowledge, patterns: Record<string, Source>, beliefs: Belief[]}} Table
 *
 * @typedef {object} Token Something known: its letter, its values, where it stands and its words.
 * @property {"C" | "P" | "M" | "T"} letter
 * @property {string[]} values
 * @property {number} start
 * @property {number} end
 * @property {string} said
 *
 * @typedef {object} Said A phrase said of codes.
 * @property {Token} code
 * @property {Token} phrase
 * @property {"link" | "list" | "purpose"} joint
 * @property {boolean} forward
 * @property {string} gap
 *
 * @typedef {"said" | "denied" | "unclear"} Stance
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
 */
export {};
