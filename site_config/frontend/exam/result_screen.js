import { make, makeButton } from "../shared/dom.js";
import { createItems } from "../quiz/item_list.js";
import { Result } from "../quiz/result.js";
import { isMissed } from "../quiz/score.js";
import { strings } from "../shared/strings/index.js";
import { words } from "../shared/strings/exam/index.js";
import { questionSection } from "../practice/question_section.js";
import { listPlan } from "../practice/session_plan.js";
import { Session } from "../practice/session.js";
import { calibrationPart } from "../practice/confidence.js";

/** @import { Screen } from "../practice/screen.js" */
/** @import { Item, ItemHost } from "../quiz/item.js" */
/** @import { Exam } from "../shared/store/exam_record.js" */
/** @import { Attempt, Entry } from "../shared/types.js" */

const signs = { ...strings.signs, open: "–" };

/**
 * The result by objective, and every question with its reasons. The answers go into the log under
 * ids that follow from the exam, so that two tabs that submit it at once count each once.
 *
 * @param {Screen} screen
 * @param {Exam} exam
 * @param {() => void} another
 */
export async function showResult(screen, exam, another) {
  const list = make("div.rc-reviewed");
  const bankItems = await Promise.all(exam.items.map((id) => screen.library.item(id)));
  list.append(...bankItems.map((item, place) => folded(questionSection(item, place + 1))));
  const items = createItems(list, reviewHost(screen));
  const attempts = items.flatMap((item) => attemptOf(exam, item));
  await screen.store.merge(attempts);
  for (const item of items) review(item, attempts, exam.seed);
  const result = resultOf(screen, items, another);
  result.node.querySelector(".rc-result__buttons")?.before(...more(exam, items, attempts));
  screen.show(result.node, make("h2", words.review), list);
  result.focus();
}

/** A question that opens at a click. @param {HTMLElement} section */
function folded(section) {
  const title = section.querySelector(".rc-item__title")?.textContent ?? "";
  return make("details.rc-others.rc-folded", make("summary", title), section);
}

/** @param {Item} item @returns {"open" | "wrong" | "right"} */
const outcomeOf = (item) => (item.isOpen ? "open" : isMissed(item) ? "wrong" : "right");

/** @param {Exam} exam @param {Item} item @returns {Attempt[]} None where it was not answered. */
function attemptOf({ id, ended, answers, sure }, { question, kind }) {
  const chosen = answers[question.id];
  if (!chosen) return [];
  const right = kind.isRight(question, chosen);
  const confidence = sure[question.id];
  const at = new Date(ended ?? 0).toISOString();
  const core = {
    id: `${id}.${question.id}`,
    item: question.id,
    version: question.version,
    at,
    chosen,
    right,
    mode: "exam",
    session: id,
  };
  return [{
    ...core,
    ...(question.facts && { facts: question.facts }),
    ...(confidence && { sure: confidence }),
  }];
}

/** @param {Item} item @param {Attempt[]} attempts @param {number} seed */
function review(item, attempts, seed) {
  item.reopen(seed);
  const own = attempts.filter((attempt) => attempt.item === item.question.id);
  item.restore(own);
  item.section.closest("details")?.querySelector("summary")?.prepend(`${signs[outcomeOf(item)]} `);
  if (own.length) return;
  const note = make("p.rc-past", words.notAnswered);
  item.section.querySelector(".rc-options")?.before(note);
}

/** @param {Screen} screen @param {Item[]} items @param {() => void} another */
function resultOf(screen, items, another) {
  const retry = (/** @type {Item[]} */ some) => {
    const plan = { ...listPlan(some.map(({ question }) => question.id)), restart: another };
    screen.attempt(() => new Session(screen, plan).start());
  };
  const result = new Result("exam", "h2", {
    nameOf: screen.labels.objective,
    retryMissed: () => retry(items.filter((item) => outcomeOf(item) !== "right")),
    startAgain: another,
    goToOpen: another,
  });
  result.update(items.map(asHandedIn));
  result.node.hidden = false;
  const again = result.node.querySelector(".rc-start-again");
  if (again) again.textContent = words.another;
  return result;
}

/** @param {Exam} exam @param {Item[]} items @param {Attempt[]} attempts */
function more({ extended }, items, attempts) {
  const open = items.filter((item) => item.isOpen).length;
  const blank = open ? [make("p", words.blank(open))] : [];
  const longer = extended ? [make("p", words.extended(Math.round(extended / 60_000)))] : [];
  return [
    ...blank,
    ...longer,
    ...calibrationPart(attempts, "h3"),
    make("h3", words.sheet),
    sheet(items),
  ];
}

/** Blank counts as wrong. @param {Item} item @returns {Entry} */
function asHandedIn({ question, kind, attempts, isOpen }) {
  const blank = {
    id: "blank",
    item: question.id,
    version: question.version,
    at: new Date(0).toISOString(),
    chosen: [],
    right: false,
  };
  return { question, kind, attempts: isOpen ? [blank] : attempts };
}

/** @param {Item[]} items */
function sheet(items) {
  const entries = items.map((item, place) => {
    const outcome = outcomeOf(item);
    const button = makeButton(
      `${place + 1} ${signs[outcome]}`,
      () => unfold(item),
      "rc-sheet__entry",
    );
    button.dataset.outcome = outcome;
    button.setAttribute("aria-label", words.reviewed(place + 1, outcome));
    return make("li", button);
  });
  return make("ol.rc-sheet__list", entries);
}

/** @param {Item} item */
function unfold(item) {
  const fold = item.section.closest("details");
  if (fold) fold.open = true;
  item.section.scrollIntoView();
  item.focus();
}

/**
 * Answering again while reviewing is practice; it does not change the result.
 *
 * @param {Screen} screen
 * @returns {ItemHost}
 */
function reviewHost({ env, announce }) {
  return {
    now: env.now,
    newId: env.newId,
    announce,
    onAnswer: (attempt) => void env.store.record({ ...attempt, mode: "reviewing" }),
    onReopen: (item) => {
      item.reopen(env.newSeed());
      item.focus();
      announce(strings.retrying);
    },
  };
}
