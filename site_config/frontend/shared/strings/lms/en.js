/** @param {number} count @param {string} one @param {string} many */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export default {
  practice: "No LMS was found; this works as practice. Your answers stay in this browser.",
  review: "Your course shows this for review: what you answer now is not recorded.",
  /** @param {number} tries 0 for no limit. */
  recorded: (tries) =>
    tries === 0
      ? "Your answers are recorded in your course. The last answer to each question counts."
      : tries === 1
      ? "Your answers are recorded in your course. The first answer to each question counts; what follows is practice."
      : `Your answers are recorded in your course. The last of the first ${tries} answers to each question counts.`,
  /** @param {number} answered @param {number} total @param {number | null} mark */
  open: (answered, total, mark) =>
    `${answered} of ${plural(total, "question", "questions")} answered.` +
    (mark === null ? "" : ` ${Math.round(mark * 100)} % are needed to pass.`),
  /** @param {number} right @param {number} total */
  score: (right, total) => `${right} of ${total} right.`,
  done: "All questions are answered.",
  passed: "Passed.",
  failed: "Not passed.",
  leave: "Save and leave",
  closed: "Your answers are saved. You can close this window.",
  trouble: {
    taken:
      "Your course could not be reached: this launch was used already, or it was refused. Open it again from your course. Until then this works as practice, and nothing is recorded.",
    refused:
      "Your course did not take the last record. Go on, and tell your instructor if the score is wrong.",
    waiting:
      "There is no connection. Your answers wait in this browser and are sent when it is back.",
    gone: "The session with your course is over. Open it again from your course to go on.",
    changed:
      "The questions were changed since you answered, so your earlier answers cannot be shown.",
  },
};
