/** After an attempt: the file to hand in, and as much of how it went as the assignment lets be seen. */
import { isReachable } from "../format/assignment.js";
import { make, makeButton } from "../../shared/dom.js";
import { questionSection } from "../../practice/question_section.js";
import { loadKeys } from "../results/answer_keys.js";
import { ResultRefused } from "../results/result_file.js";
import { score } from "../results/scoring.js";
import { Item } from "../../quiz/item.js";
import { kinds } from "../../quiz/kinds/index.js";
import { words } from "../../shared/strings/assignment/index.js";
import { fileName, fileText, queueFor, statementsOf } from "./submission.js";

/** @import { AssignmentRecord } from "./assignment_record.js" */
/** @import { AssignmentAttempt } from "./attempt.js" */
/** @import { BankItem } from "../../practice/question_bank.js" */

/**
 * @param {AssignmentRecord} of
 * @param {AssignmentAttempt} run
 * @param {boolean} whole With every question. Once a page: the same question twice would share its names.
 * @returns {Promise<HTMLElement>}
 */
export async function attemptResult(of, run, whole) {
  const { assignment, screen } = of;
  const told = make("p.rc-attempt__saved", words.saveFirst);
  const save = makeButton(
    words.save,
    () => saveFile(of, run, told),
    "rc-button--primary rc-save-result",
  );
  const answered = Object.keys(run.answers).length;
  const node = make(
    "section.rc-attempt",
    make("h3", words.attempt(run.attempt, words.moment(run.ended ?? run.started))),
    make("p.rc-due", make("bdi", run.name), ` · ${words.answered(answered, run.items.length)}`),
    make("p", save),
    told,
  );
  if (assignment.lrs && isReachable(assignment.lrs)) node.append(await sendStatements(of, run));
  if (of.tellsReasons) {
    node.append(...(await answersWithReasons(of, run)).slice(0, whole ? undefined : 1));
  } else node.append(make("p", whenShown(of)));
  screen.root.dataset.finished = String(run.attempt);
  return node;
}

/** @param {AssignmentRecord} of */
const whenShown = ({ assignment: { feedback, due } }) =>
  feedback === "after-due" && due ? words.afterDue(words.moment(Date.parse(due))) : words.never;

/** @param {AssignmentRecord} of @param {AssignmentAttempt} run @param {HTMLElement} told */
async function saveFile({ assignment, screen }, run, told) {
  try {
    const name = fileName(assignment, run);
    download(name, await fileText(assignment, run));
    told.textContent = words.saved(name);
  } catch (problem) {
    if (!(problem instanceof ResultRefused)) throw problem;
    told.textContent = words.noSeal;
  }
  screen.announce(told.textContent ?? "");
}

/** @param {string} name @param {string} text */
function download(name, text) {
  const link = make("a", {
    href: URL.createObjectURL(new Blob([text], { type: "application/json" })),
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Statements go into the queue once, and out of it when the store answers. @param {AssignmentRecord} of @param {AssignmentAttempt} run */
async function sendStatements({ assignment, screen }, run) {
  const endpoint = assignment.lrs ?? "";
  const queue = queueFor(endpoint);
  const told = make("p.rc-sending");
  const send = async () => {
    const { left, refused } = await queue.send({ endpoint });
    told.textContent = left ? words.waiting(left) : refused ? words.refused(refused) : words.sent;
    again.hidden = left === 0;
    screen.announce(told.textContent);
  };
  const again = makeButton(words.resend, send, "rc-resend");
  again.hidden = true;
  if (!(await screen.store.value(`told/${run.id}`))) {
    const keys = await loadKeys(run.items, new Map(), Number(screen.root.dataset.shards));
    await queue.add(statementsOf(assignment, run, keys));
    await screen.store.updateValue(`told/${run.id}`, () => true);
  }
  addEventListener("online", send);
  await send();
  return make("div", told, again);
}

/** @param {AssignmentRecord} of @param {AssignmentAttempt} run @returns {Promise<HTMLElement[]>} */
async function answersWithReasons(of, run) {
  const { assignment, screen } = of;
  const items = await of.items();
  const keys = await loadKeys(run.items, new Map(), Number(screen.root.dataset.shards));
  const right = run.items.filter((id) => {
    const marking = keys.get(id);
    return Boolean(marking && run.answers[id] && score(marking, run.answers[id])?.right);
  }).length;
  const total = run.items.length;
  const { passMark } = assignment;
  const verdict = passMark === null
    ? ""
    : ` · ${100 * right >= passMark * total ? words.passed : words.failed}`;
  return [
    make("p.rc-result__score", `${words.score(right, total)}${verdict}`),
    make("h4", words.review),
    make("div.rc-reviewed", items.map((item, place) => reviewedQuestion(of, run, item, place))),
  ];
}

/** A question that opens at a press, with what was answered and why it is right or not. @param {AssignmentRecord} of @param {AssignmentAttempt} run @param {BankItem} item @param {number} place */
function reviewedQuestion({ screen }, run, item, place) {
  const section = questionSection(item, place + 1);
  const title = section.querySelector(".rc-item__title")?.textContent ?? "";
  const kind = kinds.get(item.kind);
  const chosen = run.answers[item.id];
  const summary = make("summary", title);
  if (kind) {
    const { now, newId } = screen.env;
    const host = { now, newId, announce: screen.announce, onAnswer: () => {}, onReopen: () => {} };
    const made = new Item(section, kind, host);
    section.querySelectorAll(".rc-retry-item, .rc-check").forEach((button) => button.remove());
    made.reopen(run.seed);
    const at = new Date(run.ended ?? run.started).toISOString();
    if (chosen) {
      made.restore([{
        id: "kept",
        item: item.id,
        version: item.version,
        at,
        chosen,
        right: false,
      }]);
    } else {
      kind.lock(section, true);
      section.querySelector(".rc-options")?.before(
        make("p.rc-past", words.notAnswered),
      );
    }
    summary.prepend(
      section.dataset.state === "right" ? "✓ " : section.dataset.state === "wrong" ? "✗ " : "– ",
    );
  }
  return make("details.rc-others.rc-folded", summary, section);
}
