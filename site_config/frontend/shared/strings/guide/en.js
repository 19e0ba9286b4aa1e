export default {
  start: "Start again",
  back: "Back",
  soFar: "So far",
  unsaid: "The note does not say, or none of these",
  ask: "Ask the therapist",
  askWhy: "The note leaves out what decides. A biller does not fill the gap.",
  type: "Or type what was done",
  /** @param {number} count */
  found: (count) => count ? `${count} found` : "Nothing found; try another word, or choose above.",
  all: "Show everything as a list",
  steps: "Ask one question at a time",
  /** @param {string} question @param {number} count */
  asked: (question, count) => `${question} ${count} choices.`,
  /** @param {string} answer */
  answered: (answer) => `Answer: ${answer}`,
};
