/** Whom the payer pays for a code, and what somebody else bills while a stay or plan is open. */

import { covers, quoted, reason } from "../facts.js";
import { isNamed } from "../who_may.js";
import { asked, denied, pended } from "./payer_case.js";

/** @import { Fact } from "../types.d.ts" */
/** @import { CaseFacts, NumberedLine, Ruling, Stage } from "./types.d.ts" */

const CONSOLIDATED = ["rules/consolidated-billing"];

/** Therapy that a home health agency or a SNF bills for its patient. @type {Stage} */
export function ruleOnConsolidation({ facts, visit }, lines) {
  const { policy } = facts.payer;
  if (!policy?.medicareModifiers || !(visit.discipline in facts.modifiers.plan)) return [];
  /** @type {Record<string, unknown>} */
  const details = { ...visit };
  return Object.entries(facts.shared.places).flatMap(([name, place]) => {
    const words = name.replaceAll("_", "-");
    const holds = details[name];
    return lines.flatMap((line) => {
      if (holds) return denied(line, words, reason(facts.say(words), CONSOLIDATED));
      if (holds === false || visit.place !== place) return [];
      const text = facts.say(`${words}-ask`, { day: line.day });
      return pended(line, reason(text, CONSOLIDATED));
    });
  });
}

/**
 * Codes for which the payer does not pay whoever bills, or for which nobody knows. A line with GA
 * or GZ is denied for what it announces.
 * @type {Stage}
 */
export function ruleOnProvider({ facts, visit }, lines) {
  const role = facts.shared.therapists[visit.discipline];
  return lines.flatMap((line) =>
    line.modifiers.has("GA") || line.modifiers.has("GZ") ? [] : onRole(facts, line, role) ?? []
  );
}

/**
 * @param {CaseFacts} facts @param {NumberedLine} line @param {string} role
 * @returns {Ruling | null}
 */
function onRole(facts, line, role) {
  const word = wordOn(facts, line, role);
  if (word?.may === "no" && !word.undecided) {
    const name = role === "chiropractor" ? "chiropractor" : "provider";
    return denied(line, name, quoted(word.cite, /** @type {Fact} */ (word)));
  }
  if (!facts.payer.policy?.medicareModifiers) return null;
  const restsOn = [`codes/${line.code}`];
  if (!word) {
    return pended(line, asked(facts, "provider-unknown", restsOn, [], { code: line.code }));
  }
  const open = word.may === "depends" || word.undecided ? word : doubtOn(facts, line, role);
  if (!open) return null;
  const { text = "", sources } = open;
  return pended(line, asked(facts, "coverage-asked", restsOn, sources, { text }));
}

/** @param {CaseFacts} facts @param {NumberedLine} line @param {string} role */
const doubtOn = (facts, { code, day }, role) =>
  facts.codes.get(code)?.doubts?.find((doubt) =>
    isNamed(doubt.roles ?? [], [role]) && covers(doubt, day)
  );

/**
 * First what no payer allows, then the payer's own word, then what holds for any payer.
 * @param {CaseFacts} facts @param {NumberedLine} line @param {string} role
 */
function wordOn(facts, { code, day }, role) {
  const { payer, people } = facts;
  const own = (facts.codes.get(code)?.who ?? []).filter((word) => word.role === role)
    .map((word) => ({ ...word, cite: `codes/${code}` }));
  const refused = (payer.refusals ?? []).filter((word) =>
    word.roles.includes(role) && isNamed(word.codes, [code]) && !word.butPays.includes(code)
  ).map((word) => ({ ...word, may: "no", payers: [payer.id], cite: `payers/${payer.id}` }));
  const shared = people.filter((word) => word.roles.includes(role) && isNamed(word.codes, [code]));
  const words = [...own, ...refused, ...shared].filter((word) => covers(word, day));
  const general = words.find((word) => !word.payers?.length);
  if (general?.may === "no") return general;
  return words.find((word) => word.payers?.length) ?? general;
}
