import { plural } from "../../format.js";

export default {
  none: "No answers are kept here yet. The check takes two minutes and needs nothing.",
  takeCheck: "Find where you stand",
  now: "Today",
  /** @param {number} answers @param {number} questions */
  answers: (answers, questions) =>
    `${plural(answers, "answer", "answers")} to ${plural(questions, "question", "questions")}`,
  /** @param {number} total @param {number} row */
  days: (total, row) =>
    `${plural(total, "day", "days")} with practice` + (row > 1 ? `, the last ${row} in a row` : ""),
  due: (/** @type {number} */ count) => `${count} due today`,
  byObjective: "By what you can do",
  byCode: "By code",
  topic: "Topic",
  code: "Code",
  right: "Right at the last try",
  strength: "Likely still known",
  matrix: "What you take for what",
  matrixNote:
    "Each row is a right answer, each column what you chose. On the diagonal you were right.",
  /** @param {string} right @param {string} chosen @param {number} times */
  worst: (right, chosen, times) =>
    `Most often you chose ${chosen} where ${right} was right: ${
      times === 1 ? "once" : `${times} times`
    }.`,
  noConfusion: "You have not taken one code for another yet.",
  asTable: "The same as a table",
  wasRight: "Right answer",
  youChose: "You chose",
  other: "others",
  answersNamed: { "not-billable": "Not billable", "ask-therapist": "Ask the therapist" },
  answersShort: { "not-billable": "None", "ask-therapist": "Ask" },
};
