/** Before an attempt: what is asked, on which terms, and what will be handed in. */
import { isReachable } from "../format/assignment.js";
import { make, makeButton } from "../../shared/dom.js";
import { words } from "../../shared/strings/assignment/index.js";

/** @import { AssignmentRecord } from "./assignment_record.js" */

/** What somebody typed, kept from turning the text around it. @param {string} textContent */
const typed = (textContent) => make("bdi", textContent);

/** @param {AssignmentRecord} of */
export function heading({ assignment: { title, instructions } }) {
  const told = make("h2.rc-assigned", { tabIndex: -1 }, typed(title));
  const paragraphs = (instructions ?? "").split(/\n\s*\n/).filter((text) => text.trim());
  return [
    told,
    ...paragraphs.map((text) => make("p.rc-instructions", typed(text.trim()))),
  ];
}

/** @param {AssignmentRecord} of */
export function terms({ assignment, kept }) {
  const { items, opens, due, minutes, attempts, passMark, feedback } = assignment;
  const told = [
    words.questions(items.length),
    minutes === null ? words.noLimit : words.minutes(minutes),
    ...(opens === null ? [] : [words.opens(words.moment(Date.parse(opens)))]),
    ...(due === null ? [] : [words.due(words.moment(Date.parse(due)))]),
    ...(attempts === null ? [] : [words.attempts(attempts, kept.runs.length)]),
    ...(passMark === null ? [] : [words.passMark(passMark)]),
    words.feedback[feedback],
  ];
  return [
    make("h3", words.facts),
    make("ul.rc-terms", told.map((textContent) => make("li", textContent))),
  ];
}

/** @param {AssignmentRecord} of */
export function disclosure({ assignment: { key, lrs } }) {
  const reached = lrs && isReachable(lrs);
  const told = [
    words.file,
    key ? words.sealed : words.open,
    ...(lrs
      ? [reached ? words.store(new URL(lrs).host) : words.unreachable(new URL(lrs).host)]
      : []),
    ...(reached ? [] : [words.nothingSent]),
  ];
  return [
    make("h3", words.fileHolds),
    make("p.rc-holds", told.join(" ")),
  ];
}

/** Asks for the name and starts. @param {AssignmentRecord} of @param {(name: string) => void} start */
export function startForm({ kept, screen }, start) {
  const input = make("input", {
    id: "rc-learner-name",
    type: "text",
    maxLength: 200,
    autocomplete: "name",
    value: kept.name,
    required: true,
  });
  const hint = make("p", { id: "rc-learner-hint" }, words.nameHint);
  input.setAttribute("aria-describedby", hint.id);
  const label = make("label", { htmlFor: input.id }, words.name);
  const go = () => {
    const name = input.value.trim();
    if (name) return start(name);
    hint.textContent = words.nameFirst;
    input.setAttribute("aria-invalid", "true");
    screen.announce(words.nameFirst);
    input.focus();
  };
  const button = makeButton(
    kept.runs.length ? words.again : words.start,
    go,
    "rc-button--primary rc-start",
  );
  const form = make(
    "form.rc-form",
    { noValidate: true },
    make("div.rc-field", label, input, hint),
    button,
  );
  button.type = "submit";
  form.addEventListener("submit", (event) => event.preventDefault());
  return form;
}
