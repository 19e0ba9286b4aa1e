/** A worked claim whose lines a reader changes and sends; the plan answers at once. */

import { adjudicate } from "../billing/adjudication/adjudicate.js";
import { loadPlan } from "../billing/adjudication/load.js";
import { dollars } from "../billing/adjudication/payer_case.js";
import { createAnnouncer } from "../shared/announcer.js";
import { PageElement } from "../shared/custom_element.js";
import { calendarDay } from "../shared/dates.js";
import { make, makeButton } from "../shared/dom.js";
import { remittanceWords as words } from "../shared/strings/index.js";
import { ClaimRows } from "./claim_rows.js";
import { FormErrors } from "./fields.js";
import { RemittanceView, summary } from "./remittance_view.js";

/** @import { Submission } from "../billing/adjudication/types.d.ts" */
/**
 * @typedef {{ id: string, title: string, note: string, plan: string, planName: string,
 *   submission: Submission }} WorkedClaim
 * @typedef {{ claims: WorkedClaim[], denials: Record<string, string> }} Names
 */

export class OwnClaim extends PageElement {
  /** @type {(text: string) => void} */ #announce = () => {};
  #rows = new ClaimRows((text) => this.#announce(text));
  #about = make("div");
  #output = make("div.rc-output");
  #claim = make("select", { name: "claim" });
  /** @type {Names} */ #names = { claims: [], denials: {} };
  #sent = 0;

  /** @override */
  start() {
    const data = this.querySelector("script.rc-names")?.textContent;
    if (!data) return false;
    this.#names = JSON.parse(data);
    this.querySelector(".rc-noscript-hint")?.remove();
    this.#claim.append(
      ...this.#names.claims.map(({ id, title }) => make("option", { value: id }, title)),
    );
    this.#claim.addEventListener("change", () => this.#begin());
    this.append(this.#form(), this.#output);
    this.#announce = createAnnouncer(this);
    this.#begin();
  }

  #form() {
    const form = make(
      "form.rc-form",
      { noValidate: true },
      make("label.rc-field.rc-field--wide", make("span", words.claim), " ", this.#claim),
      this.#about,
      this.#rows.node,
      make(
        "p.rc-actions",
        make("button.rc-button.rc-button--primary", { type: "submit" }, words.send),
        " ",
        makeButton(words.add, () => this.#rows.add(), "rc-add"),
        " ",
        makeButton(words.again, () => {
          this.#begin();
          this.#announce(words.restored);
        }, "rc-clear"),
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send(form);
    });
    return form;
  }

  get #worked() {
    const { claims } = this.#names;
    return claims.find(({ id }) => id === this.#claim.value) ?? claims[0];
  }

  #begin() {
    this.#sent++;
    const { note, planName, submission } = this.#worked;
    const on = calendarDay(submission.visit.date);
    this.#about.replaceChildren(
      make("p", make("strong", words.plan({ plan: planName, on })), ` ${note}`),
      onFile(submission),
    );
    this.#rows.fill(submission.claim.lines);
    this.#output.replaceChildren();
  }

  /** @param {HTMLFormElement} form */
  async #send(form) {
    const errors = new FormErrors(form);
    const lines = this.#rows.read(errors);
    this.#output.replaceChildren();
    if (errors.texts.length) {
      this.#announce(words.refused({ errors: errors.texts.join(" ") }));
      return errors.focus();
    }
    const sent = ++this.#sent;
    const { plan, submission } = this.#worked;
    this.#show(make("p", words.loading));
    const facts = await loadPlan(plan).catch(() => null);
    if (sent !== this.#sent) return;
    if (!facts) return this.#show(make("p", words.failed)), this.#announce(words.failed);
    const found = adjudicate(facts, { ...submission, claim: { ...submission.claim, lines } });
    const view = new RemittanceView({ pages: this.dataset, denials: this.#names.denials });
    this.#show(make("h3", words.answer), ...view.nodes(found));
    this.#announce(summary(found));
    this.#output.scrollIntoView({ block: "nearest" });
  }

  /** @param {...Node} nodes */
  #show(...nodes) {
    this.#output.replaceChildren(...nodes);
  }
}

/** What the payer has on file, as far as the claim says it. @param {Submission} submission */
function onFile({ visit, account = {}, claim }) {
  const { authorization, allowed_so_far_usd: allowed, used_this_year: used = {} } = visit;
  const on = authorization?.number ? true : authorization?.on_file;
  const state = on === undefined ? "unknown" : on ? "yes" : "no";
  const money = (/** @type {number | null | undefined} */ amount) =>
    typeof amount === "number" && dollars(Math.round(amount * 100));
  /** @type {[string, string | number | false | null | undefined][]} */
  const facts = [
    [words.received, claim.received && calendarDay(claim.received)],
    [words.deductible, money(account.deductible_met)],
    [words.allowed, money(allowed)],
    [words.visit, visit.visit_number],
    [words.used, Object.entries(used).map(([who, n]) => `${who.toUpperCase()} ${n}`).join(", ")],
    [words.authorization, authorization && words.authorizations({ state })],
    [
      words.diagnoses,
      claim.header?.diagnoses?.map((one, at) => `${"ABCDEFGHIJKL"[at]} ${one}`)
        .join(", "),
    ],
  ];
  const known = facts.filter(([, value]) => value !== undefined && value !== false && value !== "");
  return make(
    "details.rc-more",
    make("summary", words.onFile),
    make("ul", known.map(([name, value]) => make("li", `${name}: ${value}`))),
  );
}
