import { AttemptScreen } from "../../exam/attempt_screen.js";
import { blindQuestion } from "../../exam/question_view.js";
import { assignmentWords as words } from "../../shared/strings/index.js";
import { addViewTime, checkAnswer, setAnswer } from "./attempt.js";
import { checkableQuestion } from "./question_view.js";

/** @import { AssignmentAttempt, AssignmentRecord, BankItem, QuestionView } from "../types.d.ts" */

/**
 * Shows a running attempt at an assignment.
 *
 * @param {AssignmentRecord} record
 * @param {AssignmentAttempt} attempt
 * @param {BankItem[]} items
 * @param {(message: string) => void} onEnd
 * @param {string} [message]
 */
export function showAttempt(record, attempt, items, onEnd, message) {
  const { screen, key } = record;
  /** @type {AttemptScreen<AssignmentAttempt>} */
  const running = new AttemptScreen(attempt, {
    screen,
    key,
    views: items.map((item, index) =>
      questionView(record, attempt, item, index, (step) => void running.apply(step))
    ),
    load: async () => {
      await record.read();
      return record.saved.runs.find(({ id }) => id === attempt.id) ?? null;
    },
    save: (current, step) => record.save(current, step),
    addViewTime,
    onEnd,
    texts: words,
    pauseWhenHidden: true,
  });
  running.open(message);
}

/**
 * @param {AssignmentRecord} record
 * @param {AssignmentAttempt} attempt
 * @param {BankItem} item
 * @param {number} index
 * @param {(step: (attempt: AssignmentAttempt) => AssignmentAttempt) => void} apply
 * @returns {QuestionView<AssignmentAttempt>}
 */
function questionView(record, { seed }, item, index, apply) {
  const onChange = (/** @type {string[]} */ chosen) =>
    apply((attempt) => setAnswer(attempt, item.id, chosen, record.now));
  if (record.assignment.feedback !== "at-once") return blindQuestion(item, index, seed, onChange);
  const onCheck = (/** @type {string[]} */ chosen) =>
    apply((attempt) => checkAnswer(attempt, item.id, chosen, record.now));
  return checkableQuestion(item, index, seed, record.screen, { onChange, onCheck });
}
