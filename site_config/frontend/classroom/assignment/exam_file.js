/** A practice exam as a result file for an instructor, with what the learner says of its keys. */
import { v5 } from "uuid";
import { field, make, makeForm } from "../../shared/dom.js";
import { saveAs } from "../../shared/save_file.js";
import { assignmentWords as words, examWords } from "../../shared/strings/index.js";
import { makeResult, writeResult } from "../results/result_file.js";

/** @import { BankItem, Exam, Screen } from "../types.d.ts" */

/** UUIDs of the exams' ids, which are no UUIDs themselves. */
const EXAMS = "7b1f5a0e-5d0c-4a39-9a3b-0f6f2f4f1c52";
const EVERYONE = "all";

/**
 * @param {Screen} screen
 * @param {() => Exam} current The exam as it is stored by now.
 * @param {BankItem[]} items
 * @param {string} title What the exam is of.
 */
export function examFile(screen, current, items, title) {
  const name = make("input", {
    id: "rc-learner-name",
    type: "text",
    maxLength: 200,
    autocomplete: "name",
  });
  const status = make("p");
  const announce = (/** @type {string} */ text) => {
    status.textContent = text;
    screen.announce(text);
  };
  const save = () => {
    const learner = name.value.trim();
    if (!learner) return announce(words.nameFirst), name.focus();
    const exam = current();
    const result = resultOfExam(exam, items, {
      title,
      learner,
      asOf: screen.root.dataset.asOf ?? "",
    });
    const file = `${result.assignment.id}.json`;
    saveAs(file, writeResult(result), "application/json");
    announce(words.saved({ name: file }));
  };
  return make(
    "details.rc-others.rc-exam-file",
    make("summary", examWords.file),
    make("p", examWords.fileHow),
    makeForm("", words.save, "rc-save-result", save, field(words.name, name)),
    status,
  );
}

/** @param {Pick<Exam, "id">} exam */
export const resultId = ({ id }) => v5(id, EXAMS);

/** @param {number} time */
const moment = (time) => new Date(time).toISOString();

/**
 * @param {Exam} exam One that has ended.
 * @param {BankItem[]} items
 * @param {{title: string, learner: string, asOf: string}} about
 */
export function resultOfExam(exam, items, { title, learner, asOf }) {
  const { answers, sure, seen = {}, started, ended, disputes = {}, scope } = exam;
  return makeResult({
    id: resultId(exam),
    assignment: {
      id: `practice-exam-${scope?.role ?? EVERYONE}`,
      title: title.slice(0, 200),
      items: items.map((item) => item.id),
    },
    learner: { name: learner },
    attempt: 1,
    started: moment(started),
    finished: moment(ended ?? started),
    asOf,
    answers: items.filter((item) => answers[item.id]).map(({ id: item, version, digest }) => ({
      item,
      version,
      digest,
      response: answers[item],
      started: moment(seen[item]?.first ?? started),
      ms: Math.round(seen[item]?.ms ?? 0),
      ...(sure[item] && { confidence: sure[item] }),
      ...(disputes[item] && { dispute: disputes[item] }),
    })),
  });
}
