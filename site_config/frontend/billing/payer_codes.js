/** What a payer makes of a code before who treated matters: another one, none, or a question. */

import { covers, payerOf, quoted, reason } from "./facts.js";

/** @import { Ask, Billable, Facts, Payer, Visit } from "./types.d.ts" */

/** @param {Visit} visit @param {Payer} payer @param {Billable} outcome @returns {Billable} */
export function substituted(visit, payer, { codes, reasons, modifiers }) {
  const current = (payer.substitutions ?? []).filter((swap) => covers(swap, visit.date));
  const swaps = new Map(current.map((swap) => [swap.code, swap]));
  const used = codes.flatMap((code) => swaps.get(code) ?? []);
  return {
    kind: "billable",
    codes: codes.map((code) => swaps.get(code)?.use ?? code),
    reasons: [...reasons, ...used.map((swap) => quoted(`payers/${visit.payer}`, swap))],
    modifiers,
  };
}

/** @param {Facts} facts @param {Visit} visit @param {string} role @param {Billable} outcome */
export function refusal(facts, visit, role, { codes }) {
  const { refusals = [], notCovered } = payerOf(facts, visit);
  const refused = refusals.find((entry) =>
    entry.roles.includes(role) && covers(entry, visit.date) &&
    codes.some((code) =>
      !entry.butPays.includes(code) && (!entry.codes.length || entry.codes.includes(code))
    )
  );
  const unpaid = codes.flatMap((code) => notCovered?.[code] ?? []);
  const all = unpaid.length === codes.length && covers(unpaid[0], visit.date);
  return refused ?? (all ? { ...unpaid[0], deniedAs: [] } : null);
}

/**
 * The question about what is left of several codes, where the payer never takes some.
 * @param {Facts} facts @param {Visit} visit @param {Billable} outcome @returns {Ask | null}
 */
export function narrowed(facts, visit, { codes, reasons }) {
  const { name, notCovered = {} } = payerOf(facts, visit);
  const unpaid = codes.filter((code) => notCovered[code] && covers(notCovered[code], visit.date));
  const left = codes.filter((code) => !unpaid.includes(code));
  if (!unpaid.length || !left.length) return null;
  const { text: why, sources } = notCovered[unpaid[0]];
  const words = { why, codes: left.join(facts.say("or")), payer: name };
  const asked = reason(facts.say("codes-left", words), [`payers/${visit.payer}`], sources);
  return { kind: "ask", missing: "code", reasons: [...reasons, asked] };
}
