/** A learner's doubt about a key: a reason, written on the question once it is answered. */
import { field, make, makeButton, makeForm } from "./dom.js";
import { MAX_DISPUTE } from "./result_limits.js";
import { disputeWords as words } from "./strings/index.js";

/**
 * @param {object} options
 * @param {string} options.id Of the question.
 * @param {string} [options.text] What was written before.
 * @param {(text: string) => unknown} options.save Empty where it is withdrawn.
 * @param {(text: string) => void} options.announce
 */
export function disputeForm({ id, text = "", save, announce }) {
  const hint = make("p", { id: `rc-dispute-hint-${id}` }, words.hint);
  const input = make("textarea", {
    id: `rc-dispute-${id}`,
    rows: 3,
    maxLength: MAX_DISPUTE,
    value: text,
    "aria-describedby": hint.id,
  });
  const summary = make("summary", text ? words.yours : words.open);
  const status = make("p.rc-dispute__status");
  const keep = async (/** @type {string} */ written, /** @type {string} */ message) => {
    await save(written);
    summary.textContent = written ? words.yours : words.open;
    withdraw.hidden = !written;
    status.textContent = message;
    announce(message);
  };
  const withdraw = makeButton(words.withdraw, async () => {
    input.value = "";
    input.focus();
    await keep("", words.withdrawn);
  }, "rc-dispute__withdraw");
  withdraw.hidden = !text;
  const submit = () => {
    const written = input.value.trim();
    if (written) return keep(written, words.saved);
    status.textContent = words.reasonFirst;
    announce(words.reasonFirst);
    input.focus();
  };
  const form = makeForm(
    ".rc-dispute__form",
    words.save,
    "rc-dispute__save",
    submit,
    field(words.reason, input, hint),
  );
  form.append(" ", withdraw);
  return make("details.rc-others.rc-more.rc-dispute", summary, form, status);
}

/**
 * The form in each question that is answered; one that has it is left alone.
 *
 * @param {Iterable<Element>} sections
 * @param {(item: string) => string | undefined} textOf
 * @param {(item: string, text: string) => unknown} save
 * @param {(text: string) => void} announce
 */
export function addDisputeForms(sections, textOf, save, announce) {
  for (const section of sections) {
    const id = section.getAttribute("data-item") ?? "";
    const isAnswered = section.matches("[data-state=right], [data-state=wrong]");
    if (!isAnswered || section.querySelector(".rc-dispute")) continue;
    const text = textOf(id);
    section.append(disputeForm({ id, text, announce, save: (written) => save(id, written) }));
  }
}
