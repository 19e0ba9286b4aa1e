import { say } from "../../shared/strings/messages.js";
import { PageElement } from "../../shared/custom_element.js";
import { createAnnouncer } from "../../shared/announcer.js";
import { confirmButton } from "../../shared/confirm_button.js";
import { make, makeButton } from "../../shared/dom.js";
import { resultsWords as words } from "../../shared/strings/index.js";
import { analyzes } from "./analysis.js";
import { gradebook, itemsOf, ownMarkings } from "./gradebook.js";
import * as columns from "./columns.js";
import { disputesOf } from "./disputes.js";
import { lazyLoad } from "../../shared/lazy_load.js";
import { Uploads } from "./uploads.js";
import { loadKeys } from "./answer_keys.js";
import { toCsv, toXlsx } from "./spreadsheets.js";
import { analysisPart, gradeTable } from "./gradebook_view.js";

/** @import { Analysis } from "../../shared/schema_types.d.ts" */
/** @import { Row } from "./types.d.ts" */
/**
 * @typedef {object} Parts What is loaded once results are open.
 * @property {typeof import("./class_part.js").ClassPart} ClassPart
 * @property {typeof import("./credits.js").Credits} Credits
 * @property {typeof import("./disputes_view.js").disputesPart} disputesPart
 */

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** `<rc-gradebook>`: result files in, scores and analysis out. Nothing leaves the browser. */
export class Gradebook extends PageElement {
  #desk = new Uploads();
  /** @type {import("./class_part.js").ClassPart | undefined} */ #class;
  /** @type {import("./credits.js").Credits | undefined} */ #credits;
  #place = make("div", { className: "rc-output" });
  #announce = (/** @type {string} */ _text) => {};

  /** @override */
  start() {
    const form = this.querySelector("form");
    if (!form) return false;
    this.querySelector(".rc-noscript-hint")?.remove();
    this.#announce = createAnnouncer(this);
    form.after(this.#place);
    this.#listen(form);
  }

  /** @param {HTMLFormElement} form */
  #listen(form) {
    const input = /** @type {HTMLInputElement} */ (form.querySelector("input[type=file]"));
    input.addEventListener("change", async () => {
      await this.#open([...(input.files ?? [])]);
      input.value = "";
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    const zone = form.querySelector(".rc-drop") ?? form;
    for (const name of ["dragenter", "dragover"]) {
      zone.addEventListener(
        name,
        (event) => (event.preventDefault(), zone.setAttribute("data-over", "")),
      );
    }
    for (const name of ["dragleave", "drop"]) {
      zone.addEventListener(name, () => zone.removeAttribute("data-over"));
    }
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      this.#open([.../** @type {DragEvent} */ (event).dataTransfer?.files ?? []]);
    });
  }

  /** @param {File[]} files */
  async #open(files) {
    if (!files.length) return;
    await this.#desk.open(files);
    await this.#show();
  }

  /** @param {boolean} [isAgain] After a change that is announced by itself. */
  async #show(isAgain) {
    const { submissions, markings, problems, waiting, hasKey } = this.#desk;
    const given = new Map([...ownMarkings(submissions), ...markings]);
    const keys = await loadKeys(itemsOf(submissions), given, Number(this.dataset.shards));
    /** @type {Parts | null} */
    const loaded = await lazyLoad("gradebook-parts.js", "rightcodeGradebookParts").catch(() =>
      null
    );
    if (loaded) {
      this.#class ??= new loaded.ClassPart();
      this.#credits ??= new loaded.Credits(() => this.#show(true), this.#announce);
    }
    const credits = this.#credits;
    const rows = gradebook(submissions, keys, Date.now(), undefined, hasKey, credits?.decide);
    const parts = analyzes(rows, keys).flatMap(({ title, analysis }) =>
      analysis ? [{ title, found: analysis }] : []
    );
    const summary = words.opened(
      {
        results: rows.length,
        flagged: rows.filter(({ flags }) => flags.length).length,
        refused: problems.length,
      },
    );
    this.#place.replaceChildren(
      make("h2", { textContent: words.gradebook }),
      make("p", { className: "rc-told", textContent: summary }),
      ...(waiting
        ? [
          make("p", {
            className: "rc-warning",
            textContent: words.waiting({ count: waiting, hasKey }),
          }),
        ]
        : []),
      ...refusals(problems),
      ...(rows.length
        ? [
          gradeTable(rows),
          this.#savings(rows, parts.map(({ found }) => found)),
          this.#class?.show(rows) ?? "",
          ...loaded?.disputesPart(
            disputesOf(rows, keys),
            (item, result) => credits?.open(item, result),
          ) ?? [],
          credits?.show(rows, keys) ?? "",
        ]
        : []),
      ...parts.flatMap(({ title, found }) => analysisPart(title, found)),
    );
    if (isAgain) return;
    this.#announce(waiting ? `${summary} ${words.waiting({ count: waiting, hasKey })}` : summary);
  }

  /** @param {Row[]} rows @param {Analysis[]} found */
  #savings(rows, found) {
    const csv = () => save("gradebook.csv", "text/csv", toCsv(columns.grades(rows)));
    const items = () => save("items.csv", "text/csv", toCsv(columns.items(found)));
    const tables = [
      columns.grades(rows),
      columns.answers(rows),
      columns.items(found),
      columns.pulls(found),
    ];
    const all = () => [...tables, ...this.#credits?.tables ?? []];
    const book = () => save("results.xlsx", XLSX, toXlsx(all()));
    const clear = () => {
      this.#desk = new Uploads();
      this.#class = undefined;
      this.#credits?.close();
      this.#credits = undefined;
      this.#place.replaceChildren();
      this.#announce(words.cleared);
      this.querySelector("input")?.focus();
    };
    const closing = confirmButton("span", {
      first: [words.clear, "rc-clear"],
      confirm: [words.clearNow, "rc-clear-now"],
      cancel: words.keepOpen,
      question: () => words.sureToClear({ count: rows.length }),
      act: clear,
      isDangerous: true,
    });
    return make(
      "div",
      { className: "rc-actions" },
      ...[
        makeButton(words.saveCsv, csv, "rc-save-csv"),
        makeButton(words.saveItems, items, "rc-save-items"),
        makeButton(words.saveXlsx, book, "rc-save-xlsx"),
      ].flatMap((button) => [button, " "]),
      closing.node,
    );
  }
}

/** @param {Uploads["problems"]} problems */
function refusals(problems) {
  if (!problems.length) return [];
  const entries = problems.map(({ source, reason, about }) => {
    const sentence = say(/** @type {Record<string, any>} */ (words.refused)[reason], {
      about: about || "none",
    });
    return make("li", {}, make("bdi", { textContent: source }), `: ${sentence}`);
  });
  return [
    make("h3", { textContent: words.unread }),
    make("ul", { className: "rc-unread" }, ...entries),
  ];
}

/** @param {string} name @param {string} type @param {string | Uint8Array<ArrayBuffer>} content */
function save(name, type, content) {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
