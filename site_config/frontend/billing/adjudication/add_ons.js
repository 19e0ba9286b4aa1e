/** Add-on codes: none is paid without the code that it adds to. */

import { asked, decided, denied, pended } from "./payer_case.js";

/** @import { NumberedLine, PayerCase, Ruling } from "./types.d.ts" */

const SOURCES = ["ngs-add-on-codes-2025"];

/**
 * Of lines which nothing has decided. The primary code may be of another day, since codes of a
 * month are, or on an earlier claim.
 * @param {PayerCase} found @param {NumberedLine[]} lines
 * @param {Set<number>} waiting Numbers of the claim's lines that wait.
 * @returns {Ruling[]}
 */
export function ruleOnAddOns({ facts, account, lines: all }, lines, waiting) {
  const sound = new Set([...lines, ...account.earlier ?? []].map(({ code }) => code));
  const open = new Set(all.filter(({ number }) => waiting.has(number)).map(({ code }) => code));
  return lines.flatMap((line) => {
    const bases = facts.codes.get(line.code)?.addsTo ?? [];
    if (!bases.length || bases.some((code) => sound.has(code))) return [];
    const values = { code: line.code, base: bases[0] };
    const restsOn = [`codes/${bases[0]}`, `codes/${line.code}`];
    return bases.some((code) => open.has(code))
      ? pended(line, asked(facts, "base-waits", restsOn, SOURCES, values))
      : denied(line, "no-base", decided(facts, "no-base", restsOn, [], values));
  });
}
