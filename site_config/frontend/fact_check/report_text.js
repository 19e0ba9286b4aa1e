/** @param {number} count @param {string} one */
const plural = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;

export const words = {
  noFacts:
    "The facts could not be loaded, so nothing can be checked here. The command below does the same.",
  empty: "Nothing to check: put a text into the field.",
  /** @param {number} most */
  tooLong: (most) =>
    `The text is too long for this page: at most ${
      most.toLocaleString("en-US")
    } signs. The command below reads more.`,
  /** @param {number} wrong @param {number} all */
  found: (wrong, all) =>
    wrong
      ? `${plural(wrong, "wrong statement")} of ${plural(all, "statement")} about codes`
      : all
      ? "No wrong statement found"
      : "No statement about a code found",
  /** @param {number} supported @param {number} unknown */
  rest: (supported, unknown) => `Supported by the facts: ${supported}. Not judged: ${unknown}.`,
  caution: "What is not understood is left alone, so a text without a mark is not proved right.",
  marked: "Your text, with what is wrong underlined",
  reasons: "What is wrong, and what is right",
  /** @param {number} line */
  line: (line) => `Line ${line}`,
  right: "Right code",
  myth: "The myth behind it",
  quiz: "Train it away",
  sources: "Sources",
};
