import { PageElement } from "../../shared/custom_element.js";
import { InvalidAssignment } from "../format/assignment.js";
import { fromFragment } from "../format/link.js";
import { make } from "../../shared/dom.js";
import { Screen } from "../../practice/screen.js";
import { openEnvironment } from "../../shared/store/environment.js";
import { words } from "../../shared/strings/assignment/index.js";
import { AssignmentRecord } from "./assignment_record.js";
import { AttemptScreen } from "./attempt_screen.js";
import { disclosure, heading, startForm, terms } from "./start_screen.js";
import { attemptResult } from "./result_screen.js";

/** @import { AssignmentAttempt } from "./attempt.js" */
/** @import { Assignment } from "../format/types.js" */

/** `<rc-assignment>`: does the assignment that the address carries. */
export class AssignmentElement extends PageElement {
  /** @override */
  async start() {
    addEventListener("hashchange", () => location.reload());
    const stage = new Screen(this, openEnvironment());
    await stage.attempt(() => open(stage));
  }
}

/** @param {Screen} stage */
async function open(stage) {
  const assignment = read(stage);
  if (!assignment) return;
  const known = await stage.library.entries(assignment.items);
  const gone = assignment.items.filter((id) => !known.has(id)).length;
  if (gone) return refuse(stage, words.gone(gone));
  const of = new AssignmentRecord(stage, assignment);
  const late = await of.read();
  if (of.running) return showAttempt(of, of.running, words.goesOn);
  await showStart(of, late ? words.timeUp : "");
}

/** @param {Screen} stage @returns {Assignment | null} */
function read(stage) {
  try {
    return fromFragment(location.hash);
  } catch (problem) {
    if (!(problem instanceof InvalidAssignment)) throw problem;
    refuse(stage, words.unusable[problem.reason]);
    return null;
  }
}

/** @param {Screen} stage @param {string} textContent */
function refuse(stage, textContent) {
  stage.show(make("p.rc-refusal", textContent));
  stage.announce(textContent);
}

/** What was done, and what can be done next. @param {AssignmentRecord} of @param {string} said */
async function showStart(of, said) {
  const { stage, finished, closed } = of;
  const newest = finished.at(-1);
  const last = newest ? [make("h2", words.done), await attemptResult(of, newest, true)] : [];
  const earlier = await Promise.all(
    finished.slice(0, -1).map((run) => attemptResult(of, run, false)),
  );
  const start = (/** @type {string} */ name) => stage.attempt(() => startAttempt(of, name));
  const next = closed
    ? [make("p.rc-refusal", words[closed])]
    : [...disclosure(of), startForm(of, start)];
  stage.show(
    heading(of),
    last,
    earlier.length && [make("h2", words.earlier), earlier],
    terms(of),
    next,
  );
  if (said) stage.announce(said);
  if (said) /** @type {HTMLElement | null} */ (stage.root.querySelector(".rc-assigned"))?.focus();
}

/** @param {AssignmentRecord} of @param {string} name */
async function startAttempt(of, name) {
  const items = await of.items();
  await showAttempt(of, await of.begin(name, items));
}

/** @param {AssignmentRecord} of @param {AssignmentAttempt} run @param {string} [said] */
async function showAttempt(of, run, said) {
  const over = (/** @type {string} */ told) =>
    of.stage.attempt(async () => (await of.read(), await showStart(of, told || words.handedIn)));
  new AttemptScreen(of, run, await of.items(), over).open(said);
}
