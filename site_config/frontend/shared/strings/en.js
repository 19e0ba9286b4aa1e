import { plural } from "../format.js";

/** @param {string} iso */
const onDay = (iso) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date(iso));

export default {
  check: "Check",
  checked: "Checked",
  chooseFirst: "Choose an answer first.",
  right: "Right",
  wrong: "Not right",
  signs: { right: "✓", wrong: "✗", missed: "✓", left: "" },
  marks: {
    one: { right: "Your answer", wrong: "Your answer", missed: "The right answer", left: "" },
    all: {
      right: "Ticked, rightly",
      wrong: "Ticked, wrongly",
      missed: "Missed",
      left: "Rightly left out",
    },
    cells: {
      right: "As you wrote",
      wrong: "You wrote otherwise",
      missed: "Missing on your claim",
      left: "",
    },
  },
  others: "Why not the others",
  retryItem: "Try this question again",
  retrying: "Open again. Choose an answer.",
  /** @param {string} at @param {boolean} right */
  answeredOn: (at, right) => `Answered on ${onDay(at)}: ${right ? "right" : "wrong"}.`,
  /** @param {string} at @param {boolean} right */
  ruleChanged: (at, right) =>
    `A fact behind this question changed since you answered it on ${onDay(at)} (${
      right ? "right" : "wrong"
    } then). Try it again.`,
  /** @param {boolean} right @param {string} feedback */
  verdict: (right, feedback) => `${right ? "Right." : "Not right."} ${feedback}`,

  /** @param {number} answered @param {number} right */
  tally: (answered, right) => `${answered} answered, ${right} right`,
  progress: "Questions answered",

  result: "Result",
  /** @param {number} right @param {number} total */
  score: (right, total) => `${right} of ${total} right`,
  /** @param {number} right */
  firstTry: (right) => `${right} right at the first try.`,
  everyRight: "Every answer is right.",
  /** @param {number} count */
  open: (count) => `${plural(count, "question is", "questions are")} not answered yet.`,
  goToOpen: "Go to the first open question",
  byObjective: "By objective",
  objective: "You can …",
  objectiveScore: "Right",
  /** @param {number} right @param {number} total */
  ofTotal: (right, total) => `${right} of ${total}`,
  mixedUp: "What you mixed up",
  confusion: {
    instead: "You chose {chosen} for {right}",
    added: "You ticked {chosen}, which does not belong",
    omitted: "You left out {right}",
  },
  /** @param {string} name */
  quoted: (name) => `“${name}”`,
  /** @param {number} count */
  times: (count) => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`),
  /** @param {number} count */
  retryMissed: (count) => `Retry what was missed (${count})`,
  startAgain: "Start again",

  /** @param {number} score From 0 to 1. */
  inPart: (score) => `${Math.round(score * 100)} % of it is right.`,
  /** @param {number} count */
  partly: (count) => `${plural(count, "other answer is", "other answers are")} right in part.`,
  /** @param {number} most */
  wholeNumbers: (most) => `Write a whole number from 0 to ${most} for every code.`,
  /** @param {number} line @param {number} most */
  lineUnits: (line, most) => `Line ${line} needs units: a whole number from 1 to ${most}.`,
  /** @param {number} line */
  lineCode: (line) => `Line ${line} has no code.`,
  /** @param {string} code @param {number} most */
  tooManyUnits: (code, most) => `No more than ${most} units of ${code} can be written here.`,
  nothingAndLines: "Either lines or nothing: take one of them away.",
  fillFirst: "Fill in a line first, or choose that nothing goes on the claim.",
  nothing: "nothing",
  /** @param {string} part */
  cellRight: (part) => `${part}: right`,
  /** @param {string} part */
  cellWrong: (part) => `${part}: not right`,
  cells: { code: "Code", units: "Units", modifiers: "Modifiers" },
  payer: {
    title: "What the payer would do with your claim",
    verdicts: { paid: "Paid", "at-risk": "At risk", denied: "Denied" },
    clean: "Nothing on this line is against the visit.",
    mend: "The way back:",
    /** @param {string} line */
    missing: (line) =>
      `${line} is not on your claim, so it is not paid. Add it in a corrected claim.`,
    noClaim: "No claim went out, so nothing was paid.",
  },

  problems: {
    blocked:
      "This browser does not let the site keep anything. You can practise, but nothing is saved.",
    full:
      "The browser's storage is full. You can go on, but new answers are not saved. Save them as a file.",
    damaged: "Some saved progress was damaged. It was set aside and practice goes on without it.",
  },
  dismiss: "Close",

  language: "Language of buttons and messages",
  changeLanguage: "Change",
};
