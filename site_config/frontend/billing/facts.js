/** The facts with their indexes, and what every stage does with them. */

/** @import {
 *   Code, CodedService, Counting, Fact, Facts, MissingInformation, NotBilled, Period, Reason,
 *   Standing, Table, Visit
 * } from "./types.d.ts" */

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WRITTEN_OUT = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

/** @param {Table} table @returns {Facts} */
export function readFacts(table) {
  const codes = new Map(Object.entries(table.codes));
  const bases = new Map();
  for (const [name, { addOn }] of codes) if (addOn && !bases.has(addOn)) bases.set(addOn, name);
  return {
    table,
    codes,
    others: new Map(Object.entries(table.others)),
    bases,
    oneInitial: new Map(
      [...codes].flatMap(([name, { oneInitialWith }]) =>
        oneInitialWith && codes.has(oneInitialWith)
          ? [[name, oneInitialWith], [oneInitialWith, name]]
          : []
      ),
    ),
    edits: Map.groupBy(table.edits, (edit) => `${edit.column1}-${edit.column2}`),
    say: (name, values = {}) => fill(table.messages[name], values),
  };
}

/**
 * A sentence, the facts it rests on (`register/name`), who says so, and how surely.
 * @param {string} text @param {string[]} [restsOn] @param {string[]} [sources]
 * @param {string} [confidence] @returns {Reason}
 */
export const reason = (text, restsOn = [], sources = [], confidence = "high") => (
  { text, restsOn, sources, confidence }
);

/** A fact in its own words. @param {string} reference @param {Fact} fact */
export const quoted = (reference, fact) =>
  reason(fact.text, [reference], fact.sources, fact.confidence);

/** @param {string | null} code @param {number | null | undefined} minutes @param {Reason} reason */
export const notBilled = (code, minutes, reason) => /** @type {NotBilled} */ (
  { kind: "not-billed", code, minutes: minutes ?? null, reason }
);

/**
 * What must be asked first; no line of `codes` is billed before.
 * @param {string | null} service @param {string} missing @param {Reason} reason
 * @param {string[]} [codes] @returns {MissingInformation}
 */
export const missingInformation = (service, missing, reason, codes = []) => (
  { kind: "missing-information", service, missing, reason, codes }
);

/** Whether a fact holds on a date of service. @param {Period} period @param {string} day */
export const covers = (period, day) => (period.from ?? "") <= day && day <= (period.to ?? "~");

/** Whether a line may rest on a fact. @param {Standing} fact @param {string} day */
export const holds = (fact, day) => !fact.undecided && covers(fact, day);

/** A code that the visit's stages know to be taught. @param {Facts} facts @param {string} name */
export const codeOf = (facts, name) => /** @type {Code} */ (facts.codes.get(name));

/** @param {Facts} facts @param {Visit} visit */
export const payerOf = (facts, visit) => facts.table.payers[visit.payer];

/**
 * The figure of a rule in effect on a day.
 * @param {Facts} facts @param {string} rule @param {string} key @param {string} day
 */
export const figureOf = (facts, rule, key, day) =>
  facts.table.rules[rule]?.values?.find((value) => value.key === key && holds(value, day));

/** What an add-on adds to, or the code itself. @param {Facts} facts @param {string} code */
export const baseOf = (facts, code) => facts.bases.get(code) ?? code;

/**
 * One unit from `least` minutes on, and one more for every further `size`.
 * @param {Counting} counting @param {number} minutes
 */
export const unitsIn = ({ size, least }, minutes) => Math.trunc((minutes + size - least) / size);

/** "1 unit", "2 units". @param {Facts} facts @param {number} amount @param {string} word */
export const quantity = (facts, amount, word) =>
  facts.say(amount === 1 ? word : `${word}s`, { n: amount });

/** Names as in a sentence: "a, b and c". @param {Facts} facts @param {string[]} names */
export const joinNames = (facts, names) =>
  [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(facts.say("and"));

/** "Hot pack" as "hot pack"; abbreviations stay: "RTM set-up". @param {string} name */
export const nameInSentence = (name) =>
  /^[A-Z]{2}/.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1);

/** Texts in the order Python sorts them in. @param {string} one @param {string} other */
export const byName = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** @param {Iterable<number>} amounts */
export const sum = (amounts) => [...amounts].reduce((total, amount) => total + amount, 0);

/** The first of those that say the same. @template T @param {T[]} things */
export const distinct = (things) =>
  [...Map.groupBy(things, (thing) => JSON.stringify(thing)).values()].map(([first]) => first);

/** The services of each code, in their order. @param {CodedService[]} coded */
export const servicesByCode = (coded) => Map.groupBy(coded, (entry) => entry.code);

/**
 * `work`, done once for each code and units: most allocations share them.
 * @template T @param {(code: string, units: number) => T} work
 * @returns {(code: string, units: number) => T}
 */
export function memo(work) {
  /** @type {Map<string, T>} */
  const done = new Map();
  return (code, units) => {
    const key = `${code} ${units}`;
    const found = done.get(key) ?? work(code, units);
    done.set(key, found);
    return found;
  };
}

/** Each two of the names, in order. @param {Iterable<string>} names */
export function pairs(names) {
  const ordered = [...new Set(names)].sort(byName);
  return ordered.flatMap((one, index) => ordered.slice(index + 1).map((other) => ({ one, other })));
}

/**
 * A sentence with its blanks filled; a day is written out.
 * @param {string} template @param {Record<string, unknown>} values
 */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => {
    if (!(name in values)) throw new Error(`"${template}" wants ${name}`);
    const value = String(values[name]);
    return DAY.test(value) ? WRITTEN_OUT.format(new Date(value)) : value;
  });
}
