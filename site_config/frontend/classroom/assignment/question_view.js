import { kindOf, showAnswer } from "../../exam/question_view.js";
import { questionSection } from "../../practice/question_section.js";
import { Item } from "../../quiz/item.js";

/** @import { AssignmentAttempt, BankItem, QuestionView, Screen } from "../types.d.ts" */

/**
 * A question that can be checked, once, and then shows the answer with its reasons.
 *
 * @param {BankItem} item
 * @param {number} index
 * @param {number} seed
 * @param {Screen} screen
 * @param {{onChange: (chosen: string[]) => void, onCheck: (chosen: string[]) => void}} host
 * @returns {QuestionView<AssignmentAttempt>}
 */
export function checkableQuestion(item, index, seed, { env, announce }, { onChange, onCheck }) {
  const [kind, section] = [kindOf(item), questionSection(item, index + 1)];
  const question = new Item(section, kind, {
    ...env,
    announce,
    onAnswer: ({ chosen }) => onCheck(chosen),
    onReopen: () => {},
  });
  section.querySelector(".rc-retry-item")?.remove();
  section.addEventListener("change", () => question.isOpen && onChange(kind.read(section)));
  question.reopen(seed);
  const show = (/** @type {AssignmentAttempt} */ { answers, checked }) => {
    if (!question.isOpen) return;
    const chosen = answers[item.id] ?? [];
    showAnswer(kind, section, chosen);
    if (!checked.includes(item.id) || !chosen.length) return;
    restore(question, chosen, env.now());
    section.querySelector(".rc-past")?.remove();
  };
  return { id: item.id, section, show };
}

/** Shows an answer as checked. @param {Item} item @param {string[]} chosen @param {Date} at */
export function restore(item, chosen, at) {
  const { id, version } = item.question;
  item.restore([{ id: "kept", item: id, version, at: at.toISOString(), chosen, right: false }]);
}
