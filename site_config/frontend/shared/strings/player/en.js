import { plural } from "../../format.js";

export default {
  previous: "Previous",
  next: "Next",
  toResult: "See the result",
  pager: "Questions",
  /** @param {number} place @param {number} total @param {boolean} retry */
  place: (place, total, retry) => `${retry ? "Retry: question" : "Question"} ${place} of ${total}`,
  /** @param {number} total @param {boolean} retry */
  listed: (total, retry) => plural(total, "question", "questions") + (retry ? " to retry" : ""),
  showList: "Show all questions",
  showOne: "One at a time",
  saidList: "All questions are shown.",
  saidOne: "One question at a time.",
  /** @param {number} count */
  backToMissed: (count) => `Come back to what was missed (${count})`,
  allQuestions: "All questions",
  /** @param {number} count */
  saidRetry: (count) => `${plural(count, "question", "questions")} to retry.`,
  saidStartAgain: "Started again.",
};
