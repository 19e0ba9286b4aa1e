/** What the form holds as a question, its key, and what is wrong with it. */
import { make } from "../../shared/dom.js";
import { fieldsByKey } from "../../shared/form_state.js";
import { toolsWords } from "../../shared/strings/index.js";
import { fieldOf } from "../../tools/fields.js";
import { problemsOf } from "./problems.js";
import { readQuestion } from "./written_question.js";

/** @import { Facts } from "../../billing/types.d.ts" */
/** @import { Key, KindPart } from "./kinds/kind_part.js" */
/** @import { QuestionProblem } from "./problems.js" */
/** @import { Flaw, WrittenQuestion } from "./written_question.js" */
/**
 * @typedef {{question: WrittenQuestion, key: Key | null, problems: QuestionProblem[]}} Judged
 */

/** @param {HTMLFormElement} form @param {Facts} facts @param {KindPart} part @returns {Judged} */
export function judge(form, facts, part) {
  offerServices(form, part);
  const { question, flaws } = readQuestion(form, part);
  const key = flaws.length ? null : keyOf(question, facts, part);
  const known = problemsOf(question, facts, part, key);
  return { question, key, problems: [...flawsOf(form, flaws), ...known] };
}

/** @param {WrittenQuestion} question @param {Facts} facts @param {KindPart} part */
function keyOf(question, facts, part) {
  try {
    return part.keyOf(question, facts);
  } catch (problem) {
    console.info(problem);
    return null;
  }
}

/** @param {HTMLFormElement} form @param {Flaw[]} flaws @returns {QuestionProblem[]} */
function flawsOf(form, flaws) {
  const keys = [...fieldsByKey(form)];
  return flaws.map(({ field, text }) => {
    const name = keys.find(([, one]) => one === field)?.[0] ?? "";
    const label = labelOf(field);
    return {
      rule: "visit",
      field: name,
      text: label ? `${label}: ${text}` : text,
      isRemark: false,
    };
  });
}

/** @param {HTMLElement} field */
function labelOf(field) {
  const label = field.closest(".rc-field")?.querySelector("label, span");
  return label?.textContent?.trim() ?? "";
}

/** The services to ask about, where there are several. */
/** @param {HTMLFormElement} form @param {KindPart} part */
export function offerServices(form, { asksOne }) {
  const field = /** @type {HTMLSelectElement} */ (fieldOf(form, "about"));
  const count = form.querySelectorAll(".rc-rows > .rc-row").length;
  const label = field.closest("label");
  if (label) label.hidden = count < 2 || !asksOne;
  if (field.options.length === count) return;
  const chosen = field.value;
  field.replaceChildren(
    ...Array.from(
      { length: count },
      (_, place) =>
        make("option", { value: String(place + 1) }, toolsWords.service({ place: place + 1 })),
    ),
  );
  field.value = Number(chosen) <= count ? chosen || "1" : "1";
}
