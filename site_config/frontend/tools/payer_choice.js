import { myPayer, OWN, OWN_PREFIX } from "../shared/my_payer.js";
import { make } from "../shared/dom.js";
import { ownPayerFacts, ownPayerState, readOwnPayer } from "./own_payer.js";

/** @import { Facts } from "../billing/types.d.ts" */

/**
 * The payer that a reader made theirs, among the facts; null where none is.
 * @param {Facts} facts
 */
export function myPayerFacts(facts) {
  const state = myPayer();
  const own = readOwnPayer(state);
  if (own) return ownPayerFacts(facts, own);
  const id = state.get("payer") ?? "";
  return Object.hasOwn(facts.table.payers, id) ? facts.table.payers[id] : null;
}

/** The payer of a form: the reader's at first, or the own payer that a link describes. */
export class PayerChoice {
  #field;
  #facts;
  /** @type {Record<string, string> | null} */ #own = null;

  /** @param {HTMLFormElement} form @param {Facts} facts */
  constructor(form, facts) {
    const field = form.querySelector('select[name="payer"]');
    this.#field = field instanceof HTMLSelectElement ? field : null;
    this.#facts = facts;
  }

  /** Fills in the reader's payer. */
  begin() {
    const state = myPayer();
    this.#offer(readOwnPayer(state));
    const id = state.get("payer");
    if (!this.#field || !id) return;
    this.#field.value = id;
    this.#field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Takes an own payer out of the state of a link. @param {URLSearchParams} state */
  beforeFill(state) {
    const own = readOwnPayer(state);
    if (!own) return;
    this.#offer(own);
    for (const key of [...state.keys()]) if (key.startsWith(OWN_PREFIX)) state.delete(key);
  }

  /** Adds what an own payer is like. @param {URLSearchParams} state */
  beforeLink(state) {
    if (!this.#own || state.get("payer") !== OWN) return state;
    return new URLSearchParams([...state, ...[...ownPayerState(this.#own)].slice(1)]);
  }

  /** @param {Record<string, string> | null} own */
  #offer(own) {
    this.#own = own;
    this.#field?.querySelector(`option[value="${OWN}"]`)?.remove();
    delete this.#facts.table.payers[OWN];
    if (!own) return;
    this.#facts.table.payers[OWN] = ownPayerFacts(this.#facts, own);
    this.#field?.append(make("option", { value: OWN }, own.name));
  }
}
