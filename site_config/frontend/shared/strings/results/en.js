import { plural } from "../../format.js";

export default {
  yes: "yes",
  no: "no",
  mind: "Mind:",
  gradebook: "Gradebook",
  answers: "Answers",
  questions: "Questions",
  options: "Options",
  /** @param {number} results @param {number} flagged @param {number} refused */
  opened: (results, flagged, refused) =>
    `${plural(results, "result")}, ${flagged} to look at, ${
      plural(refused, "file")
    } that could not be read.`,
  /** @param {number} count @param {boolean} hasKey */
  waiting: (count, hasKey) =>
    `${plural(count, "sealed file waits", "sealed files wait")} for ${
      hasKey ? "another class key; the one opened does not fit" : "the class key: open its file too"
    }.`,
  cleared: "All results are closed.",
  unread: "Files that could not be read",
  saveCsv: "Save gradebook as CSV",
  saveItems: "Save item analysis as CSV",
  saveXlsx: "Save everything as a spreadsheet",
  clear: "Close all results",
  gradeColumns: [
    "Learner",
    "Learner id",
    "Assignment",
    "Attempt",
    "Started (UTC)",
    "Finished (UTC)",
    "Minutes",
    "Answered",
    "Counted",
    "Right",
    "Points",
    "Percent",
    "Look at",
    "Sealed",
    "File",
  ],
  answerColumns: [
    "Learner",
    "Attempt",
    "Question",
    "Answer",
    "Points",
    "Right",
    "Seconds",
    "Confidence",
    "Look at",
  ],
  itemColumns: [
    "Question",
    "Title",
    "Kind",
    "Answered",
    "Left out",
    "Facility",
    "Wholly right",
    "from",
    "to",
    "Discrimination",
    "Seconds",
    "Look at this item",
  ],
  pullColumns: ["Question", "Option", "Words", "Right", "Chosen"],
  /** @param {number} number */
  group: (number) => `Group ${number}`,
  /** @param {number} number @param {number} size */
  groupOf: (number, size) => `Group ${number} (${size})`,
  shownColumns: ["Learner", "Attempt", "Right", "Percent", "Points", "Time", "Look at"],
  /** @param {number} right @param {number} counted */
  share: (right, counted) => `${right} of ${counted}`,
  /** @param {string} value @param {string[]} limits */
  between: (value, ...limits) => `${value} (${limits.join(" to ")})`,
  analysisOf: "Analysis of",
  theClass: "The class",
  classColumns: [
    "Learners",
    "Questions",
    "Mean points",
    "Standard deviation",
    "Alpha",
    "KR-20",
    "Standard error",
  ],
  lookAt: "Look at these questions",
  /** @param {number} persons */
  nothingStandsOut: (persons) =>
    persons < 10 ? "The class is too small to say anything of a question." : "Nothing stands out.",
  everyQuestion: "Every question",
  shownItemColumns: [
    "Question",
    "Answered",
    "Left out",
    "Facility",
    "Wholly right, 95 % limits",
    "Discrimination",
    "Median seconds",
  ],
  drew: "What each option drew",
  option: "Option",
  isRight: "Right",
  chosen: "Chosen",
  taken: "What was taken for what",
  takenNote: "Rows: right. Columns: chosen.",
  rightThere: "Right",

  refused: {
    empty: () => "It is empty. Ask for it again.",
    notText: () =>
      "It is not text in UTF-8, so no result file. Ask for the file that the page saved.",
    notJson: () => "It is no JSON, or cut short. Ask for the file that the page saved.",
    notResult: () => "It is JSON, but no result file.",
    tooBig: () => "It is larger than 5 MB, which no result is.",
    /** @param {string} about */
    newer: (about) => `It was written by a newer version (${about}). Reload this page.`,
    /** @param {string} about */
    damaged: (about) => `It is damaged or was changed by hand${about ? `, at “${about}”` : ""}.`,
    badKey: () => "The class key is damaged, or no class key.",
    badKeys: () => "The file of keys is damaged. Make it anew with rightcode results --keys.",
    /** @param {string} about */
    noKey: (about) => `It is sealed for the class key ${about}.`,
    changed: () => "It is sealed, but was changed or cut short since. Ask for it again.",
    noCrypto: () =>
      "The browser opens sealed files only on pages that came over HTTPS or from this computer.",
  },

  notes: {
    /** @param {string} about */
    copy: (about) => `The same attempt as in ${about}; counted once.`,
    /** @param {string} about */
    "other-content": (about) => `It claims to be the attempt in ${about}, but its content differs.`,
    /** @param {string} about */
    copied: (about) =>
      `The same answers at the same moments as in ${about}; one of them is counted.`,
    /** @param {string} about */
    again: (about) => `The same attempt number of the same name as in ${about}.`,
    "other-set": () => "Its list of questions is not that of the assignment.",
    backwards: () => "It ends before it starts.",
    future: () => "It ends in the future.",
    /** @param {string} about */
    outside: (about) => `Answers lie outside the time of the attempt: ${about}.`,
    /** @param {string} about */
    "too-long": (about) =>
      `More time is spent on questions than the attempt lasted: ${about} minutes.`,
    /** @param {string} about */
    "too-fast": (about) => `Answered faster than anyone can read: ${about}.`,
    /** @param {string} about */
    "key-changed": (about) =>
      about
        ? `The facts behind ${about} have changed since it was answered; scored by the key of today.`
        : "Its key or the facts behind it have changed since some of the answers were given.",
    /** @param {string} about */
    reworded: (about) => `${about} has been rewritten since it was answered; not counted.`,
    /** @param {string} about */
    gone: (about) =>
      `${about} is not among the questions of this site; not counted. A file of keys brings it back.`,
    /** @param {string} about */
    "not-offered": (about) =>
      `The answer to ${about} is none that its page offers; counted as wrong.`,
    /** @param {string} about */
    "not-set": (about) => `${about} does not belong to the assignment; not counted.`,
    /** @param {string} about */
    negative: (about) =>
      `Learners who do better on the rest get it wrong more often (r = ${about}). Check the key and the wording first.`,
    /** @param {string} about */
    weak: (about) => `It hardly tells those who know from those who do not (r = ${about}).`,
    /** @param {string} about */
    hard: (about) => `Few get it right (${about}). Is it taught, and is the wording clear?`,
    /** @param {string} about */
    "below-chance": (about) =>
      `Fewer get it right than guessing would (${about}). Something leads them to a wrong answer.`,
    /** @param {string} about */
    easy: (about) => `Nearly everybody gets it right (${about}); it tells nobody apart.`,
    /** @param {string} about */
    rival: (about) =>
      `The strongest group takes “${about}” more often than the right answer. Is it right too?`,
    /** @param {string} about */
    "lures-strong": (about) =>
      `“${about}” is wrong, and draws the strongest group more than the weakest. Is its wording open to a second reading?`,
    /** @param {string} about */
    idle: (about) => `Nobody takes “${about}”; it does no work as a wrong answer.`,
    /** @param {string} about */
    omitted: (about) => `${about} of the learners left it out.`,
    /** @param {string} about */
    slow: (about) => `It takes three times as long as the others (${about} s in the middle).`,
    /** @param {string} about */
    quick: (about) => `It is answered in ${about} s in the middle, too fast to have read it.`,
    /** @param {string} about */
    "tiny-class": (about) =>
      `${about} learners: too few for any statement about a question. The figures describe these learners and nobody else.`,
    /** @param {string} about */
    "small-class": (about) =>
      `${about} learners: correlations and reliability can be off by 0.4 and more either way; neither they nor single options are judged.`,
    /** @param {string} about */
    "medium-class": (about) =>
      `${about} learners: correlations and reliability can be off by 0.2 and more either way.`,
    /** @param {string} about */
    "few-items": (about) => `${about} questions: the reliability of so short a test says little.`,
  },
};
