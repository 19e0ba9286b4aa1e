/**
 * After an attempt: the file to hand in, and the result as far as the assignment lets it be seen.
 */
import { dayAndTime } from "../../shared/dates.js";
import { folded, openQuestion } from "../../exam/question_view.js";
import { Item } from "../../quiz/item.js";
import { make, makeButton } from "../../shared/dom.js";
import { saveAs } from "../../shared/save_file.js";
import { assignmentWords as words } from "../../shared/strings/index.js";
import { isReachable } from "../format/assignment.js";
import { ownMarking } from "../format/own_question.js";
import { loadKeys } from "../results/answer_keys.js";
import { score } from "../results/scoring.js";
import { addDisputes, restore } from "./attempt_screen.js";
import { loadHandIn, loadSending } from "./loaded_later.js";

/** @import { AssignmentAttempt, AssignmentRecord, BankItem } from "../types.d.ts" */

/**
 * @param {AssignmentRecord} record
 * @param {AssignmentAttempt} attempt
 * @param {boolean} withQuestions Once a page: the same question twice would share its names.
 */
export async function attemptResult(record, attempt, withQuestions) {
  const { assignment, screen, showsReasons } = record;
  const { name, items, answers, ended, started } = attempt;
  const status = make("p.rc-attempt__saved", words.saveFirst);
  const save = () => saveFile(record, attempt, status);
  const answered = words.answered({ answered: Object.keys(answers).length, total: items.length });
  const node = make(
    "section.rc-attempt",
    make("h3", words.attempt({ attempt: attempt.attempt, when: dayAndTime(ended ?? started) })),
    make("p.rc-due", make("bdi", name), ` · ${answered}`),
    make("p", makeButton(words.save, save, "rc-button--primary rc-save-result")),
    status,
    assignment.lrs && isReachable(assignment.lrs) &&
      sendStatements(record, attempt, assignment.lrs),
    showsReasons
      ? (await answersWithReasons(record, attempt)).slice(0, withQuestions ? undefined : 1)
      : make("p", whenShown(record)),
  );
  screen.root.dataset.finished = String(attempt.attempt);
  return node;
}

/** @param {AssignmentRecord} record */
const whenShown = ({ assignment: { feedback, due } }) =>
  feedback === "after-due" && due
    ? words.afterDue({ when: dayAndTime(Date.parse(due)) })
    : words.never;

/**
 * @param {AssignmentRecord} record
 * @param {AssignmentAttempt} attempt
 * @param {HTMLElement} status
 */
async function saveFile({ assignment, screen, saved }, { id }, status) {
  const handIn = await loadHandIn().catch(() => null);
  const attempt = /** @type {AssignmentAttempt} */ (saved.runs.find((one) => one.id === id));
  const text = await handIn?.fileText(assignment, attempt);
  if (handIn && text) {
    const name = handIn.fileName(assignment, attempt);
    saveAs(name, text, "application/json");
    status.textContent = words.saved({ name });
  } else status.textContent = handIn ? words.noSeal : words.notMadeYet;
  screen.announce(status.textContent ?? "");
}

/** @param {AssignmentRecord} record @param {AssignmentAttempt} attempt */
function keysOf({ assignment, screen }, { items }) {
  const own = new Map((assignment.own ?? []).map((one) => [one.id, ownMarking(one)]));
  return loadKeys(items, own, screen.library.shards);
}

/**
 * Statements are queued, and sent until the store has them; once, whatever other tabs do.
 *
 * @param {AssignmentRecord} record
 * @param {AssignmentAttempt} attempt
 * @param {string} endpoint
 */
function sendStatements(record, attempt, endpoint) {
  const { assignment, screen } = record;
  const status = make("p.rc-sending");
  const key = `told/${attempt.id}`;
  /** @type {import("../results/statement_queue.js").ResultQueue | undefined} */ let queue;
  const sendAll = async () => {
    const { ResultQueue, statementsOf } = await loadSending();
    queue ??= new ResultQueue(undefined, endpoint); // no statement goes to another's store
    return await queue.send({ endpoint }, {
      state: () => screen.store.value(key),
      mark: (state) => screen.store.updateValue(key, () => state),
      statements: async () => statementsOf(assignment, attempt, await keysOf(record, attempt)),
    });
  };
  const send = async () => {
    const done = await sendAll().catch(() => null);
    const { left, refused } = done ?? { left: 1, refused: 0 };
    status.textContent = !done
      ? words.notMade
      : queue?.unsaved
      ? words.unsaved({ left })
      : left
      ? words.waiting({ left })
      : refused
      ? words.refused({ refused })
      : words.sent;
    retry.hidden = left === 0;
    screen.announce(status.textContent);
  };
  const retry = makeButton(words.resend, send, "rc-resend");
  retry.hidden = true;
  addEventListener("online", send);
  void send();
  return make("div", status, retry);
}

/** @param {AssignmentRecord} record @param {AssignmentAttempt} attempt */
async function answersWithReasons(record, attempt) {
  const questions = await record.items();
  const keys = await keysOf(record, attempt);
  const { items, answers } = attempt;
  const { length: right } = items.filter((id) => {
    const marking = keys.get(id);
    return marking && answers[id] && score(marking, answers[id])?.right;
  });
  const { passMark } = record.assignment;
  const passed = 100 * right >= (passMark ?? 0) * items.length;
  const verdict = passMark === null ? "" : ` · ${passed ? words.passed : words.failed}`;
  const reviewed = make(
    "div.rc-reviewed",
    questions.map((item, index) => reviewedQuestion(record, attempt, item, index)),
  );
  const sections = reviewed.querySelectorAll(".rc-item");
  addDisputes(record.screen, sections, attempt, (change) => record.save(attempt, change));
  return [
    make("p.rc-result__score", `${words.score({ right, total: items.length })}${verdict}`),
    make("h4", words.review),
    reviewed,
  ];
}

/**
 * @param {AssignmentRecord} record @param {AssignmentAttempt} attempt @param {BankItem} item
 * @param {number} index
 */
function reviewedQuestion({ screen }, { answers, seed, ended, started }, item, index) {
  const { kind, section } = openQuestion(item, index);
  const chosen = answers[item.id];
  const question = new Item(section, kind, {
    ...screen.env,
    store: undefined, // whether names are shown is the assignment's to say
    announce: screen.announce,
    onAnswer: () => {},
    onReopen: () => {},
  });
  section.querySelectorAll(".rc-retry-item, .rc-check").forEach((button) => button.remove());
  question.reopen(seed);
  if (chosen) restore(question, chosen, new Date(ended ?? started));
  else {
    kind.lock(section, true);
    section.querySelector(".rc-options")?.before(make("p.rc-past", words.notAnswered));
  }
  const sign = { right: "✓ ", wrong: "✗ " }[section.dataset.state ?? ""] ?? "– ";
  return folded(section, sign);
}
