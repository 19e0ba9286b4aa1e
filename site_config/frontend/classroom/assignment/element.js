import { Screen } from "../../practice/screen.js";
import { PageElement } from "../../shared/custom_element.js";
import { make } from "../../shared/dom.js";
import { isFramedByOthers, ownTabNotice } from "../../shared/framing.js";
import { assignmentWords as words } from "../../shared/strings/index.js";
import { InvalidAssignment } from "../format/assignment.js";
import { isOwn } from "../format/own_question.js";
import { addOwnQuestions } from "../own/own_bank.js";
import { fromFragment } from "../format/link.js";
import { AssignmentRecord } from "./assignment_record.js";
import { showAttempt } from "./attempt_screen.js";
import { loadDispute, loadHandIn, loadSending } from "./loaded_later.js";
import { attemptResult } from "./result_screen.js";
import { disclosure, heading, startForm, terms } from "./start_screen.js";

/** @import { AssignmentAttempt } from "../types.d.ts" */

/** `<rc-assignment>`: does the assignment in the page's address. */
export class AssignmentElement extends PageElement {
  /** @override */
  async start() {
    addEventListener("hashchange", () => location.reload());
    await new Screen(this, open).start();
  }
}

/** @param {Screen} screen */
async function open(screen) {
  const assignment = read(screen);
  if (!assignment) return;
  await addOwnQuestions(assignment.own ?? []);
  const set = assignment.items.filter((id) => !isOwn(id));
  const known = await screen.library.entries(set);
  screen.root.toggleAttribute("data-code-names", assignment.names === true);
  const missing = set.filter((id) => !known.has(id)).length;
  if (missing) return refuse(screen, words.gone({ count: missing }));
  const record = new AssignmentRecord(screen, assignment);
  loadEarly(assignment);
  const late = await record.read();
  if (record.running) return run(record, record.running, words.goesOn);
  await showStart(record, late ? words.timeUp : "");
}

/**
 * What is needed after the last question, so that it is here should the connection fail by then.
 *
 * @param {import("../types.d.ts").Assignment} assignment
 */
function loadEarly({ lrs }) {
  loadHandIn().catch(console.info);
  if (lrs) loadSending().catch(console.info);
}

/** @param {Screen} screen */
function read(screen) {
  try {
    return fromFragment(location.hash);
  } catch (error) {
    if (!(error instanceof InvalidAssignment)) throw error;
    refuse(screen, words.unusable[error.reason]);
    return null;
  }
}

/** @param {Screen} screen @param {string} text */
function refuse(screen, text) {
  screen.show(make("p.rc-refusal", text));
  screen.announce(text);
}

/** @param {AssignmentRecord} record @param {string} message */
async function showStart(record, message) {
  const { screen, finished, closed } = record;
  const newest = finished.at(-1);
  const last = newest && [make("h2", words.done), await attemptResult(record, newest, true)];
  const earlier = await Promise.all(
    finished.slice(0, -1).map((attempt) => attemptResult(record, attempt, false)),
  );
  const start = (/** @type {string} */ name) =>
    screen.attempt(async () => {
      const attempt = await record.begin(name, await record.items());
      await (attempt ? run(record, attempt) : showStart(record, ""));
    });
  const { key } = record.assignment;
  const seals = !key || await loadHandIn().then(({ canSeal }) => canSeal(key));
  const rescored = newest && await loadDispute().catch(console.info);
  const refusal = closed ? words[closed] : seals ? "" : words.noSeal;
  screen.show(
    heading(record),
    last,
    earlier.length && [make("h2", words.earlier), earlier],
    rescored?.rescoredPart(finished.map(({ uuid }) => uuid), screen.announce),
    terms(record),
    refusal
      ? make("p.rc-refusal", refusal)
      : isFramedByOthers()
      ? ownTabNotice()
      : [...disclosure(record), startForm(record, start)],
  );
  if (!message) return;
  screen.announce(message);
  /** @type {HTMLElement | null} */ (screen.root.querySelector(".rc-assigned"))?.focus();
}

/** @param {AssignmentRecord} record @param {AssignmentAttempt} attempt @param {string} [message] */
async function run(record, attempt, message) {
  const onEnd = (/** @type {string} */ text) =>
    record.screen.attempt(async () => {
      await record.read();
      await showStart(record, text || words.handedIn);
    });
  showAttempt(record, attempt, await record.items(), onEnd, message);
}
