import { codeNamesButton } from "../quiz/code_names.js";
import { ConfidenceField } from "../practice/confidence.js";
import { EXAM, readExam } from "../shared/store/exam_record.js";
import { examWords as words } from "../shared/strings/index.js";
import { AttemptScreen } from "./attempt_screen.js";
import { blindQuestion } from "./question_view.js";
import { setAnswer, setConfidence } from "./state.js";

/** @import { BankItem, Exam, Screen } from "./types.d.ts" */

/**
 * Shows a running exam; no word on whether an answer is right.
 *
 * @param {Screen} screen
 * @param {Exam} exam
 * @param {BankItem[]} items
 * @param {{onEnd: () => void, message?: string, key?: string}} options `key` is where the exam is
 *   stored.
 */
export function showExam(screen, exam, items, { onEnd, message, key = EXAM }) {
  const apply = (/** @type {(exam: Exam) => Exam} */ step) => void attempt.apply(step);
  const attempt = new AttemptScreen(exam, {
    screen,
    key,
    views: items.map((item, index) => questionView(item, index, exam.seed, screen, apply)),
    load: async () => readExam(await screen.store.value(key)),
    save: (current, step) =>
      screen.store.updateValue(key, (value) => {
        const stored = readExam(value);
        return !stored ? current : stored.id === exam.id ? step(stored) : value;
      }, current),
    onEnd: (text) => {
      onEnd();
      if (text) screen.announce(text);
    },
    texts: words,
    canExtend: true,
  });
  attempt.open(message);
}

/**
 * @param {BankItem} item @param {number} index @param {number} seed @param {Screen} screen
 * @param {(step: (exam: Exam) => Exam) => void} apply
 */
function questionView(item, index, seed, screen, apply) {
  const confidence = new ConfidenceField(
    item.id,
    (sure) => apply((exam) => setConfidence(exam, item.id, sure)),
  );
  const view = blindQuestion(item, index, seed, (chosen, { target }) => {
    if (target instanceof Node && confidence.node.contains(target)) return;
    const { now } = screen; // of the answer, not of the write, which may come after the deadline
    apply((exam) => setAnswer(exam, item.id, chosen, now));
  });
  const { section } = view;
  (section.querySelector(".rc-options") ?? section.lastElementChild)?.after(
    confidence.node,
    codeNamesButton(section, screen.store) ?? "",
  );
  const show = (/** @type {Exam} */ exam) => {
    view.show(exam);
    confidence.value = exam.sure[item.id];
  };
  return { id: item.id, section, show };
}
