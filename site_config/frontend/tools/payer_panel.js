import { readFacts } from "../billing/facts.js";
import { createAnnouncer } from "../shared/announcer.js";
import { copyText } from "../shared/copy_text.js";
import { PageElement } from "../shared/custom_element.js";
import { listOf, make, makeButton } from "../shared/dom.js";
import { forgetPayer, myPayer, OWN, storePayer } from "../shared/my_payer.js";
import { parseJson } from "../shared/json.js";
import { myPayerWords as words, toolsWords } from "../shared/strings/index.js";
import { loadTypedLists, makeTypedLists } from "../shared/typed_lists.js";
import { AnswerOutput } from "./answer_output.js";
import { chosenOf, FormErrors } from "./fields.js";
import { readOwnForm, writeOwnForm } from "./own_payer_form.js";
import { ownPayerFacts, readOwnPayer } from "./own_payer.js";
import { payerFacts } from "./payer_facts.js";
import { practiceLinks } from "./payer_practice.js";

/** @import { Facts, Payer, Table } from "../billing/types.d.ts" */

/** The page on which a reader says who pays, and reads what is known of that payer. */
export class PayerPanel extends PageElement {
  #current = make("div.rc-my-payer");
  #offer = make("div.rc-my-payer__offer", { hidden: true });
  /** @type {(text: string) => void} */ #announce = () => {};
  /** @type {Facts | undefined} */ #facts;

  /** @override */
  async start() {
    const table = /** @type {{rightcodeFacts?: Table}} */ (globalThis).rightcodeFacts;
    const hint = this.querySelector(".rc-noscript-hint");
    const [list, own] = this.querySelectorAll("form");
    if (!table || !own) return hint?.replaceChildren(toolsWords.noFacts), false;
    hint?.remove();
    this.#facts = readFacts(table);
    this.#announce = createAnnouncer(this);
    this.prepend(this.#offer, this.#current);
    await loadTypedLists();
    makeTypedLists(this);
    list.addEventListener("submit", (event) => this.#submit(event, () => chooseListed(list)));
    own.addEventListener("submit", (event) => this.#submit(event, () => readOwnForm(own)));
    this.#show();
    this.#openLink();
    addEventListener("hashchange", () => this.#openLink());
  }

  /** @param {Event} event @param {() => URLSearchParams | null} read */
  #submit(event, read) {
    event.preventDefault();
    const state = read();
    if (state) this.#take(state, words.set);
    else this.#announce(this.querySelector(".rc-flaw")?.textContent ?? "");
  }

  /** @param {URLSearchParams} state @param {(values: {name: string}) => string} message */
  #take(state, message) {
    storePayer(state);
    this.#offer.hidden = true;
    this.#show();
    this.#announce(message({ name: this.#payer(state)?.name ?? "" }));
    this.#current.querySelector("h3")?.focus();
  }

  /** The payer that a state names, if there is one. @param {URLSearchParams} state */
  #payer(state) {
    const facts = /** @type {Facts} */ (this.#facts);
    const own = readOwnPayer(state);
    const id = state.get("payer") ?? "";
    if (own) return ownPayerFacts(facts, own);
    return Object.hasOwn(facts.table.payers, id) ? facts.table.payers[id] : null;
  }

  #show() {
    const state = myPayer();
    const payer = this.#payer(state);
    const own = readOwnPayer(state);
    if (own) writeOwnForm(this.querySelectorAll("form")[1], own);
    this.#current.replaceChildren(
      ...(payer ? this.#described(state, payer) : [make("p", words.none)]),
    );
  }

  /** @param {URLSearchParams} state @param {Payer} payer */
  #described(state, payer) {
    const facts = /** @type {Facts} */ (this.#facts);
    const id = state.get("payer") ?? "";
    const { name } = payer;
    const output = new AnswerOutput(facts, this.dataset);
    const rows = payerFacts(facts, id, payer, output).flatMap(([label, known]) => [
      make("dt", label),
      known.map((parts) => make("dd", parts)),
    ]);
    output.add(
      make("h3", { tabIndex: -1 }, words.mine({ name })),
      ...(id === OWN ? [make("p", words.own)] : []),
      make("dl.rc-my-payer__facts", rows),
      listOf("ul", this.#links(id, payer)),
      make(
        "p.rc-actions",
        makeButton(words.copyLink, () => this.#copy(state, name), "rc-copy-link"),
        " ",
        makeButton(words.clear, () => this.#clear(), "rc-clear"),
      ),
    );
    return output.nodes;
  }

  /** @param {string} id @param {Payer} payer */
  #links(id, payer) {
    const { visit = "", payers = "", learn = "" } = this.dataset;
    const { name } = payer;
    const facts = /** @type {Facts} */ (this.#facts);
    const asked = parseJson(this.querySelector("script.rc-names")?.textContent);
    return [
      make("a", { href: visit }, words.visit({ name })),
      ...(id === OWN ? [] : [make("a", { href: `${payers}#${id}` }, words.all({ name }))]),
      ...practiceLinks(facts, asked, learn, id, payer),
    ];
  }

  /** @param {URLSearchParams} state @param {string} name */
  async #copy(state, name) {
    const link = `${location.href.split("#")[0]}#${state}`;
    const done = await copyText(link);
    const text = done ? words.copied({ name }) : words.copyFailed;
    this.#announce(text);
    const field = make("input", { readOnly: true, value: link, "aria-label": words.copyLink });
    this.#say(text, ...(done ? [] : [" ", field]));
  }

  #clear() {
    forgetPayer();
    this.#show();
    this.#say(words.cleared);
    this.#announce(words.cleared);
  }

  /** @param {...(Node | string)} parts */
  #say(...parts) {
    this.#offer.replaceChildren(make("p.rc-form-note", parts));
    this.#offer.hidden = false;
  }

  /** A link sets the payer of who has none, and asks who has another. */
  #openLink() {
    const state = new URLSearchParams(location.hash.slice(1));
    if (!state.has("payer")) return;
    const offered = this.#payer(state);
    const mine = this.#payer(myPayer());
    if (!offered) return this.#say(words.badLink);
    if (String(state) === String(myPayer())) return;
    if (!mine) {
      this.#take(state, words.fromLink);
      return this.#say(words.fromLink({ name: offered.name }));
    }
    this.#say(
      words.offered({ other: offered.name, name: mine.name }),
      " ",
      makeButton(
        words.take({ other: offered.name }),
        () => this.#take(state, words.set),
        "rc-button--primary",
      ),
      " ",
      makeButton(words.keep({ name: mine.name }), () => (this.#offer.hidden = true)),
    );
  }
}

/** @param {HTMLFormElement} form */
function chooseListed(form) {
  const errors = new FormErrors(form);
  const payer = chosenOf(form, "payer", errors);
  errors.focus();
  return payer ? new URLSearchParams({ payer }) : null;
}
