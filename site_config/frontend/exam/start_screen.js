import { isFramedByOthers, ownTabNotice } from "../shared/framing.js";
import { make, makeButton } from "../shared/dom.js";
import { EXAM, readExam } from "../shared/store/exam_record.js";
import { readRole, ROLE } from "../shared/store/role.js";
import { examWords as words } from "../shared/strings/index.js";
import { loadExam } from "../practice/question_bank.js";
import { isPlayed } from "../quiz/kinds/registry.js";
import { interleaved } from "../practice/question_selection.js";
import { showExam } from "./exam_screen.js";
import { showResult } from "./result_screen.js";
import { EVERYONE, LENGTH, minutesFor, scopeInQuery } from "./scope.js";
import { loadScope, rolesOf, scopeText } from "./scope_text.js";
import { beginUnless, endExam, isRunning, startExam } from "./state.js";

/** @import { Draw, ExamChoice } from "./scope_form.js" */
/** @import { Exam, Screen } from "./types.d.ts" */

/** @typedef {ReturnType<typeof scopeInQuery>} Asked What a link asks for. */

/**
 * Shows the stored exam: running or with its result; without one, or for a link to one, the
 * choice of a new one.
 *
 * @param {Screen} screen
 */
export async function exam(screen) {
  const stored = readExam(await screen.store.value(EXAM));
  const asked = scopeInQuery(location.search, rolesOf(screen).map(([role]) => role));
  if (!stored) return showSettings(screen, { asked });
  if (await screen.library.lacks(stored.items)) {
    return showSettings(screen, { asked, lost: stored.id });
  }
  const { now } = screen;
  if (isRunning(stored, now)) return run(screen, stored, openText(screen, stored, asked));
  const ended = readExam(
    await screen.store.updateValue(EXAM, (value) => endExam(readExam(value) ?? stored, now)),
  ) ?? stored;
  if (asked) return showSettings(screen, { asked, last: ended });
  await showLast(screen, ended);
  if (stored.ended === null) screen.announce(words.timeUp);
}

/** @param {Screen} screen @param {Exam} ended */
function showLast(screen, ended) {
  const restart = () => screen.attempt(() => showSettings(screen, { last: ended }));
  return showResult(screen, ended, restart);
}

/**
 * What is said where an exam goes on.
 *
 * @param {Screen} screen @param {Exam} running @param {Asked} asked
 */
const openText = (screen, running, asked) =>
  asked ? words.openFirst({ scope: scopeText(screen, running) }) : words.goesOn;

/** @param {Screen} screen @param {Exam} running @param {string} [message] */
async function run(screen, running, message) {
  const items = await screen.library.items(running.items);
  forgetLink();
  showExam(screen, running, items, { onEnd: () => screen.attempt(() => exam(screen)), message });
}

/**
 * The choice of a new exam: what a link asks for, else what the last one was, else of the role that
 * was chosen on the site.
 *
 * @param {Screen} screen
 * @param {{asked?: Asked, last?: Exam, lost?: string}} known `lost` is the exam whose questions are
 *   gone.
 */
async function showSettings(screen, { asked, last, lost }) {
  const before = last?.scope;
  const known = [asked?.role, before?.role, readRole(await screen.store.value(ROLE)), EVERYONE];
  const roles = rolesOf(screen).map(([id]) => id);
  const length = asked?.length || LENGTH;
  const choice = {
    role: known.find((id) => id && roles.includes(id)) ?? roles[0],
    length,
    minutes: asked?.minutes ?? minutesFor(length),
    level: (asked ?? before)?.level ?? 0,
    areas: (asked ?? before)?.areas ?? [],
  };
  if (isFramedByOthers()) return screen.show(ownTabNotice());
  const { ScopeForm } = await loadScope();
  const form = new ScopeForm(screen, choice, {
    load: async (role) => (await loadExam(role)).filter(({ kind }) => isPlayed(kind)),
    start: (chosen, draw) => screen.attempt(() => begin(screen, chosen, draw, lost)),
  });
  await form.load(choice.areas);
  const toLast = () => screen.attempt(() => last && showLast(screen, last));
  screen.show(form.node, last && make("p", makeButton(words.last, toLast, "rc-last")));
}

/**
 * The time starts when the questions are loaded. An exam that was begun in another tab goes on.
 *
 * @param {Screen} screen
 * @param {ExamChoice} choice
 * @param {Draw} draw
 * @param {string} [lost]
 */
async function begin(screen, { length: _, minutes, ...scope }, draw, lost) {
  const { newId, newSeed } = screen.env;
  const seed = newSeed();
  const byCodes = draw(seed).map(({ id, family, area }) => ({ id, objectives: [family || area] }));
  const ids = interleaved(byCodes).map(({ id }) => id);
  await screen.library.items(ids);
  const { now } = screen;
  const started = startExam({ id: `exam-${newId()}`, items: ids, minutes, now, seed, scope });
  const stored = readExam(
    await screen.store.updateValue(EXAM, (value) => {
      const here = readExam(value);
      return here?.id === lost ? started : beginUnless(here, started);
    }),
  );
  await screen.store.updateValue(ROLE, () => scope.role);
  if (stored && stored.id !== started.id) return exam(screen);
  await run(screen, started);
}

/** So that the page shows the exam and its result from now on, and not the choice. */
function forgetLink() {
  if (location.search) history.replaceState(null, "", location.pathname);
}
