import { Unusable } from "../format/assignment.js";
import { fromFragment } from "../format/link.js";
import { make } from "../../shared/dom.js";
import { Stage } from "../../practice/screen.js";
import { openTools } from "../../shared/store/open_tools.js";
import { words } from "../../shared/strings/assignment/index.js";
import { Case } from "./assignment_record.js";
import { Desk } from "./attempt_screen.js";
import { disclosure, heading, starting, terms } from "./start_screen.js";
import { outcome } from "./result_screen.js";

/** @import { Assignment } from "../format/types.js" */
/** @import { Run } from "./attempt.js" */

/** `<rc-assignment>`: does the assignment that the address carries. */
export class AssignmentElement extends HTMLElement {
  #started = false;

  connectedCallback() {
    if (document.readyState !== "loading") return this.#start();
    document.addEventListener("DOMContentLoaded", () => this.#start(), { once: true });
  }

  async #start() {
    if (this.#started || !this.isConnected) return;
    this.#started = true;
    addEventListener("hashchange", () => location.reload());
    const stage = new Stage(this, openTools());
    await stage.attempt(() => open(stage));
    this.dataset.ready = "";
  }
}

/** @param {Stage} stage */
async function open(stage) {
  const assignment = read(stage);
  if (!assignment) return;
  const known = await stage.library.entries(assignment.items);
  const gone = assignment.items.filter((id) => !known.has(id)).length;
  if (gone) return refuse(stage, words.gone(gone));
  const of = new Case(stage, assignment);
  const late = await of.read();
  if (of.running) return sit(of, of.running, words.goesOn);
  await lobby(of, late ? words.timeUp : "");
}

/** @param {Stage} stage @returns {Assignment | null} */
function read(stage) {
  try {
    return fromFragment(location.hash);
  } catch (problem) {
    if (!(problem instanceof Unusable)) throw problem;
    refuse(stage, words.unusable[problem.reason]);
    return null;
  }
}

/** @param {Stage} stage @param {string} textContent */
function refuse(stage, textContent) {
  stage.show(make("p", { className: "rc-refusal", textContent }));
  stage.announce(textContent);
}

/** What was done, and what can be done next. @param {Case} of @param {string} said */
async function lobby(of, said) {
  const { stage, finished, closed } = of;
  const newest = finished.at(-1);
  const last = newest
    ? [make("h2", { textContent: words.done }), await outcome(of, newest, true)]
    : [];
  const earlier = await Promise.all(finished.slice(0, -1).map((run) => outcome(of, run, false)));
  const start = (/** @type {string} */ name) => stage.attempt(() => begin(of, name));
  const next = closed
    ? [make("p", { className: "rc-refusal", textContent: words[closed] })]
    : [...disclosure(of), starting(of, start)];
  stage.show(
    ...heading(of),
    ...last,
    ...(earlier.length ? [make("h2", { textContent: words.earlier }), ...earlier] : []),
    ...terms(of),
    ...next,
  );
  if (said) stage.announce(said);
  if (said) /** @type {HTMLElement | null} */ (stage.root.querySelector(".rc-assigned"))?.focus();
}

/** @param {Case} of @param {string} name */
async function begin(of, name) {
  const items = await of.items();
  await sit(of, await of.begin(name, items));
}

/** @param {Case} of @param {Run} run @param {string} [said] */
async function sit(of, run, said) {
  const over = (/** @type {string} */ told) =>
    of.stage.attempt(async () => (await of.read(), await lobby(of, told || words.handedIn)));
  new Desk(of, run, await of.items(), over).open(said);
}
