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
    const screen = new Screen(this, openEnvironment());
    await screen.attempt(() => open(screen));
  }
}

/** @param {Screen} screen */
async function open(screen) {
  const assignment = read(screen);
  if (!assignment) return;
  const known = await screen.library.entries(assignment.items);
  const gone = assignment.items.filter((id) => !known.has(id)).length;
  if (gone) return refuse(screen, words.gone(gone));
  const of = new AssignmentRecord(screen, assignment);
  const late = await of.read();
  if (of.running) return showAttempt(of, of.running, words.goesOn);
  await showStart(of, late ? words.timeUp : "");
}

/** @param {Screen} screen @returns {Assignment | null} */
function read(screen) {
  try {
    return fromFragment(location.hash);
  } catch (problem) {
    if (!(problem instanceof InvalidAssignment)) throw problem;
    refuse(screen, words.unusable[problem.reason]);
    return null;
  }
}

/** @param {Screen} screen @param {string} textContent */
function refuse(screen, textContent) {
  screen.show(make("p.rc-refusal", textContent));
  screen.announce(textContent);
}

/** What was done, and what can be done next. @param {AssignmentRecord} of @param {string} said */
async function showStart(of, said) {
  const { screen, finished, closed } = of;
  const newest = finished.at(-1);
  const last = newest ? [make("h2", words.done), await attemptResult(of, newest, true)] : [];
  const earlier = await Promise.all(
    finished.slice(0, -1).map((run) => attemptResult(of, run, false)),
  );
  const start = (/** @type {string} */ name) => screen.attempt(() => startAttempt(of, name));
  const next = closed
    ? [make("p.rc-refusal", words[closed])]
    : [...disclosure(of), startForm(of, start)];
  screen.show(
    heading(of),
    last,
    earlier.length && [make("h2", words.earlier), earlier],
    terms(of),
    next,
  );
  if (said) screen.announce(said);
  if (said) /** @type {HTMLElement | null} */ (screen.root.querySelector(".rc-assigned"))?.focus();
}

/** @param {AssignmentRecord} of @param {string} name */
async function startAttempt(of, name) {
  const items = await of.items();
  await showAttempt(of, await of.begin(name, items));
}

/** @param {AssignmentRecord} of @param {AssignmentAttempt} run @param {string} [said] */
async function showAttempt(of, run, said) {
  const over = (/** @type {string} */ told) =>
    of.screen.attempt(async () => (await of.read(), await showStart(of, told || words.handedIn)));
  new AttemptScreen(of, run, await of.items(), over).open(said);
}
