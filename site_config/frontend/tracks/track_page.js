import { calendarDay } from "../shared/dates.js";
import { make, makeButton } from "../shared/dom.js";
import { loadTrack } from "../practice/question_bank.js";
import { shareBar } from "../practice/share_bar.js";
import { lazyLoad } from "../shared/lazy_load.js";
import { isRecord } from "../shared/store/schema.js";
import { tracksWords as words } from "../shared/strings/index.js";
import { moduleProgress, passingCount, questionCount } from "./track_data.js";
import { readCheck } from "./check_record.js";

/** @import { Module, ModuleProgress, Screen, Store, Track } from "./types.d.ts" */

/**
 * @typedef {object} TrackView
 * @property {Screen} screen
 * @property {Track} track
 * @property {ModuleProgress[]} progress
 * @property {Set<string>} read The pages ticked as read.
 * @property {(module: Module) => void} back Returns to a module.
 */

/** Shows the learner's progress beside each track. @param {Screen} screen */
export async function trackIndex({ root, store }) {
  const log = await store.all();
  const rows = [...root.querySelectorAll("[data-track]")];
  await Promise.all(rows.map(async (row) => {
    const track = await loadTrack(row.getAttribute("data-track") ?? "");
    const found = moduleProgress(track, log);
    const started = found.some(({ checks, practiced }) => checks.length || practiced);
    const small = row.querySelector("small");
    if (started && small) {
      small.textContent = words.done({
        done: found.filter(({ pass }) => pass).length,
        total: found.length,
      });
    }
  }));
}

/** A track: what is done, what is left, where to continue. @param {Screen} screen */
export async function trackPage(screen) {
  const { root, store } = screen;
  const track = await loadTrack(root.dataset.track ?? "");
  // Another tab's answers wait while a name is written: the form would be made anew, empty.
  const nameField =
    () => /** @type {HTMLInputElement | null} */ (root.querySelector(".rc-certify input"));
  const isFree = () => root.dataset.busy === undefined && !nameField()?.value;
  store.onChange(() => isFree() && showTrack(screen, track));
  await showTrack(screen, track);
}

/** @param {Screen} screen @param {Track} track @param {Module} [focus] The one to return to. */
async function showTrack(screen, track, focus) {
  const { root, store } = screen;
  const [log, read] = await Promise.all([store.all(), readPages(store, track.id)]);
  const progress = moduleProgress(track, log);
  const back = (/** @type {Module} */ module) =>
    void screen.attempt(() => showTrack(screen, track, module));
  const view = { screen, track, progress, read, back };
  const running = await Promise.all(progress.map(({ module }) => hasRunning(view, module)));
  progress.forEach((one, index) => {
    const row = rowOf(screen, one.module);
    if (row) enhance(view, row, one, running[index]);
  });
  withFocus(root, () => {
    screen.show(summary(view), progress.every(({ pass }) => pass) && certificatePart(view));
    root.prepend(
      ...root.querySelectorAll(":scope > .rc-how"),
      root.querySelector(":scope > div.rc-player") ?? "",
    );
  });
  if (focus) rowOf(screen, focus)?.querySelector("h2")?.focus();
}

/**
 * What asks questions: a script of its own, as most of a visit to a track is reading.
 *
 * @returns {Promise<{
 *   practiceModule: typeof import("./module_practice.js").practiceModule,
 *   showCheck: typeof import("./module_check.js").showCheck,
 * }>}
 */
const loadQuestions = () => lazyLoad("track-questions.js", "rightcodeTrackQuestions");

/** Whether a check was started and not handed in. @param {TrackView} view @param {Module} module */
const hasRunning = async (view, module) => (await readCheck(view, module))?.ended === null;

/** Its script is loaded when there is something to certify. @param {TrackView} view */
function certificatePart(view) {
  const place = make("div");
  /** @type {Promise<typeof import("./certificate.js").certificateForm>} */
  const loading = lazyLoad("certify.js", "rightcodeCertificate");
  loading.then(
    (form) => place.replaceChildren(form(view)),
    () => place.replaceChildren(make("p.rc-problem", words.notLoaded)),
  );
  return place;
}

/** @param {Screen} screen @param {Module} module @returns {HTMLElement | null} */
const rowOf = ({ root }, { id }) => root.querySelector(`[data-module="${CSS.escape(id)}"]`);

/** @param {Element | null} row @returns {HTMLElement[]} */
const pagesIn = (row) => [.../** @type {any} */ (row?.querySelectorAll("[data-reading]") ?? [])];

