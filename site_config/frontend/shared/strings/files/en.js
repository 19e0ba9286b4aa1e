import { plural } from "../../format.js";

export default {
  progressFile: "Your progress",
  progressNote: "Your answers are kept in this browser only. A file takes them to another one.",
  exportFile: "Save as a file",
  importFile: "Load a file",
  /** @param {string} day */
  fileName: (day) => `rightcode-progress-${day}.json`,
  /** @param {number} count */
  exported: (count) => `Saved a file with ${plural(count, "answer", "answers")}.`,
  /** @param {number} added @param {number} known */
  imported: (added, known) =>
    `Loaded ${plural(added, "new answer", "new answers")}; ${known} were here already.`,
  aims: {
    taken: "The day of your exam is the file's, which was set later.",
    kept: "The day of your exam here was set later and stays.",
    same: "",
  },
  exams: {
    taken: "The exam in progress is the file's, which was worked on later.",
    kept: "The exam here was worked on later and stays.",
    same: "",
  },
  refused: {
    aim: "The day of the exam in this file is damaged. Nothing was changed.",
    exam: "The exam in this file is damaged. Nothing was changed.",
    tooBig: "This file is too big to be a progress file. Nothing was changed.",
    unreadable: "This file could not be read. Nothing was changed.",
    notJson: "This file is not a progress file: it is not JSON. Nothing was changed.",
    notProgress: "This file is not a progress file of this site. Nothing was changed.",
    newer:
      "This file comes from a newer version of this site. Reload the page, then try again. Nothing was changed.",
    /** @param {number} place */
    attempt: (place) => `Answer ${place} in this file is damaged. Nothing was changed.`,
  },
};
