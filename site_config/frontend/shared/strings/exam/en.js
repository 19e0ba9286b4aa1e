import { plural } from "../../format.js";

export default {
  howMany: "Questions",
  minutes: "Minutes",
  noLimit: "No time limit",
  start: "Start the exam",
  place: (/** @type {number} */ place, /** @type {number} */ total) =>
    `Question ${place} of ${total}`,
  timeLeft: "Time left",
  unlimited: "No time limit",
  flag: "Flag this question",
  unflag: "Take the flag away",
  flagged: "Flagged.",
  unflagged: "Flag taken away.",
  previous: "Previous",
  next: "Next",
  more: "Add 5 minutes",
  added: "Five minutes were added.",
  sheet: "Answer sheet",
  /** @param {number} place @param {boolean} answered @param {boolean} flagged */
  sheetEntry: (place, answered, flagged) =>
    `Question ${place}, ${answered ? "answered" : "not answered"}${flagged ? ", flagged" : ""}`,
  handIn: "Hand in",
  /** @param {number} open */
  sureToHandIn: (
    open,
  ) => (open
    ? `${plural(open, "question is", "questions are")} not answered.`
    : "Every question is answered."),
  handInNow: "Hand in now",
  goOn: "Go on with the exam",
  goesOn: "Your exam goes on.",
  /** @param {number} minutes */
  left: (minutes) => `${plural(minutes, "minute", "minutes")} left. You may add five minutes.`,
  timeUp: "Time is up. What you had answered was handed in.",
  handedIn: "Handed in.",
  /** @param {number} minutes */
  extended: (minutes) => `You took ${plural(minutes, "minute", "minutes")} more.`,
  notAnswered: "Not answered in the exam. You may answer it now; it does not change the result.",
  /** @param {number} count */
  blank: (count) =>
    `${plural(count, "question was", "questions were")} not answered and ${
      count === 1 ? "counts" : "count"
    } as not right.`,
  review: "Every question",
  another: "Start another exam",
  /** @param {number} place @param {"right" | "wrong" | "open"} outcome */
  reviewed: (place, outcome) =>
    `Question ${place}: ${{ right: "right", wrong: "wrong", open: "not answered" }[outcome]}`,
};
