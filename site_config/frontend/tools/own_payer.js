/** A payer that is not in the facts: what its reader knows of it, as the engine reads payers. */
import { OWN, OWN_PREFIX } from "../shared/my_payer.js";
import { ownPayerWords as words } from "../shared/strings/index.js";

/** @import { Facts, Payer } from "../billing/types.d.ts" */

const ANSWER = /^(yes|no|not-known)$/;
/** What may be said, and how; what is left out is not known. @type {Record<string, RegExp>} */
const FORMATS = {
  name: /^[^\n]{1,60}$/,
  method: /^(cms|ama|not-known)$/,
  plan: ANSWER,
  assistants: ANSWER,
  units: /^[1-9]\d?$/,
  visits: /^[1-9]\d{0,2}$/,
};

/**
 * What a state says of an own payer; null where it names none or a part of it is damaged.
 * @param {URLSearchParams} state @returns {Record<string, string> | null}
 */
export function readOwnPayer(state) {
  const stated = [...state].filter(([key]) => key.startsWith(OWN_PREFIX))
    .map(([key, text]) => [key.slice(OWN_PREFIX.length), text.trim()]);
  const isSound = stated.every(([name, text]) =>
    Object.hasOwn(FORMATS, name) && FORMATS[name].test(text)
  );
  const own = Object.fromEntries(stated);
  return state.get("payer") === OWN && isSound && own.name ? own : null;
}

/** @param {Record<string, string>} own */
export const ownPayerState = (own) =>
  new URLSearchParams([
    ["payer", OWN],
    ...Object.entries(own).map(([name, text]) => [OWN_PREFIX + name, text]),
  ]);

/**
 * An own payer as a payer of the facts. Nothing is assumed: what its reader does not know is left
 * out, and the engine asks.
 * @param {Facts} facts @param {Record<string, string>} own @returns {Payer}
 */
export function ownPayerFacts(facts, own) {
  const fact = (/** @type {string} */ text) => ({ text, sources: [] });
  const { plan, assistant } = facts.table.modifiers;
  const wanted = Object.entries(plan).map(([discipline, modifier]) => ({
    ...fact(words.saidPlan({ modifier })),
    modifier,
    codes: [],
    disciplines: [discipline],
    always_therapy: false,
  }));
  return {
    name: own.name,
    method: own.method ?? "not-known",
    methodSources: [],
    cite: [],
    modifiers: own.plan === "yes" ? wanted : own.plan === "no" ? [] : undefined,
    assistants: own.assistants === "yes"
      ? fact(words.saidAssistants({ modifiers: Object.values(assistant).join(words.or) }))
      : undefined,
    caps: own.units
      ? [{
        ...fact(words.saidUnits({ units: Number(own.units) })),
        units: Number(own.units),
        codes: [],
      }]
      : undefined,
    visitLimits: own.visits
      ? [{
        ...fact(words.saidVisits({ visits: Number(own.visits) })),
        most: Number(own.visits),
        of: "visits",
        disciplines: [],
      }]
      : undefined,
  };
}
