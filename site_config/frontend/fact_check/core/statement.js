/** @import { Knowledge, Statement } from "./types.d.ts" */

/**
 * A statement whose place is not yet known.
 *
 * @param {Statement["verdict"]} verdict @param {Statement["kind"]} kind
 * @param {string | null} code @param {string} why
 * @param {string[]} [sources] @param {string | null} [right]
 * @returns {Statement}
 */
export const statement = (verdict, kind, code, why, sources = [], right = null) => ({
  line: 0,
  column: 0,
  text: "",
  code,
  verdict,
  kind,
  right_code: right ?? null,
  why,
  sources,
});

/**
 * The words and sources of a fact; empty where the content has none.
 * @param {Knowledge} knowledge @param {string} name
 */
export const factOf = (knowledge, name) => knowledge.facts[name] ?? { text: "", sources: [] };
