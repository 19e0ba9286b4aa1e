import { plural } from "../../format.js";

export default {
  onDay: (/** @type {Date} */ day) =>
    new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(day),
  kept: (
    /** @type {number} */ count,
  ) => (count
    ? `${plural(count, "answer is", "answers are")} kept in this browser.`
    : "Nothing is kept in this browser yet."),
  /** @param {string} from @param {string} to */
  span: (from, to) => `The first is from ${from}, the last from ${to}.`,
  take: "Take it with you, or bring it in",
  takeNote:
    "The file holds every answer, the day of your exam and an exam in progress, as plain text. Loading a file adds the answers that are not here yet; none is counted twice and none is overwritten. Of two days, or of two exams, the one that was changed last stays.",
  remove: "Delete it",
  removeNote: "Nobody can bring it back, unless you have a file.",
  deleteAll: "Delete everything",
  reallyDelete: (/** @type {number} */ count) =>
    `Really delete ${plural(count, "answer", "answers")} and every setting?`,
  yesDelete: "Yes, delete",
  keep: "No, keep it",
  deleted: "Everything was deleted.",
};
