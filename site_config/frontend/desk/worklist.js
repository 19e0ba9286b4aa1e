import { confirmButton } from "../shared/confirm_button.js";
import { make, makeButton } from "../shared/dom.js";
import { deskWords as words } from "../shared/strings/index.js";
import { labeled, select } from "./start_screen.js";
import {
  focusHeading,
  kindOf,
  patientOf,
  payerName,
  setupTitle,
  stateOf,
  timeText,
} from "./texts.js";

/** @import { DeskContext } from "./desk_context.js" */
/** @import { Entry, Progress } from "./types.d.ts" */

const SORTS = ["due", "kind", "payer"];
/** @typedef {{ entry: Entry, found: Progress, state: import("./texts.js").State }} Row */

/**
 * What is on the desk today.
 *
 * @param {DeskContext} desk
 * @param {object} does
 * @param {(id: string) => unknown} does.open
 * @param {() => unknown} does.nextDay
 * @param {() => unknown} does.finish
 * @returns {Node[]}
 */
export function worklist(desk, { open, nextDay, finish }) {
  const rows = desk.arrived.map((entry) => {
    const found = desk.progress(entry.id);
    return { entry, found, state: stateOf(found, entry.log.length > 0) };
  });
  const list = make("ul.rc-desk__list");
  const sort = select("sort", SORTS, "due", words.sorts);
  const fill = () =>
    list.replaceChildren(
      ...sorted(desk, rows, sort.value).map((row) => item(desk, row, open)),
    );
  sort.addEventListener("change", fill);
  fill();
  return [
    focusHeading("h2", words.worklist({ day: desk.session.day })),
    make("p.rc-desk__setup", setupTitle(desk.session.setup)),
    make("p", words.open(counts(rows))),
    make("div.rc-desk__sort", labeled(words.sort, sort)),
    list,
    ...ending(desk, rows, { nextDay, finish }),
  ];
}

/** @param {Row[]} rows */
function counts(rows) {
  const of = (/** @type {string} */ name) => rows.filter(({ state }) => state === name).length;
  const [waiting, done] = [of("waiting"), of("done")];
  return { open: rows.length - waiting - done, waiting, done };
}

/** Open ones first. @param {DeskContext} desk @param {Row[]} rows @param {string} by */
function sorted(desk, rows, by) {
  const rank = (/** @type {Row} */ { state }) => ["waiting", "done"].indexOf(state);
  const name = (/** @type {Row} */ { entry }) =>
    by === "kind"
      ? kindOf(desk.item(entry.id))
      : by === "payer"
      ? payerName(desk.work, desk.item(entry.id))
      : "";
  return rows.toSorted((one, other) =>
    rank(one) - rank(other) || name(one).localeCompare(name(other)) ||
    one.found.due - other.found.due
  );
}

/** @param {DeskContext} desk @param {Row} row @param {(id: string) => unknown} open */
function item(desk, { entry, found, state }, open) {
  const work = desk.item(entry.id);
  const [patient, kind] = [patientOf(work), kindOf(work)];
  const button = makeButton(patient, () => open(entry.id), "rc-desk__open");
  button.setAttribute("aria-label", words.openItem({ patient, kind }));
  const due = dueText(found, state, desk.session.day);
  return make(
    "li.rc-desk__item",
    { "data-state": state, "data-item": entry.id },
    make("h3", button),
    make("span.rc-desk__state", words.states[state]),
    make("span.rc-desk__kind", kind),
    make("span.rc-desk__payer", payerName(desk.work, work)),
    due && make("span.rc-desk__due", { "data-late": String(desk.session.day > found.due) }, due),
    entry.ms > 0 && make("span.rc-desk__time", words.time({ time: timeText(entry.ms) })),
  );
}

/** @param {Progress} found @param {string} state @param {number} day */
function dueText({ due }, state, day) {
  if (state === "done" || state === "waiting") return "";
  return day > due ? words.overdue({ day: due }) : day === due ? words.dueToday : words.due({
    day: due,
  });
}

/**
 * @param {DeskContext} desk @param {Row[]} rows
 * @param {{ nextDay: () => unknown, finish: () => unknown }} does
 */
function ending(desk, rows, { nextDay, finish }) {
  if (desk.isDone) return [make("p", makeButton(words.finish, finish, "rc-button--primary"))];
  const left = desk.session.entries.filter(({ id }) => desk.progress(id).phase !== "done").length;
  const today =
    rows.filter(({ state, found }) =>
      !["waiting", "done"].includes(state) && found.due <= desk.session.day
    ).length;
  const early = confirmButton("span", {
    first: [words.finishEarly, ""],
    confirm: [words.finishYes, "rc-button--primary"],
    cancel: words.finishNo,
    question: () => words.finishSure({ left }),
    act: finish,
  });
  const hint = make(
    "p.rc-desk__hint",
    { id: "rc-desk-day-hint" },
    words.nextDayHint({ open: today }),
  );
  const next = makeButton(words.nextDay({ day: desk.session.day }), nextDay, "rc-button--primary");
  next.setAttribute("aria-describedby", hint.id);
  return [hint, make("div.rc-actions", next, " ", early.node)];
}
