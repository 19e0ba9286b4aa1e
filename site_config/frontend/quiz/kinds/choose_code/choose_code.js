import * as options from "../option_kind.js";

/**
 * One best answer. Where two are defended, either one is right.
 *
 * @type {import("../question_kind.js").QuestionKind}
 */
export const chooseCode = {
  ...options,
  form: "one",
  exchanges: true,
  sharesCode: false,
  words: "one",
  isRight: (question, [chosen]) => question.options.some(({ id, right }) => right && id === chosen),
  confusions: (question, [chosen]) => {
    const taken = question.options.find(({ id }) => id === chosen);
    if (!taken || taken.right) return [];
    const right = question.options.filter((option) => option.right).map(({ name }) => name).join(
      " / ",
    );
    return [{ chosen: taken.name, right }];
  },
};
