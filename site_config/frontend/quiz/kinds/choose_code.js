import * as options from "./options.js";

/**
 * One best answer. Where two are defended, either one is right.
 *
 * @type {import("../../shared/types.js").Kind}
 */
export const chooseCode = {
  ...options,
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
