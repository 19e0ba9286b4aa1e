/** @import { Knowledge, Statement } from "./types.d.ts" */

/**
 * A statement whose place is not yet known.
 *
 * @param {Statement["verdict"]} verdict @param {Statement["kind"]} kind
 * @param {string | null} code @param {string} why
 * @param {string[]} [sources] @param {string | null} [right]
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

/**
 * A statement that a fact contradicts, whose name and words end the reason.
 * @param {Knowledge} knowledge @param {Statement["kind"]} kind @param {string | null} code
 * @param {string} pattern @param {string} name
 */
export function contradicted(knowledge, kind, code, pattern, name) {
  const { text, sources } = factOf(knowledge, name);
  return statement("wrong", kind, code, `Pattern ${pattern}. ${name}: ${text}`, sources);
}
