import { make } from "../../shared/dom.js";
import { readNames } from "../../shared/page_names.js";
import { builderWords as words } from "../../shared/strings/index.js";

/** @import { BankEntry, Draw } from "../types.d.ts" */
/** @import { Names } from "../../shared/page_names.js" */

/** @typedef {ReturnType<typeof readLabels>} Labels */

/** What kinds, payers, objectives and quizzes are called; else their ids. @param {Element} root */
export function readLabels(root) {
  const names = readNames(root);
  return (/** @type {Parameters<Names>[0]} */ sort, /** @type {string} */ id) =>
    names(sort, id) || id;
}

/**
 * A question in a list: its title, how its note begins, and its facts.
 *
 * @param {BankEntry} entry
 * @param {Labels} names
 * @param {string} [source]
 */
export function questionLabel({ title, opening, payer, kind, codes, difficulty }, names, source) {
  const parts = [
    names("kinds", kind),
    names("payers", payer),
    codes.join(", "),
    words.level({ level: difficulty }),
    source,
  ];
  return make(
    "span.rc-question",
    make("strong", title),
    opening && make("span.rc-opening", opening),
    make("small", parts.filter(Boolean).join(" · ")),
  );
}

/** A draw in words. @param {Draw} draw @param {Labels} names */
export function ruleLabel({ codes, objectives, quizzes, kinds, difficulty }, names) {
  const parts = [
    ...codes,
    ...objectives.map((id) => names("objectives", id)),
    ...quizzes.map((id) => names("quizzes", id)),
    ...kinds.map((id) => names("kinds", id)),
    ...difficulty.map((level) => words.level({ level })),
  ];
  return parts.join(" · ") || words.anything;
}
