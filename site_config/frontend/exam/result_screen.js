import { calibrationPart } from "../practice/confidence.js";
import { questionSection } from "../practice/question_section.js";
import { listPlan, startSession } from "../practice/session.js";
import { createItems } from "../quiz/item_list.js";
import { Result } from "../quiz/result.js";
import { isMissed } from "../quiz/score.js";
import { flatten, listOf, make, makeButton } from "../shared/dom.js";
import { examWords as words, quizWords as strings } from "../shared/strings/index.js";
import { loadExam } from "../practice/question_bank.js";
import { addExamFile } from "./exam_file.js";
import { folded } from "./question_view.js";
import { loadScope, scopeText } from "./scope_text.js";

/** @import { ExamScope } from "./scope.js" */
/** @import { Attempt, Exam, Item, Screen } from "./types.d.ts" */

const signs = { ...strings.signs, open: "–" };

/**
 * The result by objective, and every question with its reasons. The answers go into the log under
 * ids that follow from the exam, so that two tabs that submit it at once count each once.
 *
 * @param {Screen} screen
 * @param {Exam} exam
 * @param {() => void} restart
 */
export async function showResult(screen, exam, restart) {
  const bankItems = await screen.library.items(exam.items);
  const list = make(
    "div.rc-reviewed",
    bankItems.map((item, index) => folded(questionSection(item, index + 1))),
  );
  const items = createItems(list, reviewHost(screen));
  const attempts = items.flatMap((item) => attemptOf(exam, item));
  await screen.store.merge(attempts);
  for (const item of items) review(item, attempts, exam.seed);
  const result = resultOf(screen, items, restart);
  const details = detailsOf(exam, items, attempts);
  result.node.querySelector(".rc-result__buttons")?.before(...details);
  if (exam.scope) await addScope(result.node, screen, { ...exam, scope: exam.scope }, items);
  screen.show(result.node, make("h2", words.review), list);
  result.focus();
  addExamFile(screen, exam, bankItems, list).catch(console.info);
}

/** @param {Item} item */
const outcomeOf = (item) => (item.isOpen ? "open" : isMissed(item) ? "wrong" : "right");

/** @param {Exam} exam @param {Item} item @returns None if it was not answered. */
function attemptOf({ id: session, ended, answers, sure }, { question, kind }) {
  const { id: item, version, facts } = question;
  const chosen = answers[item];
  if (!chosen) return [];
  return [{
    id: `${session}.${item}`,
    item,
    version,
    at: new Date(ended ?? 0).toISOString(),
    chosen,
    right: kind.isRight(question, chosen),
    mode: "exam",
    session,
    ...(facts && { facts }),
    ...(sure[item] && { sure: sure[item] }),
  }];
}

/** @param {Item} item @param {Attempt[]} attempts @param {number} seed */
function review(item, attempts, seed) {
  item.reopen(seed);
  const answers = attempts.filter((attempt) => attempt.item === item.question.id);
  item.restore(answers);
  item.section.closest("details")?.querySelector("summary")?.prepend(`${signs[outcomeOf(item)]} `);
  if (answers.length) return;
  item.section.querySelector(".rc-options")?.before(make("p.rc-past", words.notAnswered));
}

/** @param {Screen} screen @param {Item[]} items @param {() => void} restart */
function resultOf(screen, items, restart) {
  const retryMissed = () => {
    const missed = items.filter((item) => outcomeOf(item) !== "right");
    startSession(screen, { ...listPlan(missed.map(({ question }) => question.id)), restart });
  };
  const nameOf = screen.labels.objective;
  const host = { nameOf, retryMissed, startAgain: restart, goToOpen: restart };
  const result = new Result("exam", "h2", host);
  result.update(items.map(asSubmitted));
  result.node.hidden = false;
  const button = result.node.querySelector(".rc-start-again");
  if (button) button.textContent = words.another;
  return result;
}

/** @param {Exam} exam @param {Item[]} items @param {Attempt[]} attempts */
function detailsOf({ extended }, items, attempts) {
  const open = items.filter((item) => item.isOpen).length;
  return flatten([
    open && make("p", words.blank({ count: open })),
    extended && make("p", words.extended({ minutes: Math.round(extended / 60_000) })),
    calibrationPart(attempts, "h3"),
    make("h3", words.sheet),
    listOf("ol.rc-sheet__list", items.map(sheetEntry)),
  ]);
}

/**
 * Says what the exam was of, and how many were right of each area, where the bank can say.
 *
 * @param {HTMLElement} node
 * @param {Screen} screen
 * @param {Exam & {scope: ExamScope}} exam
 * @param {Item[]} items
 */
async function addScope(node, screen, exam, items) {
  node.querySelector(".rc-result__score")?.before(make("p", scopeText(screen, exam)));
  const [pool, ofScope] = await Promise.all([loadExam(exam.scope.role), loadScope()]).catch(
    () => [],
  );
  if (!pool || !ofScope) return;
  const answers = items.map((item) => ({
    id: item.question.id,
    right: outcomeOf(item) === "right",
  }));
  const table = ofScope.areaTable(screen, pool, exam.scope, answers);
  node.querySelector("h3, .rc-result__buttons")?.before(...table);
}

/** Blank counts as wrong. @param {Item} item */
function asSubmitted({ question, kind, attempts, isOpen }) {
  const { id: item, version } = question;
  const at = new Date(0).toISOString();
  const blank = { id: "blank", item, version, at, chosen: [], right: false };
  return { question, kind, attempts: isOpen ? [blank] : attempts };
}

/** @param {Item} item @param {number} index */
function sheetEntry(item, index) {
  const outcome = outcomeOf(item);
  const text = `${index + 1} ${signs[outcome]}`;
  const button = makeButton(text, () => unfold(item), "rc-sheet__entry");
  button.dataset.outcome = outcome;
  button.ariaLabel = words.reviewed({ place: index + 1, outcome });
  return button;
}

/** @param {Item} item */
function unfold(item) {
  item.section.closest("details")?.setAttribute("open", "");
  item.section.scrollIntoView();
  item.focus();
}

/**
 * Answering again while reviewing is practice; it does not change the result.
 *
 * @param {Screen} screen
 */
const reviewHost = ({ env, announce }) => ({
  ...env,
  announce,
  onAnswer: (/** @type {Attempt} */ attempt) =>
    void env.store.record({ ...attempt, mode: "reviewing" }),
  onReopen: (/** @type {Item} */ item) => {
    item.reopen(env.newSeed());
    item.focus();
    announce(strings.retrying);
  },
});
