/** The facts with their indexes, and what every stage does with them. */

/** @import { Code, Facts, Period, Table, Visit } from "./types.d.ts" */

/** @param {Table} table @returns {Facts} */
export function readFacts(table) {
  const codes = new Map(Object.entries(table.codes));
  return {
    table,
    codes,
    others: new Map(Object.entries(table.others)),
    bases: basesOf(codes),
    edits: Map.groupBy(table.edits, (edit) => `${edit.column1}-${edit.column2}`),
    say: (name, values = {}) => fill(table.messages[name], values),
  };
}

/** Whether a fact holds on a date of service. @param {Period} period @param {string} day */
export const covers = (period, day) => (period.from ?? "") <= day && day <= (period.to ?? "~");

/** A code that the visit's stages know to be taught. @param {Facts} facts @param {string} name */
export const codeOf = (facts, name) => /** @type {Code} */ (facts.codes.get(name));

/** @param {Facts} facts @param {Visit} visit */
export const payerOf = (facts, visit) => facts.table.payers[visit.payer];

/** "1 unit", "2 units". @param {Facts} facts @param {number} amount @param {string} word */
export const quantity = (facts, amount, word) =>
  facts.say(amount === 1 ? word : `${word}s`, { n: amount });

/**
 * Names as in a sentence: "a", "a and b", "a, b and c".
 *
 * @param {Facts} facts
 * @param {string[]} names
 */
export function joinNames(facts, names) {
  return [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(facts.say("and"));
}

/**
 * The code that an add-on adds to; any other code is its own base.
 *
 * @param {Facts} facts
 * @param {string} code
 */
export const baseOf = (facts, code) => facts.bases.get(code) ?? code;

/** Texts in the order Python sorts them in. @param {string} one @param {string} other */
export const byName = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** @param {Iterable<number>} amounts */
export function sum(amounts) {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}

/** The first of those that say the same. @template T @param {Iterable<T>} things @returns {T[]} */
export function distinct(things) {
  const found = new Map();
  for (const thing of things) {
    const key = JSON.stringify(thing);
    if (!found.has(key)) found.set(key, thing);
  }
  return [...found.values()];
}

/**
 * Each two of the names, in order.
 *
 * @param {Iterable<string>} names
 * @returns {[string, string][]}
 */
export function pairs(names) {
  const ordered = [...new Set(names)].sort(byName);
  return ordered.flatMap((one, index) =>
    ordered.slice(index + 1).map((other) => /** @type {[string, string]} */ ([one, other]))
  );
}

/** @param {Map<string, Code>} codes @returns {Map<string, string>} */
function basesOf(codes) {
  const bases = new Map();
  for (const [name, code] of codes) {
    if (code.addOn && !bases.has(code.addOn)) bases.set(code.addOn, name);
  }
  return bases;
}

/** @param {string} template @param {Record<string, unknown>} values */
function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => {
    if (!(name in values)) throw new Error(`"${template}" wants ${name}`);
    return String(values[name]);
  });
}
