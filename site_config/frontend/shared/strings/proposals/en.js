import { plural } from "../../format.js";

export default {
  standsHeading: "Where you stand",
  stands: {
    new: "You are at the beginning. Start with the basics, one thing at a time.",
    some: "You know a good part. Work on what went wrong here, then mix.",
    ready: "You know your way. Mixed practice and a timed exam will show the rest.",
  },
  proposals: "What to do next",
  proposeLearn: (/** @type {string} */ text) => `Learn to ${text}`,
  proposePair: (/** @type {string} */ pair) => `Drill ${pair}`,
  proposeMixed: "Mixed practice",
  proposeExam: "Take an exam",
  proposeLessons: "Read: choosing a code",
  proposeReview: (/** @type {number} */ count) =>
    `Review ${plural(count, "question", "questions")} that are due`,
  proposeMissed: (/** @type {number} */ count) =>
    `Retry ${plural(count, "question", "questions")} you missed`,
};
