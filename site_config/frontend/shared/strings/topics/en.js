export default {
  nothing: "There is no question on this.",
  chooseOther: "Choose something else",
  learnWeakest: "Start with what you need most",
  allTopics: "What you want to be able to do",
  yourPairs: "Pairs from your own answers",
  allPairs: "All pairs",
  /** @param {number} times */
  confusedTimes: (times) => `confused ${times === 1 ? "once" : `${times} times`}`,
  noPairsYet: "When you have taken one code for another, that pair is proposed here.",
};
