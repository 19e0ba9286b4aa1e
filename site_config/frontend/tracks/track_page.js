import { make, makeButton } from "../shared/dom.js";
import { loadTrack } from "../practice/question_bank.js";
import { byItem, prioritized } from "../practice/question_selection.js";
import { shareBar } from "../practice/share_bar.js";
import { listPlan } from "../practice/session_plan.js";
import { Session } from "../practice/session.js";
import { words } from "../shared/strings/tracks/index.js";
import { certificateForm } from "./certificate.js";
import { hasRunning, showCheck } from "./module_check.js";
import { passingCount, questionCount } from "./track_data.js";
import { readPages, tickPage } from "./read_pages.js";
import { moduleProgress } from "./check_results.js";

/** @import { ModuleProgress } from "./check_results.js" */
/** @import { Screen } from "../practice/screen.js" */
/** @import { Module, Track } from "./track_data.js" */

const ROUND = 10;

/** The whole of a track as it stands: what is done, what is left, where to go on. @param {Screen} screen */
export async function trackPage(screen) {
  const told = await loadTrack(screen.root.dataset.track ?? "");
  screen.store.onChange(() => screen.root.dataset.busy === undefined && showTrack(screen, told));
  await showTrack(screen, told);
}

/** @param {Screen} screen @param {Track} told @param {string} [focus] The module to return to. */
export async function showTrack(screen, told, focus) {
  const [log, read] = await Promise.all([screen.store.all(), readPages(screen.store, told.id)]);
  const found = moduleProgress(told, log);
  const running = await Promise.all(
    found.map(({ module }) => hasRunning(screen.store, told, module)),
  );
  const back = (/** @type {string} */ module) =>
    screen.attempt(() => showTrack(screen, told, module));
  found.forEach((standing, place) => {
    const row = rowOf(screen, standing.module.id);
    if (row) enhance(screen, told, row, standing, read, running[place], back);
  });
  screen.show(
    summary(screen, found, read),
    found.every(({ pass }) => pass) && certificateForm(screen, told, found),
  );
  screen.root.prepend(
    ...[...screen.root.querySelectorAll(":scope > .rc-how")],
    screen.root.querySelector(":scope > div.rc-player") ?? "",
  );
  if (focus) rowOf(screen, focus)?.querySelector("h2")?.focus();
}

/** @param {Screen} screen @param {string} module @returns {HTMLElement | null} */
const rowOf = (screen, module) =>
  screen.root.querySelector(`[data-module="${CSS.escape(module)}"]`);

/** @param {HTMLElement} row @returns {string[]} */
const readingsIn = (row) =>
  [...row.querySelectorAll("[data-reading]")].map((one) => one.getAttribute("data-reading") ?? "");

/** How far one is, and one step to where to go on. @param {Screen} screen @param {ModuleProgress[]} found @param {Set<string>} read */
function summary(screen, found, read) {
  const done = found.filter(({ pass }) => pass).length;
  const head = make("p.rc-due", words.done(done, found.length), " ", shareBar(done / found.length));
  const next = found.find(({ pass }) => !pass);
  if (!next) {
    return make("div.rc-summary", head, make("p", words.allPassed));
  }
  const row = rowOf(screen, next.module.id);
  const left = {
    readings: row ? readingsIn(row).filter((page) => !read.has(page)).length : 0,
    questions: next.module.practice.length - next.practiced,
    check: true,
  };
  const started = done > 0 || read.size > 0 ||
    found.some(({ practiced, checks }) => practiced || checks.length);
  const go = makeButton(
    started ? words.goOn : words.begin,
    () => show(row),
    "rc-button--primary rc-go-on",
  );
  return make(
    "div.rc-summary",
    head,
    make("p", make("strong", words.next(next.module.title)), " ", words.left(left)),
    go,
  );
}

/** @param {HTMLElement | null} row */
function show(row) {
  row?.scrollIntoView();
  const open = row?.querySelector("[data-reading] input:not(:checked)") ??
    row?.querySelector("button");
  /** @type {HTMLElement | null | undefined} */ (open)?.focus({ preventScroll: true });
}

/**
 * @param {Screen} screen
 * @param {Track} told
 * @param {HTMLElement} row
 * @param {ModuleProgress} standing
 * @param {Set<string>} read
 * @param {boolean} running
 * @param {(module: string) => void} back
 */
function enhance(screen, told, row, standing, read, running, back) {
  const { module, pass, practiced } = standing;
  row.toggleAttribute("data-passed", Boolean(pass));
  row.querySelector("h2")?.setAttribute("tabindex", "-1");
  for (const one of row.querySelectorAll("[data-reading]")) {
    addReadTick(screen, told, /** @type {HTMLElement} */ (one), read);
  }
  const here = makeButton(
    words.practiseHere,
    () => screen.attempt(() => practice(screen, module, back)),
    "rc-practise-here",
  );
  const count = make("p.rc-added", words.practised(practiced, module.practice.length));
  const start = makeButton(
    running ? words.resumeCheck : standing.checks.length ? words.againCheck : words.startCheck,
    () => screen.attempt(() => showCheck(screen, told, standing, () => back(module.id))),
    "rc-start-check",
  );
  row.querySelectorAll(":scope > .rc-added").forEach((node) => node.remove());
  row.querySelector(".rc-practices")?.after(count, paragraphFor(here));
  row.querySelector(".rc-check-words")?.after(
    ...stateOf(standing),
    paragraphFor(start),
  );
}

/** Room for a button. @param {HTMLElement} button */
const paragraphFor = (button) => make("p.rc-added", button);

/** @param {ModuleProgress} standing */
function stateOf({ module, pass, checks }) {
  const last = checks.at(-1);
  const said = (/** @type {string} */ textContent, /** @type {string} */ state) => {
    const node = make("p.rc-added.rc-check-state", { "data-state": state }, textContent);
    return [node];
  };
  if (pass) {
    return said(words.passed(pass.right, pass.total, words.day(pass.at.slice(0, 10))), "passed");
  }
  if (checks.some(({ passed }) => passed)) return said(words.outdated, "outdated");
  return last
    ? said(words.failed(last.right, questionCount(module), passingCount(module)), "failed")
    : [];
}

/** A box to tick beside a page to read. @param {Screen} screen @param {Track} told @param {HTMLElement} one @param {Set<string>} read */
function addReadTick(screen, told, one, read) {
  const page = one.dataset.reading ?? "";
  const known = one.querySelector("input");
  if (known) return void (known.checked = read.has(page));
  const box = make("input", {
    type: "checkbox",
    checked: read.has(page),
    "aria-label": words.readTick(one.querySelector("a")?.textContent ?? page),
  });
  box.addEventListener("change", async () => {
    await tickPage(screen.store, told.id, page, box.checked);
    await showTrack(screen, told);
  });
  one.append(make("label.rc-tick", box, ` ${words.read}`));
}

/** @param {Screen} screen @param {Module} module @param {(module: string) => void} back */
async function practice(screen, module, back) {
  const log = byItem(await screen.store.all());
  const ids = prioritized(
    await screen.library.present(module.practice),
    log,
    ROUND,
    screen.env.newSeed(),
  );
  const done = makeButton(words.back, () => back(module.id), "rc-back");
  await new Session(screen, {
    ...listPlan(ids),
    intro: () => [make("p", done)],
    restart: () => screen.attempt(() => practice(screen, module, back)),
  }).start();
  screen.root.querySelector(".rc-pager")?.append(
    makeButton(words.back, () => back(module.id), "rc-back"),
  );
}
