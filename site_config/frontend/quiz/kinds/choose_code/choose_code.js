import { severalOptions } from "../option_kind.js";

/**
 * One best answer. Where two are defended, either one is right.
 *
 * @type {import("../question_kind.js").QuestionKind}
 */
export const chooseCode = {
  ...severalOptions,
  form: "one",
  words: "one",
  isRight: (question, [chosen]) => question.options.some(({ id, right }) => right && id === chosen),
  confusions: ({ options }, [chosen]) => {
    const taken = options.find(({ id }) => id === chosen);
    if (!taken || taken.right) return [];
    const right = options.filter((option) => option.right).map(({ name }) => name);
    return [{ chosen: taken.name, right: right.join(" / ") }];
  },
};
