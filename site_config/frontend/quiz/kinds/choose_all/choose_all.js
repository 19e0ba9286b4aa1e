import * as options from "../option_kind.js";

/** @typedef {import("../../../shared/types.d.ts").Confusion} Confusion */
/** @typedef {import("../../../shared/types.d.ts").Option} Option */

/**
 * Right only when every right option is ticked and no other.
 *
 * @type {import("../question_kind.js").QuestionKind}
 */
export const chooseAll = {
  ...options,
  form: "several",
  exchanges: true,
  sharesCode: false,
  words: "all",
  isRight: (question, chosen) =>
    question.options.every(({ id, right }) => right === chosen.includes(id)),
  confusions: (question, chosen) => question.options.flatMap((option) => confusion(option, chosen)),
};

/** @param {Option} option @param {string[]} chosen @returns {Confusion[]} */
function confusion(option, chosen) {
  const mark = options.mark(option, chosen);
  if (mark === "wrong") return [{ chosen: option.name, right: null }];
  return mark === "missed" ? [{ chosen: null, right: option.name }] : [];
}
