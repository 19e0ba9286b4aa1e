import { make } from "../../../shared/dom.js";
import { claimWords, quizWords as strings } from "../../../shared/strings/index.js";
import {
  asked,
  claimFormJudge,
  codeOf,
  counted,
  fieldOf,
  NOT_BILLED,
  rightFields,
} from "./claim_entries.js";

/** @param {Element} section @returns {HTMLSelectElement[]} */
const fields = (section) => Array.from(section.querySelectorAll(".rc-boxed select[data-cell]"));

/**
 * Boxes of a claim.
 *
 * @type {import("../question_kind.js").QuestionKind}
 */
export const claimForm = {
  ...claimFormJudge,
  read: (section) => counted(fields(section).map(({ value }) => value).filter(Boolean)),
  fill(section, chosen) {
    const entered = new Map(chosen.map((id) => [fieldOf(id), id]));
    for (const field of fields(section)) {
      field.value = entered.get(field.dataset.cell ?? "") ?? "";
    }
  },
  lock(section, locked) {
    for (const field of fields(section)) field.disabled = locked;
  },
  arrange: () => {},
  complaint(section) {
    const entered = fields(section).map(({ value }) => value);
    const left = entered.filter((id) => id.endsWith(NOT_BILLED)).map((id) => codeOf(fieldOf(id)));
    const open = fields(section).find(({ value, dataset }) =>
      !value && !left.includes(codeOf(dataset.cell ?? "") || "-")
    );
    return open ? claimWords.fillBox({ box: labelOf(open) }) : "";
  },
  reveal(section, question, chosen) {
    const right = rightFields(question, chosen), wanted = asked(question);
    for (const field of fields(section)) {
      const name = field.dataset.cell ?? "";
      if (wanted.has(name)) mark(field, right.has(name) ? "right" : "wrong");
    }
  },
  conceal(section) {
    for (const label of section.querySelectorAll(".rc-boxed [data-mark]")) {
      label.removeAttribute("data-mark");
    }
    for (const sign of section.querySelectorAll(".rc-boxed__mark")) sign.remove();
  },
};

/** @param {HTMLSelectElement} field "Box 17b That provider's NPI", of a line after its code. */
function labelOf(field) {
  const label = field.closest("label");
  const words = [...label?.querySelectorAll("span") ?? []].map((part) => part.textContent?.trim());
  return [codeOf(field.dataset.cell ?? ""), ...words].filter(Boolean).join(" ");
}

/** @param {HTMLSelectElement} field @param {"right" | "wrong"} found */
function mark(field, found) {
  const label = field.closest("label");
  label?.setAttribute("data-mark", found);
  label?.append(
    make(
      "span.rc-boxed__mark",
      make("span", { "aria-hidden": "true" }, strings.signs[found]),
      make("span.rc-hidden", strings[found]),
    ),
  );
}
