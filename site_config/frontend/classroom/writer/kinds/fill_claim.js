import { writerKindWords as words } from "../../../shared/strings/index.js";
import { lineText } from "../../own/own_fields.js";
import { dressCode, inputField, nameText, selectField } from "./fields.js";
import { factsOf, offered } from "./kind_part.js";
import {
  kindProblem,
  reasonsOf,
  rightClaims,
  unseenValues,
  withBypassMoved,
} from "./right_claims.js";

/** @import { OwnLine } from "../../format/own_answers.js" */
/** @import { Facts } from "../../../billing/types.d.ts" */
/** @import { WrittenQuestion } from "../written_question.js" */
/** @import { Key, KindPart } from "./kind_part.js" */

const LINES = { most: 6, usual: 4 };
const MOST_MODIFIERS = 8;
/** As generator/billing/modifiers.py has them. */
const PLANS = ["GP", "GO", "GN"];

/**
 * Code, units and modifiers of every line.
 *
 * @type {KindPart}
 */
export const fillClaimPart = {
  name: "claim",
  rows: { fewest: 2, most: 8, usual: 3 },
  isVisit: true,
  asksOne: false,
  offersOptions: false,
  holdsToNote: true,
  words: () => ({ ...words.claim, row: words.row, add: words.add }),
  dress: (row) => dressCode(row, words.code),
  fields: () => [
    inputField(words.modifiers, "modifiers", ".rc-field--wide"),
    selectField(
      words.lines,
      "lines",
      Array.from({ length: LINES.most }, (_, place) => [`${place + 1}`, `${place + 1}`]),
      String(LINES.usual),
    ),
  ],
  keyOf({ visit }, facts) {
    const found = rightClaims(facts, visit);
    if (found.refusal) return found.refusal;
    const ways = withBypassMoved(facts, visit, found.claims)
      .map((lines) =>
        lines.map(({ code, units, modifiers }) => /** @type {OwnLine} */ ([code, units, modifiers]))
      );
    const right = ways.flatMap((lines) => lines.length ? lines.map(idOf) : ["nothing"]);
    return { right: [...new Set(right)], reasons: reasonsOf(found.billed), ways };
  },
  keyText: (key) =>
    claimsOf(key).map((lines) => lines.map(lineText).join("; ") || words.nothing).join(words.or),
  verdict(key, id) {
    const lines = (claimsOf(key)[0] ?? []).filter(([code]) => code === id);
    const isRight = codesOf(key).includes(id);
    return {
      isRight,
      text: isRight ? lines.map(lineText).join("; ") || words.onClaim : words.notOnClaim,
    };
  },
  problems: (key, question, facts) => [
    ...ofOffer(key, question),
    ...ofModifiers(question),
    ...ofThreshold(key, question, facts),
    ...unseenValues(question, facts, key, "lines"),
  ],
  missing: (key, { options }) => codesOf(key).filter((code) => !offered(options).includes(code)),
  item: (key, { options, more }) => ({
    codes: options.map(({ id, feedback }) => ({ code: id, feedback })),
    modifiers: modifiersIn(more),
    lines: Number(more.lines),
    key: claimsOf(key)[0].map(([code, units, modifiers]) => ({ code, units, modifiers })),
  }),
  restsOn: (key, { visit, options }) => factsOf(visit.services, codesOf(key), offered(options)),
  own: (key, { options, more }, facts) => ({
    prompt: words.claim.prompt,
    options: options.map(({ id, feedback }) => ({ id, ...nameText(facts, id), feedback })),
    ways: key.ways,
    modifiers: modifiersIn(more),
    lines: Number(more.lines),
  }),
};

/** @param {Key} key */
const claimsOf = ({ ways = [] }) => /** @type {OwnLine[][]} */ (ways);

/** @param {OwnLine} line */
const idOf = ([code, units, modifiers]) => [code, units, ...modifiers.toSorted()].join(".");

/** @param {Key} key */
const codesOf = (key) => [...new Set(claimsOf(key).flat().map(([code]) => code))].sort();

/** @param {Key} key */
const neededModifiers = (key) =>
  [...new Set(claimsOf(key).flatMap((lines) => lines.flatMap(([, , modifiers]) => modifiers)))]
    .sort();

/** As typed: "GP, 59 kx". @param {Record<string, string>} more */
const modifiersIn = (
  { modifiers = "" },
) => [...new Set(modifiers.toUpperCase().split(/[\s,;]+/).filter(Boolean))];

/** @param {Key} key @param {WrittenQuestion} question */
function ofOffer(key, question) {
  const codes = fillClaimPart.missing(key, question);
  const offer = modifiersIn(question.more);
  const modifiers = neededModifiers(key).filter((name) => !offer.includes(name));
  const absent = [...codes, ...modifiers.map((name) => `modifier ${name}`)];
  const most = Math.max(...claimsOf(key).map((lines) => lines.length));
  if (absent.length) {
    const field = codes.length ? "option" : "modifiers";
    return [kindProblem("K303claim", field, { named: absent.join(" and ") })];
  }
  return most > Number(question.more.lines) ? [kindProblem("K303lines", "lines", { most })] : [];
}

/** @param {WrittenQuestion} question */
function ofModifiers({ more }) {
  const found = modifiersIn(more);
  const odd = found.find((name) => !/^[0-9A-Z]{2}$/.test(name));
  if (odd) return [kindProblem("modifier", "modifiers", { name: odd })];
  return found.length > MOST_MODIFIERS
    ? [kindProblem("manyModifiers", "modifiers", { most: MOST_MODIFIERS })]
    : [];
}

/** Whether KX is due must be in the note. */
/** @param {Key} key @param {WrittenQuestion} question @param {Facts} facts */
function ofThreshold(key, { visit, more }, facts) {
  const isMedicare = facts.table.payers[visit.payer].policy?.medicareModifiers;
  const isOpen = visit.allowed_so_far_usd === undefined &&
    neededModifiers(key).some((name) => PLANS.includes(name));
  const offers = modifiersIn(more).includes("KX");
  return isMedicare && isOpen && offers ? [kindProblem("I379", "modifiers")] : [];
}
