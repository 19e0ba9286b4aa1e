import { kinds } from "../quiz/kinds/index.js";
import { questionSection } from "../practice/question_section.js";
import { make } from "../shared/dom.js";

/** @import { BankItem, Exam, QuestionKind } from "./types.d.ts" */

/** @param {BankItem} item @param {number} index From 0. */
export function openQuestion(item, index) {
  const kind = kinds.get(item.kind);
  if (!kind) throw new Error(`unknown kind: ${item.id}`);
  return { kind, section: questionSection(item, index + 1) };
}

/** A question that opens at a click. @param {HTMLElement} section @param {string} [sign] */
export function folded(section, sign = "") {
  const title = section.querySelector(".rc-item__title")?.textContent ?? "";
  return make("details.rc-others.rc-folded", make("summary", sign, title), section);
}

/**
 * Shows an answer unless it is there: filling in again would clear what is half typed.
 *
 * @param {QuestionKind} kind
 * @param {Element} section
 * @param {string[]} [chosen]
 */
export function showAnswer(kind, section, chosen = []) {
  const current = kind.read(section);
  const same = current.length === chosen.length && current.every((id) => chosen.includes(id));
  if (!same) kind.fill(section, chosen);
}

/**
 * Calls at every change of a field, and at every key typed into one: time may run out, or the page
 * close, before the learner leaves the field.
 *
 * @param {HTMLElement} section
 * @param {(event: Event) => void} act
 */
export function whenAnswered(section, act) {
  section.addEventListener("change", act);
  section.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "number") act(event);
  });
}

/**
 * A question without its answer, which enters the page only after the attempt.
 *
 * @param {BankItem} item
 * @param {number} index
 * @param {number} seed
 * @param {(chosen: string[], event: Event) => void} onChange
 */
export function blindQuestion(item, index, seed, onChange) {
  const { kind, section } = openQuestion(item, index);
  section.querySelector(".rc-answer")?.remove();
  section.querySelector(".rc-item__title")?.setAttribute("tabindex", "-1");
  whenAnswered(section, (event) => onChange(kind.read(section), event));
  kind.arrange(section, seed);
  const show = (/** @type {Exam} */ { answers }) => showAnswer(kind, section, answers[item.id]);
  return { id: item.id, section, show };
}
