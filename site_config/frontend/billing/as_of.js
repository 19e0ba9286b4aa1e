/** The facts in effect on a date of service, as far as the facts of this site reach. */

import { byName, covers } from "./facts.js";
import { certainlyInForce, editOn } from "./edit_lookup.js";

/** @import { Change, Code, CodeState, Facts, OtherCode, Period, Setting } from "./types.d.ts" */

const MOST_CHANGES = 5;

/**
 * The same as `rightcode on`; generator/billing/as_of.py says what each part means.
 * @param {Facts} facts @param {string} date @param {string} payer @param {string[]} codes All
 * where none is named. @param {Setting} [setting]
 */
export function factsInEffect(facts, date, payer, codes = [], setting = "practitioner") {
  const among = (/** @type {string[]} */ ...names) =>
    !codes.length || names.some((name) => codes.includes(name));
  const { rules, changes } = facts.table;
  const named = [...new Set([...facts.codes.keys(), ...facts.others.keys()])].sort(byName);
  const inEffect = Object.entries(rules).map(([rule, { values = [], dated = [] }]) => ({
    rule,
    values: values.filter((value) => covers(value, date)),
    dated: dated.filter((statement) => covers(statement, date)),
  }));
  return {
    date,
    payer: payerOn(facts, payer, date),
    setting,
    codes: named.filter((name) => among(name)).map((name) =>
      codeOn(facts, name, date, payer, setting)
    ),
    pairs: pairsOn(facts, date, setting).filter((pair) => among(pair.column1, pair.column2)),
    figures: inEffect.flatMap(({ rule, values }) =>
      values.map(({ key, amount, unit, ...value }) => ({ rule, key, amount, unit, ...span(value) }))
    ),
    rules: inEffect.flatMap(({ rule, dated }) =>
      dated.map(({ text, ...statement }) => ({ rule, text, ...span(statement) }))
    ),
    changes: around(changes.filter((change) => among(...change.codes)), date),
  };
}

/** @param {Code | OtherCode} code @param {string} date @returns {CodeState} */
export function stateOn(code, date) {
  if (code.from && date < code.from) return "not-yet";
  if (code.to && date > code.to) return "ended";
  if ("deleted" in code && code.deleted && !code.to) return "deleted";
  return code.from ? "active" : "undated";
}

/**
 * @param {Facts} facts @param {string} name @param {string} date @param {string} payer
 * @param {Setting} setting
 */
function codeOn(facts, name, date, payer, setting) {
  const taught = facts.codes.get(name);
  const code = taught ?? /** @type {OtherCode} */ (facts.others.get(name));
  const { replacedBy } = taught ? {} : /** @type {OtherCode} */ (code);
  const coverage = taught?.coverage?.[payer];
  const mue = facts.table.payers[payer].policy?.mues &&
    taught?.mue?.find((one) => one.setting === setting && covers(one, date));
  return {
    code: name,
    name: code.name,
    state: stateOn(code, date),
    ...span(code),
    ...(replacedBy?.length ? { replacedBy } : {}),
    ...(coverage && covers(coverage, date) ? { coverage: coverage.status } : {}),
    ...(mue ? { mue: { units: mue.units, asOf: mue.asOf } } : {}),
  };
}

/** @param {Facts} facts @param {string} date @param {Setting} asked */
function pairsOn(facts, date, asked) {
  const pairs = [...facts.edits.values()].map(([first]) => first).sort((one, other) =>
    byName(one.column1, other.column1) || byName(one.column2, other.column2)
  );
  return pairs.flatMap(({ column1, column2 }) => {
    const edit = editOn(facts, column1, column2, date, asked);
    if (!edit) return [];
    const { indicator, setting, asOf } = edit;
    const certain = certainlyInForce(edit, date);
    return [{ column1, column2, indicator, setting, ...span(edit), asOf, certain }];
  });
}

/** @param {Facts} facts @param {string} id @param {string} date */
function payerOn(facts, id, date) {
  const { name, method, substitutions = [] } = facts.table.payers[id];
  const swaps = substitutions.filter((swap) => covers(swap, date));
  return { id, name, method, substitutions: swaps.map(({ code, use }) => ({ code, use })) };
}

/**
 * The last few before the day or on it, newest first, and the next few after it.
 * @param {Change[]} changes @param {string} date
 */
function around(changes, date) {
  const known = changes.map(({ id, date, title }) => ({ id, date, title }));
  return {
    before: known.filter((change) => change.date <= date).reverse().slice(0, MOST_CHANGES),
    after: known.filter((change) => change.date > date).slice(0, MOST_CHANGES),
  };
}

/** @param {Period} period */
const span = ({ from, to }) => ({ ...(from ? { from } : {}), ...(to ? { to } : {}) });
