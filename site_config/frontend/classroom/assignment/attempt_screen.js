import { AttemptScreen } from "../../exam/attempt_screen.js";
import { blindQuestion, openQuestion, showAnswer, whenAnswered } from "../../exam/question_view.js";
import { Item } from "../../quiz/item.js";
import { assignmentWords as words } from "../../shared/strings/index.js";
import { setAnswer, setDispute } from "./assignment_record.js";
import { loadDispute } from "./loaded_later.js";

/** @import { AssignmentAttempt, AssignmentRecord, BankItem, Screen } from "../types.d.ts" */
/** @typedef {(step: (attempt: AssignmentAttempt) => AssignmentAttempt) => unknown} Apply */

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
 * @param {Apply} apply
 */
function questionView(record, { seed }, item, index, apply) {
  const answer = (/** @type {string[]} */ chosen, final = false) => {
    const { now } = record; // of the answer, not of the write, which may come after the deadline
    apply((attempt) => setAnswer(attempt, item.id, chosen, now, final));
  };
  return record.assignment.feedback === "at-once"
    ? checkableQuestion(item, index, seed, record.screen, answer, apply)
    : blindQuestion(item, index, seed, (chosen) => answer(chosen));
}

/**
 * @param {BankItem} item @param {number} index @param {number} seed @param {Screen} screen
 * @param {(chosen: string[], final?: boolean) => void} answer @param {Apply} apply
 */
function checkableQuestion(item, index, seed, screen, answer, apply) {
  const { env, announce } = screen;
  const { kind, section } = openQuestion(item, index);
  const question = new Item(section, kind, {
    ...env,
    store: undefined, // whether names are shown is the assignment's to say
    announce,
    onAnswer: ({ chosen }) => answer(chosen, true),
    onReopen: () => {},
  });
  section.querySelector(".rc-retry-item")?.remove();
  whenAnswered(section, () => question.isOpen && answer(kind.read(section)));
  question.reopen(seed);
  const show = (/** @type {AssignmentAttempt} */ attempt) => {
    const { answers, checked } = attempt;
    if (checked.includes(item.id)) addDisputes(screen, [section], attempt, apply);
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

/**
 * Lets the key of each question that is answered be disputed, once the script for it has come.
 *
 * @param {Screen} screen @param {Iterable<Element>} sections @param {AssignmentAttempt} attempt
 * @param {Apply} apply
 */
export function addDisputes({ announce }, sections, { disputes }, apply) {
  const save = (/** @type {string} */ item, /** @type {string} */ text) =>
    apply((current) => setDispute(current, item, text));
  loadDispute()
    .then(({ addDisputeForms }) =>
      addDisputeForms(sections, (item) => disputes?.[item], save, announce)
    )
    .catch(console.info);
}
