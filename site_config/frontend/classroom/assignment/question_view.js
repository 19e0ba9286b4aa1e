/** A question as it is asked: with its reasons at a press, or without a word on whether the answer is right. */
import { Item } from "../../quiz/item.js";
import { kinds } from "../../quiz/kinds/index.js";
import { questionSection } from "../../practice/question_section.js";

/** @import { AssignmentAttempt } from "./attempt.js" */
/** @import { BankItem } from "../../practice/question_bank.js" */

/**
 * @typedef {{id: string, section: HTMLElement, show: (run: AssignmentAttempt) => void}} QuestionView
 *
 * @typedef {object} QuestionHost
 * @property {number} seed
 * @property {() => Date} now
 * @property {() => string} newId
 * @property {(text: string) => void} announce
 * @property {(id: string, chosen: string[]) => void} changed
 * @property {(id: string, chosen: string[]) => void} checked
 */

/** @param {BankItem} item */
function kindOf(item) {
  const kind = kinds.get(item.kind);
  if (!kind) throw new Error(`no way to show ${item.id}`);
  return kind;
}

/** What is half typed reads as no answer: filling it in again would take it away. @param {string[]} one @param {string[]} other */
const isSame = (one, other) => one.length === other.length && one.every((id) => other.includes(id));

/** The answer enters the page only when the attempt is over. @param {BankItem} item @param {number} place @param {QuestionHost} host @returns {QuestionView} */
export function blindQuestion(item, place, host) {
  const [kind, section] = [kindOf(item), questionSection(item, place + 1)];
  section.querySelector(".rc-answer")?.remove();
  section.querySelector(".rc-item__title")?.setAttribute("tabindex", "-1");
  section.addEventListener("change", () => host.changed(item.id, kind.read(section)));
  kind.arrange(section, host.seed);
  const show = (/** @type {AssignmentAttempt} */ { answers }) => {
    const chosen = answers[item.id] ?? [];
    if (!isSame(kind.read(section), chosen)) kind.fill(section, chosen);
  };
  return { id: item.id, section, show };
}

/** An answer that was checked stands, and its reasons with it. @param {BankItem} item @param {number} place @param {QuestionHost} host @returns {QuestionView} */
export function checkableQuestion(item, place, host) {
  const [kind, section] = [kindOf(item), questionSection(item, place + 1)];
  const { now, newId, announce } = host;
  const made = new Item(section, kind, {
    now,
    newId,
    announce,
    onAnswer: ({ chosen }) => host.checked(item.id, chosen),
    onReopen: () => {},
  });
  section.querySelector(".rc-retry-item")?.remove();
  section.addEventListener(
    "change",
    () => made.isOpen && host.changed(item.id, kind.read(section)),
  );
  made.reopen(host.seed);
  const show = (/** @type {AssignmentAttempt} */ { answers, checked }) => {
    if (!made.isOpen) return;
    const chosen = answers[item.id] ?? [];
    if (!isSame(kind.read(section), chosen)) kind.fill(section, chosen);
    if (!checked.includes(item.id) || !chosen.length) return;
    made.restore([{
      id: "kept",
      item: item.id,
      version: item.version,
      at: now().toISOString(),
      chosen,
      right: false,
    }]);
    section.querySelector(".rc-past")?.remove();
  };
  return { id: item.id, section, show };
}