/** @param {TrackView} view */
function summary({ screen, read, progress }) {
  const done = progress.filter(({ pass }) => pass).length;
  const bar = shareBar(done / progress.length);
  const head = make("p.rc-due", words.done({ done, total: progress.length }), " ", bar);
  const next = progress.find(({ pass }) => !pass);
  if (!next) return make("div.rc-summary", head, make("p", words.allPassed));
  const row = rowOf(screen, next.module);
  const readings = pagesIn(row).filter(({ dataset }) => !read.has(dataset.reading ?? "")).length;
  const questions = next.module.practice.length - next.practiced;
  const items = [
    readings && words.leftItems.readings({ count: readings }),
    questions && words.leftItems.questions({ count: questions }),
    words.leftItems.check,
  ].filter(Boolean);
  const left = words.left({ items: items.join(", ") });
  const started = done > 0 || read.size > 0 ||
    progress.some(({ practiced, checks }) => practiced || checks.length);
  const text = started ? words.goOn : words.begin;
  return make(
    "div.rc-summary",
    head,
    make("p", make("strong", words.next({ title: next.module.title })), " ", left),
    makeButton(text, () => goTo(row), "rc-button--primary rc-go-on"),
  );
}

/** @param {HTMLElement | null} row */
function goTo(row) {
  row?.scrollIntoView();
  const open = row?.querySelector("[data-reading] input:not(:checked)") ??
    row?.querySelector("button");
  /** @type {HTMLElement | null | undefined} */ (open)?.focus({ preventScroll: true });
}

/**
 * @param {TrackView} view
 * @param {HTMLElement} row
 * @param {ModuleProgress} progress
 * @param {boolean} running Whether its check was started.
 */
function enhance(view, row, progress, running) {
  const { screen } = view;
  const { module, pass, practiced, checks } = progress;
  row.toggleAttribute("data-passed", Boolean(pass));
  row.querySelector("h2")?.setAttribute("tabindex", "-1");
  for (const page of pagesIn(row)) addReadTick(view, page);
  const start = () =>
    screen.attempt(async () => (await loadQuestions()).practiceModule(view, module));
  const check = () => screen.attempt(async () => (await loadQuestions()).showCheck(view, progress));
  const newCheck = checks.length ? words.againCheck : words.startCheck;
  const checkText = running ? words.resumeCheck : newCheck;
  withFocus(row, () => {
    row.querySelectorAll(":scope > .rc-added").forEach((node) => node.remove());
    row.querySelector(".rc-practices")?.after(
      make("p.rc-added", words.practiced({ right: practiced, total: module.practice.length })),
      make("p.rc-added", makeButton(words.practiceHere, start, "rc-practice-here")),
    );
    row.querySelector(".rc-check-words")?.after(
      ...checkState(progress),
      make("p.rc-added", makeButton(checkText, check, "rc-start-check")),
    );
  });
}

/**
 * A page ticked as read draws the buttons again, while a keyboard may already be on one of them.
 *
 * @param {HTMLElement} root
 * @param {() => void} change
 */
function withFocus(root, change) {
  const name = root.querySelector("button:focus")?.className;
  change();
  const same = [...root.querySelectorAll("button")].find(({ className }) => className === name);
  if (name && root.querySelector("button:focus") === null) same?.focus({ preventScroll: true });
}

/** @param {ModuleProgress} progress */
function checkState({ module, pass, checks }) {
  const node = (/** @type {string} */ state, /** @type {string} */ text) => [
    make("p.rc-added.rc-check-state", { "data-state": state }, text),
  ];
  if (pass) {
    const { right, total, at } = pass;
    return node("passed", words.passed({ right, total, day: calendarDay(at.slice(0, 10)) }));
  }
  if (checks.some(({ passed }) => passed)) return node("outdated", words.outdated);
  const last = checks.at(-1);
  if (!last) return [];
  const [total, needed] = [questionCount(module), passingCount(module)];
  return node("failed", words.failed({ right: last.right, total, needed }));
}

/** @param {TrackView} view @param {HTMLElement} node */
function addReadTick({ screen, track, read }, node) {
  const page = node.dataset.reading ?? "";
  const known = node.querySelector("input");
  if (known) return void (known.checked = read.has(page));
  const box = make("input", {
    type: "checkbox",
    checked: read.has(page),
    "aria-label": words.readTick({ title: node.querySelector("a")?.textContent ?? page }),
  });
  box.addEventListener("change", async () => {
    await tickPage(screen.store, track.id, page, box.checked);
    await showTrack(screen, track);
  });
  node.append(make("label.rc-tick", box, ` ${words.read}`));
}

/** Where the pages that the learner ticked as read are stored. @param {string} track */
const readKey = (track) => `track-read/${track}`;

/** @param {Store} store @param {string} track */
const readPages = async (store, track) => new Set(readIn(await store.value(readKey(track))));

/** @param {Store} store @param {string} track @param {string} page @param {boolean} read */
const tickPage = (store, track, page, read) =>
  store.updateValue(readKey(track), (value) => {
    const others = readIn(value).filter((one) => one !== page);
    return { pages: read ? [...others, page] : others };
  });

/** @param {unknown} value */
function readIn(value) {
  const pages = isRecord(value) ? value.pages : [];
  return Array.isArray(pages) ? pages.filter((page) => typeof page === "string").slice(0, 500) : [];
}
