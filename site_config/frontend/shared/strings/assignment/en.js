/** @param {number} count @param {string} one @param {string} [many] */
const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

export default {
  /** @param {number} moment */
  moment: (moment) => format.format(moment),
  unusable: {
    none: "This address carries no assignment. Open the link that your instructor gave you, whole.",
    damaged:
      "This link is damaged or cut short. Copy it again, whole, or ask your instructor for it.",
    newer:
      "This link was made by a newer version of this site. Reload the page; if that does not help, ask your instructor.",
    tooLong: "This link is longer than any that this site makes. Ask your instructor for it again.",
  },
  /** @param {number} count */
  gone: (count) =>
    `${plural(count, "question", "questions")} of this assignment ${
      count === 1 ? "is" : "are"
    } not on this site. Tell your instructor.`,
  facts: "What you should know",
  /** @param {number} count */
  questions: (count) => plural(count, "question"),
  /** @param {number} minutes */
  minutes: (minutes) =>
    `${plural(minutes, "minute")} once you start; closing the page does not stop the clock`,
  noLimit: "No time limit",
  /** @param {string} when */
  opens: (when) => `Opens ${when}`,
  /** @param {string} when */
  due: (when) => `Due ${when}; what you have answered by then is handed in`,
  /** @param {number} most @param {number} used */
  attempts: (most, used) => `${plural(most, "attempt")}, ${used} used in this browser`,
  /** @param {number} percent */
  passMark: (percent) => `Passed from ${percent} %`,
  feedback: {
    "at-once": "You see the reasons after each answer, and an answer checked stands.",
    "at-end": "You see the reasons when you have handed in.",
    "after-due": "You see the reasons here once the assignment is due.",
    never: "The reasons are not shown.",
  },
  fileHolds: "What you hand in",
  file:
    "At the end you save one file and hand it in as your instructor asks. It holds your name as you type it, your answers, when and for how long each question was in view, and which attempt it is. Nothing else.",
  sealed: "The file is sealed: only the holder of the class’s key can read it.",
  open: "The file is not sealed: whoever has it can read it.",
  /** @param {string} store */
  store: (store) => `The same is also sent to ${store}, unsealed, when you hand in.`,
  /** @param {string} store */
  unreachable: (store) =>
    `The assignment also names a store, ${store}, that a page of this site cannot send to: hand in the file.`,
  nothingSent: "Nothing is sent from this page.",
  name: "Your name",
  nameHint: "As your instructor knows you",
  nameFirst: "Type your name first.",
  start: "Start",
  again: "Start another attempt",
  notYet: "It has not opened yet.",
  over: "The due date has passed: no attempt can be started any more.",
  used: "All attempts are used.",
  goOn: "Go on with the questions",
  goesOn: "Your attempt goes on.",
  /** @param {number} minutes */
  left: (minutes) => `${plural(minutes, "minute", "minutes")} left.`,
  timeUp: "Time is up. What you had answered was handed in.",
  handedIn: "Handed in.",
  done: "Your attempt is finished",
  /** @param {number} attempt @param {string} when */
  attempt: (attempt, when) => `Attempt ${attempt}, finished ${when}`,
  /** @param {number} answered @param {number} total */
  answered: (answered, total) => `${answered} of ${plural(total, "question")} answered`,
  /** @param {number} right @param {number} total */
  score: (right, total) => `${right} of ${total} right`,
  passed: "Passed",
  failed: "Not passed",
  save: "Save the result file",
  /** @param {string} name */
  saved: (name) => `Saved as ${name}. Hand it in as your instructor asks.`,
  saveFirst: "You are not finished yet: save the file and hand it in.",
  noSeal:
    "This browser cannot seal a file on this page: open the link over https, or in another browser.",
  /** @param {number} left */
  waiting: (left) =>
    `${plural(left, "statement")} for the store ${
      left === 1 ? "waits" : "wait"
    } in this browser and will be sent when it can be reached.`,
  sent: "Everything was sent to the store.",
  /** @param {number} refused */
  refused: (refused) => `The store refused ${plural(refused, "statement")}: hand in the file.`,
  resend: "Send again",
  review: "Every question",
  /** @param {string} when */
  afterDue: (when) =>
    `The reasons are here from ${when} on: open the same link then, in this browser.`,
  never: "The reasons are not shown for this assignment.",
  earlier: "Earlier attempts",
  notAnswered: "Not answered.",
};
