import { percent } from "../../format.js";

export default {
  notLoaded: "The questions could not be loaded. Check the connection, then try again.",
  tryAgain: "Try again",
  questions: "Questions",
  /** @param {number} place @param {number} total */
  place: (place, total) => `Question ${place} of ${total}`,
  number: (/** @type {number} */ place) => `Question ${place}`,
  next: "Next",
  skip: "Skip",
  toResult: "See the result",
  /** @param {number} left */
  moreHints: (left) => (left ? `Hint (${left} left)` : "No more hints"),
  struck: "struck out",
  /** @param {string} option */
  strikes: (option) => `This one is wrong: ${option}.`,
  howSure: "How sure are you? You may leave this out.",
  sure: { sure: "Sure", think: "Think so", guess: "Guessing" },
  calibration: "How sure you were, and how right",
  calibrationHead: ["You said", "Right", "Share"],
  /** @param {number} right @param {number} total */
  share: (right, total) => percent(right / total),
  /** @param {number} right @param {number} total */
  ofTotal: (right, total) => `${right} of ${total}`,
  calibrated: {
    over: "When you are sure, you are wrong too often. Look again at what you were sure of.",
    under: "Your guesses are mostly right. You know more than you trust.",
    fitting: "When you say you are sure, you can rely on it.",
  },
  /** @param {string} text */
  objective: (text) => `You can ${text}`,
  /** @param {string} one @param {string} other */
  pair: (one, other) => `${one} or ${other}`,
};
