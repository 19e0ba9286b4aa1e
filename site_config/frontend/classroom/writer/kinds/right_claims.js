/** The claims that are right for a visit: questions/kinds/right_claims.py, for the same keys. */
import { buildClaim } from "../../../billing/claim.js";
import { editForPair, editOn } from "../../../billing/edit_lookup.js";
import { covers, distinct } from "../../../billing/facts.js";
import { inOrder } from "../../../billing/modifiers.js";
import { selectCodes } from "../../../billing/select_codes.js";
import { writerKindWords as words } from "../../../shared/strings/index.js";
import { problem } from "../problem.js";

/** @import { BilledLine, ClaimResult, Facts, Visit } from "../../../billing/types.d.ts" */
/** @import { WrittenQuestion } from "../written_question.js" */
/** @import { QuestionProblem } from "../problems.js" */
/** @import { Key } from "./kind_part.js" */

const MOST_CLAIMS = 6;
/** How a note gives a value of a table itself, as generator/checks/unseen_values.py reads it. */
const NOTED = {
  pairs: /\bNCCI\b|\bindicator [019]\b/i,
  thresholds: /\$[12],?\d{3} threshold|threshold (of|is) \$/i,
  policy: /\bpolicy\b|\bguideline\b/i,
};

/**
 * @param {string} rule @param {string} field @param {Record<string, string | number>} [values]
 */
export const kindProblem = (rule, field, values = {}) =>
  problem(rule, field, values, /** @type {any} */ (words.problems));

/**
 * No key, and why.
 * @param {string} name @param {string} field
 * @param {Record<string, string | number>} [values] @returns {Key}
 */
export const refused = (name, field, values) => ({
  right: [],
  reasons: [],
  refusal: { ...kindProblem(name, field, values), rule: "K301" },
});

/** Why something must be asked first. @param {string} text */
export const whyOpen = (text) => text.replace(/\.+$/, "");

/**
 * The visit's claim and every right one, the one shown first; or why there is none.
 *
 * @param {Facts} facts @param {Visit} visit
 * @returns {{refusal: Key} | {refusal: null, billed: ClaimResult, claims: BilledLine[][]}}
 */
export function rightClaims(facts, visit) {
  const billed = buildClaim(facts, visit);
  const [open] = billed.questions;
  if (open) {
    return {
      refusal: refused("open", fieldOfService(open.service), { why: whyOpen(open.reason.text) }),
    };
  }
  const claims = [billed.lines, ...billed.alternatives];
  if (claims.length > MOST_CLAIMS) {
    return {
      refusal: refused("manyClaims", "1.minutes", { count: claims.length, most: MOST_CLAIMS }),
    };
  }
  return { refusal: null, billed, claims };
}

/** The form's field of a service by its id. @param {string | null} id */
export const fieldOfService = (id) => `${/^s(\d+)$/.exec(id ?? "")?.[1] ?? 1}.what`;

/** Why each line is as it is, and why the rest is not billed. @param {ClaimResult} billed */
export const reasonsOf = (billed) =>
  distinct([
    ...billed.lines.flatMap(({ reasons }) => reasons),
    ...billed.notBilled.map(({ reason }) => reason),
  ]);

/**
 * Values of tables that the key rests on and the note does not give.
 *
 * @param {WrittenQuestion} question @param {Facts} facts @param {Key} key
 * @param {"numbers" | "several" | "lines"} form
 * @returns {QuestionProblem[]}
 */
export function unseenValues({ note, visit }, facts, key, form) {
  const payer = facts.table.payers[visit.payer];
  const { ncciEdits, medicareModifiers, partOfMedicare } = payer.policy ?? {};
  const edit = ncciEdits ? firstEdit(facts, visit) : undefined;
  const found = [];
  if (edit && !NOTED.pairs.test(note)) {
    const { column1, column2, indicator } = edit;
    found.push(kindProblem("K308pairs", "note", { column1, column2, indicator }));
  }
  const nears = form !== "numbers" && medicareModifiers && visit.allowed_so_far_usd !== undefined;
  if (nears && !NOTED.thresholds.test(note)) found.push(kindProblem("K308thresholds", "note"));
  const named = key.reasons.some(({ restsOn }) => restsOn.includes(`payers/${visit.payer}`));
  const isReal = !payer.invented && !partOfMedicare;
  if (isReal && (payer.method !== "not-known" || named) && !NOTED.policy.test(note)) {
    found.push(kindProblem("K308policy", "note", { payer: payer.name }));
  }
  return found;
}

/** An edit between two codes of the visit. @param {Facts} facts @param {Visit} visit */
function firstEdit(facts, visit) {
  const { coded, missing } = selectCodes(facts, visit);
  const codes = [
    ...new Set([...coded.map(({ code }) => code), ...missing.flatMap((one) => one.codes)]),
  ]
    .sort();
  for (const [place, one] of codes.entries()) {
    for (const other of codes.slice(place + 1)) {
      const edit = editForPair(facts, one, other, visit.date, visit.setting);
      if (edit) return edit;
    }
  }
}

/**
 * The claims, and those with a bypass modifier on column 1, which Medicare Part B accepts too:
 * billing/bypass_placement.py.
 *
 * @param {Facts} facts @param {Visit} visit @param {BilledLine[][]} claims
 */
export const withBypassMoved = (facts, visit, claims) => [
  ...claims,
  ...claims.flatMap((claim) => movedClaims(facts, visit, claim)),
];

/** @param {Facts} facts @param {Visit} visit @param {BilledLine[]} claim */
function movedClaims(facts, visit, claim) {
  if (!acceptsEither(facts, visit)) return [];
  const codes = claim.map(({ code }) => code);
  const once = (/** @type {string} */ code) => codes.filter((one) => one === code).length === 1;
  const moves = claim.flatMap((line, at) => {
    const first = codes.flatMap((code, place) =>
      editOn(facts, code, line.code, visit.date, visit.setting) ? [place] : []
    );
    const isPlain = first.length === 1 && once(line.code) && once(codes[first[0]]);
    return isPlain && bypassOf(facts, line).length ? [[at, first[0]]] : [];
  });
  const chosen = Array.from(
    { length: 2 ** moves.length - 1 },
    (_, mask) => moves.filter((_, place) => (mask + 1) & (1 << place)),
  );
  return chosen.map((some) => moved(facts, claim, some));
}

/** @param {Facts} facts @param {Visit} visit */
function acceptsEither({ table }, { payer, date }) {
  const { ncciEdits, mues, medicareModifiers } = table.payers[payer].policy ?? {};
  return Boolean(ncciEdits && mues && medicareModifiers) &&
    (table.rules["ncci-pairs"]?.bypassOnEither ?? []).some((period) => covers(period, date));
}

/** @param {Facts} facts @param {BilledLine} line */
const bypassOf = ({ table }, { modifiers }) =>
  modifiers.filter((name) => name === "59" || Object.values(table.modifiers.bypass).includes(name));

/** @param {Facts} facts @param {BilledLine[]} claim @param {number[][]} moves */
function moved(facts, claim, moves) {
  const lines = [...claim];
  for (const [source, target] of moves) {
    const bypass = bypassOf(facts, claim[source]);
    const left = lines[source].modifiers.filter((name) => !bypass.includes(name));
    const modifiers = inOrder(facts, [...lines[target].modifiers, ...bypass]);
    lines[source] = { ...lines[source], modifiers: left };
    lines[target] = { ...lines[target], modifiers };
  }
  return lines;
}
