/** Before an attempt: what is asked, on which terms, and what will be handed in. */
import { dayAndTime } from "../../shared/dates.js";
import { field, listOf, make, makeForm } from "../../shared/dom.js";
import { assignmentWords as words } from "../../shared/strings/index.js";
import { isReachable } from "../format/assignment.js";

/** @import { AssignmentRecord } from "../types.d.ts" */

/** @param {AssignmentRecord} record */
export function heading({ assignment: { title, instructions } }) {
  const paragraphs = (instructions ?? "").split(/\n\s*\n/).filter((text) => text.trim());
  return [
    make("h2.rc-assigned", { tabIndex: -1 }, make("bdi", title)),
    ...paragraphs.map((text) => make("p.rc-instructions", make("bdi", text.trim()))),
  ];
}

/** @param {AssignmentRecord} record */
export function terms({ assignment, saved }) {
  const { items, opens, due, minutes, attempts, passMark, feedback } = assignment;
  const when = (/** @type {string} */ moment) => ({ when: dayAndTime(Date.parse(moment)) });
  const facts = [
    words.questions({ count: items.length }),
    minutes === null ? words.noLimit : words.minutes({ minutes }),
    opens !== null && words.opens(when(opens)),
    due !== null && words.due(when(due)),
    attempts !== null && words.attempts({ most: attempts, used: saved.runs.length }),
    passMark !== null && words.passMark({ percent: passMark }),
    words.feedback[feedback],
  ];
  return [make("h3", words.facts), listOf("ul.rc-terms", facts.filter(Boolean))];
}

/** @param {AssignmentRecord} record */
export function disclosure({ assignment: { key, lrs } }) {
  const reachable = lrs && isReachable(lrs);
  const host = lrs && new URL(lrs).host;
  const sentences = [
    words.file,
    key ? words.sealed : words.open,
    host && (reachable ? words.store({ store: host }) : words.unreachable({ store: host })),
    !reachable && words.nothingSent,
  ];
  const text = sentences.filter(Boolean).join(" ");
  return [make("h3", words.fileHolds), make("p.rc-holds", text)];
}

/**
 * Asks for the name and starts.
 *
 * @param {AssignmentRecord} record
 * @param {(name: string) => void} start
 */
export function startForm({ saved, screen }, start) {
  const hint = make("p", { id: "rc-learner-hint" }, words.nameHint);
  const input = make("input", {
    id: "rc-learner-name",
    type: "text",
    maxLength: 200,
    autocomplete: "name",
    value: saved.name,
    required: true,
    "aria-describedby": hint.id,
  });
  const submit = () => {
    const name = input.value.trim();
    if (name) return start(name);
    hint.textContent = words.nameFirst;
    input.ariaInvalid = "true";
    screen.announce(words.nameFirst);
    input.focus();
  };
  const text = saved.runs.length ? words.again : words.start;
  return makeForm("", text, "rc-start", submit, field(words.name, input, hint));
}
