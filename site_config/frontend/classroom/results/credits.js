/** Credits that an instructor changes: the form, the trail, and the files of both sides. */
import { strToU8, zipSync } from "fflate";
import { make, makeButton } from "../../shared/dom.js";
import { dayAndTime } from "../../shared/dates.js";
import { saveAs } from "../../shared/save_file.js";
import { MAX_BYTES } from "../../shared/result_limits.js";
import { regradeWords as words, resultsWords } from "../../shared/strings/index.js";
import { say } from "../../shared/strings/messages.js";
import { scrollRegion, table } from "../../shared/table.js";
import { aboutWhom, changes, rescored, rescoredText } from "./changed_credits.js";
import { CreditForm } from "./credit_form.js";
import { decider, decisionsText, inOrder, readDecisions } from "./decisions.js";
import { parse, refusalOf, textOf } from "./result_file.js";

/** @import { Decision, Marking, Rescored } from "../../shared/schema_types.d.ts" */
/** @import { Row } from "./types.d.ts" */

/** What was decided stays until the page is closed; it is stored in files alone. */
export class Credits {
  /** @type {Decision[]} */ #trail = [];
  #isSaved = true;
  #rows = /** @type {Row[]} */ ([]);
  #keys = /** @type {Map<string, Marking>} */ (new Map());
  #heading = make("h2", { tabIndex: -1 }, words.credits);
  #status = make("p.rc-credit__status");
  #refresh;
  #announce;
  #form;

  /**
   * @param {() => Promise<unknown>} refresh Scores everything anew.
   * @param {(text: string) => void} announce
   */
  constructor(refresh, announce) {
    this.#refresh = refresh;
    this.#announce = (/** @type {string} */ text) => {
      this.#status.textContent = text;
      announce(text);
    };
    this.#form = new CreditForm((one) => this.#add([one], words.changed), announce);
    addEventListener("beforeunload", (event) => this.#isSaved || event.preventDefault());
  }

  get decide() {
    return decider(this.#trail);
  }

  /** The trail as a table that leaves; none where nothing was decided. */
  get tables() {
    return this.#trail.length ? [changes(this.#trail, this.#rows, this.#keys)] : [];
  }

  /** Nothing is left to save. */
  close() {
    this.#isSaved = true;
  }

  /** Goes to the answer that a learner disputes. @param {string} item @param {string} result */
  open(item, result) {
    this.#form.open(item, result);
  }

  /** @param {Row[]} rows @param {Map<string, Marking>} keys */
  show(rows, keys) {
    this.#rows = rows;
    this.#keys = keys;
    this.#form.show(rows, keys);
    return make(
      "section.rc-credits",
      this.#heading,
      make("p", words.creditsHow),
      this.#status,
      this.#form.node,
      this.#trail.length > 0 && this.#trailTable(),
      this.#actions(),
    );
  }

  #trailTable() {
    const typed = (/** @type {string} */ text) => make("bdi", text);
    const rows = this.#trail.map((one) => [
      dayAndTime(Date.parse(one.at)),
      typed(one.by),
      typed(this.#keys.get(one.item)?.title ?? one.item),
      typed(aboutWhom(one, this.#rows, this.#keys)),
      one.before === undefined || one.before === null ? "–" : String(one.before),
      one.after === undefined || one.after === null ? words.asTheKey : String(one.after),
      typed(one.reason),
    ]);
    return scrollRegion(words.changes, table("rc-trail", words.shownChangeColumns, rows));
  }

  #actions() {
    const some = this.#trail.length > 0;
    const input = make("input", { type: "file", accept: ".json,application/json" });
    input.addEventListener("change", () => this.#open(input.files?.[0]));
    return make(
      "div.rc-actions",
      some && [
        makeButton(words.takeBack, () => this.#takeBack(), "rc-credit__back"),
        " ",
        makeButton(words.saveDecisions, () => this.#save(), "rc-save-decisions"),
        " ",
        makeButton(words.saveForLearners, () => this.#saveForLearners(), "rc-save-rescored"),
      ],
      make("p", make("label.rc-open-decisions", `${words.openDecisions} `, input)),
    );
  }

  /** @param {Decision[]} added @param {string} message */
  async #add(added, message, isSaved = false) {
    this.#trail = inOrder([...this.#trail, ...added]);
    this.#isSaved &&= isSaved;
    await this.#refresh();
    this.#heading.focus();
    this.#announce(message);
  }

  /** The last change ends by another, so that the trail has both. */
  #takeBack() {
    const last = this.#trail[this.#trail.length - 1];
    const { before: _, after, ...about } = last;
    const at = new Date(Math.max(Date.now(), Date.parse(last.at) + 1)).toISOString();
    const ended = { ...about, at, ...(after === undefined ? {} : { before: after }) };
    return this.#add([{ ...ended, reason: words.tookBack }], words.takenBack);
  }

  #save() {
    saveAs("decisions.json", decisionsText(this.#trail), "application/json");
    this.#isSaved = true;
    this.#announce(words.savedDecisions);
  }

  #saveForLearners() {
    const all = rescored(this.#rows, this.#keys);
    const files = all.map((one) => [fileName(one), strToU8(rescoredText(one))]);
    saveAs("credits-for-learners.zip", zipSync(Object.fromEntries(files)), "application/zip");
    this.#announce(words.savedForLearners({ count: all.length }));
  }

  /** @param {File} [file] */
  async #open(file) {
    if (!file) return;
    try {
      if (file.size > MAX_BYTES) return this.#announce(resultsWords.refused.tooBig);
      const found = readDecisions(parse(textOf(await file.arrayBuffer())));
      await this.#add(found, words.opened({ count: found.length }), true);
    } catch (problem) {
      const { reason, about } = refusalOf(problem);
      const message = /** @type {Record<string, any>} */ (resultsWords.refused)[reason];
      const text = say(message, { about: about || "none" });
      this.#announce(text);
      this.#heading.focus();
    }
  }
}

/** @param {Rescored} one */
function fileName({ learner, result }) {
  const plain = learner.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);
  return `${[plain, result.slice(0, 8)].filter(Boolean).join("-")}.json`;
}
