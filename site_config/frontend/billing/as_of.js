/**
 * What was true on a date of service: codes, pairs, figures and dated words of rules, as far as the
 * facts of this site reach.
 */

import { byName, covers } from "./facts.js";
import { certainlyInForce, editOn } from "./edit_lookup.js";

/** @import { Change, Code, Facts, OtherCode, Period, Setting } from "./types.d.ts" */

/**
 * @typedef {object} CodeThen
 * @property {string} code
 * @property {string} name
 * @property {"active" | "undated" | "not-yet" | "ended" | "deleted"} state
 * @property {string} [from]
 * @property {string} [to]
 * @property {string[]} [replacedBy]
 * @property {string} [coverage]
 * @property {{units: number, asOf: string}} [mue]
 */

const MOST_CHANGES = 5;

/**
 * The same as `rightcode on`; generator/billing/as_of.py says what each part means.
 *
 * @param {Facts} facts @param {string} date @param {string} payer @param {string[]} codes All where
 *   none is named.
 * @param {Setting} [setting]
 */
export function factsInEffect(facts, date, payer, codes = [], setting = "practitioner") {
  const among = (/** @type {string[]} */ ...names) =>
    !codes.length || names.some((name) => codes.includes(name));
  const { rules, changes } = facts.table;
  const named = [...new Set([...facts.codes.keys(), ...facts.others.keys()])].sort(byName);
  const values = Object.entries(rules).flatMap(([rule, { values = [] }]) =>
    values.map((value) => ({ ...value, rule }))
  );
  const dated = Object.entries(rules).flatMap(([rule, { dated = [] }]) =>
    dated.map((statement) => ({ ...statement, rule }))
  );
  return {
    date,
    payer: payerOn(facts, payer, date),
    setting,
    codes: named.filter((name) => among(name)).map((name) =>
      codeOn(facts, name, date, payer, setting)
    ),
    pairs: pairsOn(facts, date, setting).filter((pair) => among(pair.column1, pair.column2)),
    figures: values.filter((value) => covers(value, date)).map((value) => (
      { rule: value.rule, key: value.key, amount: value.amount, unit: value.unit, ...span(value) }
    )),
    rules: dated.filter((statement) => covers(statement, date)).map((statement) => (
      { rule: statement.rule, text: statement.text, ...span(statement) }
    )),
    changes: around(changes.filter((change) => !codes.length || among(...change.codes)), date),
  };
}

/** @param {Code | OtherCode} code @param {string} date @returns {CodeThen["state"]} */
export function stateOn(code, date) {
  if (code.from && date < code.from) return "not-yet";
  if (code.to && date > code.to) return "ended";
  if ("deleted" in code && code.deleted && !code.to) return "deleted";
  return code.from ? "active" : "undated";
}

/**
 * @param {Facts} facts
 * @param {string} name
 * @param {string} date
 * @param {string} payer
 * @param {Setting} setting
 * @returns {CodeThen}
 */
function codeOn(facts, name, date, payer, setting) {
  const code = facts.codes.get(name);
  if (!code) {
    const other = /** @type {OtherCode} */ (facts.others.get(name));
    const replaced = other.replacedBy?.length ? { replacedBy: other.replacedBy } : {};
    return {
      code: name,
      name: other.name,
      state: stateOn(other, date),
      ...span(other),
      ...replaced,
    };
  }
  const entry = code.coverage?.[payer];
  const mue = facts.table.payers[payer].policy?.mues &&
    code.mue?.find((one) => one.setting === setting && covers(one, date));
  return {
    code: name,
    name: code.name,
    state: stateOn(code, date),
    ...span(code),
    ...(entry && covers(entry, date) ? { coverage: entry.status } : {}),
    ...(mue ? { mue: { units: mue.units, asOf: mue.asOf } } : {}),
  };
}

/** @param {Facts} facts @param {string} date @param {Setting} setting */
function pairsOn(facts, date, setting) {
  const pairs = [...facts.edits.values()].map(([first]) => first).sort((one, other) =>
    byName(one.column1, other.column1) || byName(one.column2, other.column2)
  );
  return pairs.flatMap(({ column1, column2 }) => {
    const edit = editOn(facts, column1, column2, date, setting);
    if (!edit) return [];
    const { indicator, asOf } = edit;
    return [{
      column1,
      column2,
      indicator,
      setting: edit.setting,
      ...span(edit),
      asOf,
      certain: certainlyInForce(edit, date),
    }];
  });
}

/** @param {Facts} facts @param {string} name @param {string} date */
function payerOn(facts, name, date) {
  const payer = facts.table.payers[name];
  const substitutions = (payer.substitutions ?? []).filter((swap) => covers(swap, date)).map((
    { code, use },
  ) => ({
    code,
    use,
  }));
  return { id: name, name: payer.name, method: payer.method, substitutions };
}

/**
 * The last few before the day or on it, newest first, and the next few after it.
 *
 * @param {Change[]} changes
 * @param {string} date
 */
function around(changes, date) {
  const known = changes.map(({ id, date, title }) => ({ id, date, title }));
  return {
    before: known.filter((change) => change.date <= date).reverse().slice(0, MOST_CHANGES),
    after: known.filter((change) => change.date > date).slice(0, MOST_CHANGES),
  };
}

/** @param {Period} period @returns {Period} */
const span = ({ from, to }) => ({ ...(from ? { from } : {}), ...(to ? { to } : {}) });
