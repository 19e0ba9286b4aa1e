import { hash, shuffled } from "../../shared/shuffle.js";

/** @import { Confusion, Option, Question } from "../../shared/types.d.ts" */
/** @import { QuestionKind } from "./question_kind.js" */

/** @param {Element} section @returns {NodeListOf<HTMLInputElement>} */
const inputs = (section) => section.querySelectorAll(".rc-option input");

/** @type {QuestionKind["mark"]} */
function mark({ id, right }, chosen) {
  if (chosen.includes(id)) return right ? "right" : "wrong";
  return right ? "missed" : "left";
}

/** @param {Question} question What counts neither way is not looked at. */
const counted = ({ options }) => options.filter(({ free }) => !free);

/**
 * Right only when every right option is ticked and no other.
 *
 * @type {QuestionKind}
 */
export const severalOptions = {
  form: "several",
  exchanges: true,
  sharesCode: false,
  placed: true,
  words: "all",
  read: (section) =>
    [...inputs(section)].filter(({ checked }) => checked).map(({ value }) => value),
  fill(section, chosen) {
    for (const input of inputs(section)) input.checked = chosen.includes(input.value);
  },
  lock(section, locked) {
    for (const input of inputs(section)) input.disabled = locked;
  },
  arrange(section, seed) {
    const labels = new Map(
      [...section.querySelectorAll(".rc-option")].map((label) => [
        label.getAttribute("data-option") ?? "",
        label,
      ]),
    );
    const order = shuffled([...labels.keys()], hash(section.getAttribute("data-item") ?? "", seed));
    const parent = section.querySelector(".rc-options");
    for (const id of order) parent?.append(/** @type {Element} */ (labels.get(id)));
  },
  isRight: (question, chosen) =>
    counted(question).every(({ id, right }) => right === chosen.includes(id)),
  mark,
  confusions: (question, chosen) =>
    counted(question).flatMap((option) => confusion(option, chosen)),
};

/** @param {Option} option @param {string[]} chosen @returns {Confusion[]} */
function confusion(option, chosen) {
  const found = mark(option, chosen);
  if (found === "wrong") return [{ chosen: option.name, right: null }];
  return found === "missed" ? [{ chosen: null, right: option.name }] : [];
}

/**
 * As `severalOptions`, with a score for a part: right ticks less wrong ones, of all right ones.
 *
 * @type {QuestionKind}
 */
export const markAll = {
  ...severalOptions,
  exchanges: false,
  score(question, chosen) {
    const marks = Map.groupBy(counted(question), (option) => mark(option, chosen));
    const [right, wrong, missed] = /** @type {const} */ (["right", "wrong", "missed"])
      .map((name) => marks.get(name)?.length ?? 0);
    return Math.max(0, right - wrong) / (right + missed);
  },
};

/** In its place, since the order of the answers says something; none is a code for another. */
export const markInPlace = { ...markAll, placed: false, confusions: () => [], arrange: () => {} };
