/** NCCI edits between the lines of one day: column 2 is denied, unless a modifier bypasses. */

import { certainlyInForce, editName, editOn } from "../edit_lookup.js";
import { byName } from "../facts.js";
import { applies, asked, decided, denied, pended, written } from "./payer_case.js";

/** @import { Edit } from "../types.d.ts" */
/** @import { CaseFacts, NumberedLine, PayerCase, Ruling, Stage } from "./types.d.ts" */

const PAIRS_RULE = "rules/ncci-pairs";

/** All edits at once: no line is spared because another edit denies its column 1. @type {Stage} */
export function ruleOnPairs(found, lines) {
  if (!applies(found, "ncci-edits")) return [];
  return [...Map.groupBy(lines, ({ day }) => day).values()].flatMap((ofDay) => {
    const hasBypass = (/** @type {NumberedLine} */ { modifiers }) =>
      [...modifiers].some((name) => found.facts.bypass.has(name));
    const bypassed = new Set(ofDay.filter(hasBypass).map(({ code }) => code));
    const codes = new Set(ofDay.map(({ code }) => code));
    const edits = new Map([...codes].map((code) => [code, editsOn(found, ofDay, codes, code)]));
    return ofDay.flatMap((line) => {
      const here = edits.get(line.code) ?? [];
      return ofLine(found.facts, line, here, bypassed, hasBypass(line)) ?? [];
    });
  });
}

/**
 * The edits that deny a code beside the others of the day, the surest first.
 * @param {PayerCase} found @param {NumberedLine[]} ofDay @param {Set<string>} codes
 * @param {string} column2
 */
function editsOn({ facts, setting }, [{ day }], codes, column2) {
  const initial = facts.codes.get(column2)?.oneInitial;
  return [...codes].filter((code) => code !== column2 && code !== initial).sort(byName)
    .flatMap((column1) => editOn(facts, column1, column2, day, setting) ?? [])
    .sort((one, other) => one.indicator - other.indicator || byName(one.column1, other.column1));
}

/**
 * A line is spared by a modifier of its own, or of the code in column 1.
 * @param {CaseFacts} facts @param {NumberedLine} line @param {Edit[]} edits
 * @param {Set<string>} bypassed @param {boolean} own @returns {Ruling | null}
 */
function ofLine(facts, line, edits, bypassed, own) {
  const denying = edits.filter((edit) =>
    edit.indicator === 0 || !(own || bypassed.has(edit.column1))
  );
  const [first] = denying;
  if (!first) return null;
  const sure = denying.find((edit) => certainlyInForce(edit, line.day));
  if (sure) return byEdit(facts, line, sure);
  const values = { column1: first.column1, column2: line.code, day: written(line.day) };
  const restsOn = [editName(first), PAIRS_RULE];
  return pended(line, asked(facts, "pair-unknown", restsOn, first.sources, values));
}

/** @param {CaseFacts} facts @param {NumberedLine} line @param {Edit} edit */
function byEdit(facts, line, edit) {
  const { column1, column2, indicator, sources } = edit;
  const name = indicator === 0 ? "pair" : "pair-no-modifier";
  const restsOn = [editName(edit), PAIRS_RULE];
  return denied(line, name, decided(facts, name, restsOn, sources, { column1, column2 }));
}
