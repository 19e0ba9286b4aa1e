/** What kinds, payers, objectives and quizzes are called, from the JSON that the page carries. */
import { make } from "../../shared/dom.js";
import { words } from "../../shared/strings/builder/index.js";

/** @import { Draw } from "../format/types.js" */
/** @import { BankEntry } from "../../practice/question_bank.js" */

/** @typedef {(sort: "payers" | "kinds" | "objectives" | "quizzes", id: string) => string} Labels */

/** @param {Element} root @returns {Labels} */
export function readLabels(root) {
  const told = JSON.parse(root.querySelector("script.rc-names")?.textContent ?? "{}");
  return (sort, id) => (Object.hasOwn(told[sort] ?? {}, id) ? String(told[sort][id]) : id);
}

/** A question in a list: its title, and what there is to know before it is chosen. @param {BankEntry} entry @param {Labels} names @param {string} [source] */
export function questionLabel({ title, payer, kind, codes, difficulty }, names, source) {
  const told = [
    names("kinds", kind),
    names("payers", payer),
    codes.join(", "),
    words.level(difficulty),
    source,
  ];
  return make(
    "span.rc-question",
    make("strong", title),
    make("small", told.filter(Boolean).join(" · ")),
  );
}

/** What a rule asks for, in words. @param {Draw} draw @param {Labels} names */
export function ruleLabel({ codes, objectives, quizzes, kinds, difficulty }, names) {
  const told = [
    ...codes,
    ...objectives.map((id) => names("objectives", id)),
    ...quizzes.map((id) => names("quizzes", id)),
    ...kinds.map((id) => names("kinds", id)),
    ...difficulty.map(words.level),
  ];
  return told.join(" · ") || words.anything;
}
