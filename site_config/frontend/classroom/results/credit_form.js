/** The form by which an instructor changes a credit, with the reason that the learner will read. */
import { field, make, makeForm } from "../../shared/dom.js";
import { MAX_DISPUTE } from "../../shared/result_limits.js";
import { regradeWords as words } from "../../shared/strings/index.js";
import { questionsOf, targetsOf } from "./credit_targets.js";

/** @import { Decision, Marking } from "../../shared/schema_types.d.ts" */
/** @import { Target } from "./credit_targets.js" */
/** @import { Row } from "./types.d.ts" */

/** Keeps what is typed while results are added. */
export class CreditForm {
  #item = make("select", { id: "rc-credit-item" });
  #whom = make("select", { id: "rc-credit-whom" });
  #points = make("input", {
    id: "rc-credit-points",
    type: "number",
    min: "0",
    max: "1",
    step: "0.01",
    inputMode: "decimal",
    "aria-describedby": "rc-credit-hint",
  });
  #reason = make("textarea", { id: "rc-credit-reason", rows: 3, maxLength: MAX_DISPUTE });
  #by = make("input", { id: "rc-credit-by", type: "text", maxLength: 200, autocomplete: "name" });
  #flaw = make("p.rc-credit__flaw");
  /** @type {Target[]} */ #targets = [];
  #questions = /** @type {ReturnType<typeof questionsOf>} */ ([]);
  #rows = /** @type {Row[]} */ ([]);
  #keys = /** @type {Map<string, Marking>} */ (new Map());
  #decide;
  #announce;

  /**
   * @param {(decision: Decision) => unknown} decide
   * @param {(text: string) => void} announce
   */
  constructor(decide, announce) {
    this.#decide = decide;
    this.#announce = announce;
    this.#item.addEventListener("change", () => this.#showTargets());
    const hint = make("p", { id: "rc-credit-hint" }, words.creditHint);
    this.node = makeForm(
      ".rc-credit",
      words.change,
      "rc-credit__save",
      () => this.#submit(),
      field(words.question, this.#item),
      field(words.whose, this.#whom),
      field(words.credit, this.#points, hint),
      field(words.reason, this.#reason, make("p", words.reasonHint)),
      field(words.by, this.#by),
      this.#flaw,
    );
  }

  /** @param {Row[]} rows @param {Map<string, Marking>} keys */
  show(rows, keys) {
    const { value } = this.#item, whom = this.#whom.selectedIndex;
    this.#rows = rows;
    this.#keys = keys;
    this.#questions = questionsOf(rows, keys);
    const several = new Set(this.#questions.map(({ assignment }) => assignment)).size > 1;
    this.#item.replaceChildren(
      ...this.#questions.map(({ assignment, item, title, of }) =>
        make("option", { value: `${assignment} ${item}` }, several ? `${title} (${of})` : title)
      ),
    );
    this.#item.value = value;
    if (this.#item.selectedIndex < 0) this.#item.selectedIndex = 0;
    this.#showTargets(whom);
  }

  /** Goes to one learner's answer. @param {string} item @param {string} result */
  open(item, result) {
    const row = this.#rows.find(({ submission }) => submission.result.id === result);
    this.#item.value = `${row?.submission.result.assignment.id} ${item}`;
    this.#showTargets();
    const place = this.#targets.findIndex(({ about }) => about.result === result);
    if (place >= 0) this.#whom.value = String(place);
    this.#points.focus();
  }

  /** @param {number} [chosen] */
  #showTargets(chosen = 0) {
    const question = this.#questions[this.#item.selectedIndex];
    this.#targets = question
      ? targetsOf(this.#rows, this.#keys, question.assignment, question.item)
      : [];
    const texts = { everyone: words.forEveryone, answer: words.forAnswer, learner: words.forOne };
    const groups = Map.groupBy(this.#targets.entries(), ([, { kind }]) => kind);
    this.#whom.replaceChildren(
      ...[...groups].map(([kind, all]) =>
        make(
          "optgroup",
          { label: texts[kind] },
          all.map(([place, { label }]) => make("option", { value: String(place) }, label)),
        )
      ),
    );
    if (chosen > 0 && chosen < this.#targets.length) this.#whom.selectedIndex = chosen;
  }

  #submit() {
    const question = this.#questions[this.#item.selectedIndex];
    const target = this.#targets[Number(this.#whom.value)];
    const after = this.#points.valueAsNumber;
    const [reason, by] = [this.#reason.value.trim(), this.#by.value.trim()];
    if (!question || !target) return;
    if (!(after >= 0 && after <= 1)) return this.#refuse(this.#points, words.creditFlaw);
    if (!reason) return this.#refuse(this.#reason, words.reasonFlaw);
    if (!by) return this.#refuse(this.#by, words.byFlaw);
    this.#flaw.textContent = "";
    this.#reason.value = "";
    const { assignment, item } = question;
    const at = new Date().toISOString();
    this.#decide({ at, by, assignment, item, ...target.about, after, reason });
  }

  /** @param {HTMLElement} control @param {string} text */
  #refuse(control, text) {
    this.#flaw.textContent = text;
    this.#announce(text);
    control.focus();
  }
}
