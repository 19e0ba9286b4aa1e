/** The class's part of the page: a list of names to paste, and who has handed in what. */
import { field, make, makeButton } from "../../shared/dom.js";
import { saveAs } from "../../shared/save_file.js";
import { scrollRegion, table } from "../../shared/table.js";
import { resultsWords as words } from "../../shared/strings/index.js";
import { calendarDay } from "../../shared/dates.js";
import { classTable, classView, isWhole, namesOf, stateOf } from "./class_view.js";
import { toCsv } from "./spreadsheets.js";

/** @import { Row } from "./types.d.ts" */
/** @import { AssignmentProgress } from "./class_view.js" */

/** The list stays while results are added; it is stored nowhere. */
export class ClassPart {
  #rows = /** @type {Row[]} */ ([]);
  #list = make("textarea", {
    id: "rc-class-list",
    rows: 4,
    spellcheck: false,
    autocomplete: "off",
  });
  #table = make("div");
  #count = make("p.rc-class-count", { role: "status" });

  constructor() {
    this.#list.addEventListener("input", () => this.#update());
  }

  /** @param {Row[]} rows */
  show(rows) {
    this.#rows = rows;
    this.#update();
    return make(
      "section.rc-class",
      make("h2", words.classView),
      make("p", words.classHow),
      field(words.classList, this.#list),
      this.#count,
      this.#table,
      make("p.rc-actions", makeButton(words.saveClass, () => this.#save(), "rc-save-class")),
    );
  }

  get #view() {
    return classView(this.#rows, namesOf(this.#list.value));
  }

  #update() {
    const { assignments, learners } = this.#view;
    const named = (/** @type {string} */ text) => make("bdi", text);
    const rows = learners.map(({ name, isListed, progress }) => [
      make("span", named(name), isListed ? null : make("small", ` ${words.notListed}`)),
      ...progress.map(progressNode),
    ]);
    const head = [words.classLearner, ...assignments.map(({ title }) => named(title))];
    this.#table.replaceChildren(scrollRegion(words.classView, table("rc-class-table", head, rows)));
    const done = learners.filter(({ isListed, progress }) =>
      isListed && progress.every((one) => one && isWhole(one))
    );
    const listed = learners.filter(({ isListed }) => isListed);
    this.#count.textContent = words.classCount({ done: done.length, all: listed.length });
  }

  #save() {
    saveAs("class.csv", toCsv(classTable(this.#view)), "text/csv");
  }
}

/** @param {AssignmentProgress | null} done */
function progressNode(done) {
  const state = make("strong", stateOf(done));
  if (!done) return state;
  const { date, percent, attempts } = done;
  const facts = [
    calendarDay(date),
    percent === null ? null : `${percent}%`,
    attempts > 1 && words.classAttempts({ attempts }),
  ];
  return make("span", state, make("small", ` ${facts.filter(Boolean).join(" · ")}`));
}
