/** After the practice exam: disputes of its keys, and the file that takes them to an instructor. */
import { lazyLoad } from "../shared/lazy_load.js";
import { EXAM, readExam } from "../shared/store/exam_record.js";
import { scopeText } from "./scope_text.js";

/** @import { BankItem, Exam, Screen } from "./types.d.ts" */

/**
 * @typedef {object} ExamFile
 * @property {typeof import("../shared/dispute_form.js").addDisputeForms} addDisputeForms
 * @property {(screen: Screen, current: () => Exam, items: BankItem[], title: string) =>
 *   HTMLElement} examFile
 * @property {(exam: Exam) => string} resultId
 * @property {(attempts: string[], announce: (text: string) => void) => HTMLElement} rescoredPart
 */

/**
 * Puts both in their places once their script has come.
 *
 * @param {Screen} screen @param {Exam} exam @param {BankItem[]} items @param {HTMLElement} list
 */
export async function addExamFile(screen, exam, items, list) {
  /** @type {ExamFile} */
  const loaded = await lazyLoad("exam-file.js", "rightcodeExamFile");
  let current = exam;
  const save = async (/** @type {string} */ item, /** @type {string} */ text) => {
    const change = (/** @type {Exam} */ one) => ({
      ...one,
      disputes: { ...one.disputes, [item]: text },
    });
    current = change(current);
    await screen.store.updateValue(EXAM, (value) => {
      const stored = readExam(value);
      return stored?.id === exam.id ? change(stored) : value;
    });
  };
  const answered = [...list.querySelectorAll(".rc-item")].filter((section) =>
    exam.answers[section.getAttribute("data-item") ?? ""]
  );
  loaded.addDisputeForms(answered, (item) => exam.disputes?.[item], save, screen.announce);
  list.after(
    loaded.examFile(screen, () => current, items, scopeText(screen, exam)),
    loaded.rescoredPart([loaded.resultId(exam)], screen.announce),
  );
}
