/** What the engine and the rules say of the question as it stands. */
import { listOf, make, makeButton } from "../../shared/dom.js";
import { fieldsByKey } from "../../shared/form_state.js";
import { visibleControl } from "../../shared/typed_lists.js";
import { writerWords as words } from "../../shared/strings/index.js";
import { AnswerOutput } from "../../tools/answer_output.js";

/** @import { Facts } from "../../billing/types.d.ts" */
/** @import { Key, KindPart } from "./kinds/kind_part.js" */
/** @import { WrittenQuestion } from "./written_question.js" */
/** @import { QuestionProblem } from "./problems.js" */

const MOST_SHOWN = 12;

/**
 * The key with its reasons and their sources; the engine's question where it has one.
 *
 * @param {Facts} facts @param {KindPart} part @param {WrittenQuestion} question
 * @param {Key | null} key @param {DOMStringMap} addresses
 */
export function keyNodes(facts, part, question, key, addresses) {
  if (!key) return [make("p", words.noKey)];
  if (key.refusal) return [make("p.rc-key", key.refusal.text)];
  const output = new AnswerOutput(facts, addresses);
  output.add(
    make(
      "p.rc-key",
      make("strong", part.isVisit ? words.byFacts : words.byAuthor),
      ` ${part.keyText(key, question, facts)}`,
    ),
  );
  if (key.reasons.length) {
    output.add(make("p", key.note || words.because), output.list(key.reasons));
  }
  return output.nodes;
}

/**
 * Each problem, with a way to its field.
 *
 * @param {HTMLFormElement} form @param {QuestionProblem[]} problems
 */
export function problemNodes(form, problems) {
  const [must, look] = [false, true].map((isRemark) =>
    problems.filter((one) => one.isRemark === isRemark)
  );
  const rows = (/** @type {QuestionProblem[]} */ listed) =>
    listOf(
      "ul.rc-problems",
      listed.slice(0, MOST_SHOWN).map(({ text, field }) => {
        const go = makeButton(words.goTo, () => focusField(form, field), "rc-go");
        go.ariaLabel = words.goToOne({ text });
        return [make("span", text), " ", go];
      }),
    );
  return [
    must.length
      ? [make("h3", words.still({ count: must.length })), rows(must)]
      : make("p.rc-sound", words.sound),
    look.length && [make("h3", words.look), rows(look)],
  ];
}

/** @param {HTMLFormElement} form @param {string} key */
function focusField(form, key) {
  const field = fieldsByKey(form).get(key);
  if (!field) return;
  field.closest("details")?.setAttribute("open", "");
  const control = visibleControl(field);
  control.focus();
  control.scrollIntoView({ block: "center" });
}

/** Which fields problems are about, by their keys. */
/** @param {HTMLFormElement} form @param {QuestionProblem[]} problems */
export function markFields(form, problems) {
  const wrong = new Set(problems.map(({ field }) => field));
  for (const [key, field] of fieldsByKey(form)) {
    const control = visibleControl(field);
    if (wrong.has(key)) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}
