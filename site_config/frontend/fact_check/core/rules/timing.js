import { bind } from "../binding.js";
import { patternsOf } from "../patterns.js";
import { factOf, found } from "../statement.js";
import { count, isDigits, once, strip } from "../text.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Match } from "../patterns.js" */
/** @import { CodeFact, Knowledge, Said, Stance, Statement } from "../types.js" */

const of = patternsOf("rules.timing");
/** @type {Record<string, number>} */
const AMOUNTS = { one: 1, a: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 };
const FACT = "rules/eight-minute";

/** Codes called timed or untimed, or given a length of unit. @param {Knowledge} knowledge @param {Reading} reading @returns {Statement[]} */
export function judgeCounting(knowledge, reading) {
  if (!reading.tagged.text.includes("T") || reading.somePayers) return [];
  return reading.clauses.filter((clause) => clause.stance !== "unclear").flatMap((clause) =>
    bind(clause, "T").flatMap((said) => {
      const value = valueOf(said, clause.stance);
      return said.code.values.flatMap((code) => {
        const fact = knowledge.codes[code];
        return fact && value && fact.timed !== null ? counted(code, fact, said, value) : [];
      });
    })
  );
}

/** What is said, turned round where it is denied. @param {Said} said @param {Stance} stance */
function valueOf(said, stance) {
  const [value] = said.phrase.values;
  if (stance === "said") return value;
  if (!of("NOT_IS").has(said.gap)) return null;
  return value === "timed" ? "untimed" : value === "untimed" ? "timed" : null;
}

/** @param {string} code @param {CodeFact} fact @param {Said} said @param {string} value */
function counted(code, fact, said, value) {
  const figure = isDigits(value);
  if (
    !figure && fact.per_day && fact.timed && value === "untimed" &&
    !said.phrase.said.includes("unti")
  ) {
    return [];
  }
  const wrong = figure
    ? !fact.timed || (fact.minutes !== null && Number(value) !== fact.minutes)
    : fact.timed !== (value === "timed");
  const state = fact.timed ? `timed, ${fact.minutes} minutes a unit` : "untimed";
  const why = `Pattern 'how a code is counted': “${
    strip(said.phrase.said)
  }” is said of ${code}. codes/${code}: ${fact.name}, ${state}. ${fact.unit}`;
  return [found(wrong ? "wrong" : "supported", "timing", code, strip(why), fact.unit_sources)];
}

/** Minutes and the units they are said to make, held against Medicare's table. @param {Knowledge} knowledge @param {Reading} reading @returns {Statement[]} */
export function judgeUnits(knowledge, reading) {
  const { text } = reading.tagged;
  if (
    !text.includes("unit") || reading.framed || reading.asked || !timedCodes(knowledge, reading)
  ) return [];
  if (reading.clauses.some((clause) => clause.stance === "denied")) return [];
  const length = of("A_UNIT").search(text);
  if (length && length[1] !== "15") return [lengthOf(knowledge, reading, length)];
  if (of("OTHER_METHOD").has(text)) return [];
  return cases(text).filter((one) => !one.said.includes("hour") || one.low === "60").map((one) => {
    const units = AMOUNTS[one.units] ?? Number(one.units);
    return unitsOf(
      knowledge,
      reading,
      Number(one.low),
      Number(one.high || one.low),
      units,
      one.said,
    );
  });
}

/** @param {string} text */
const cases = (text) => [
  ...of("MINUTES_FIRST").all(text).map(([said, low, high, units]) => ({ low, high, units, said })),
  ...of("UNITS_FIRST").all(text).map(([said, units, low, high]) => ({ low, high, units, said })),
  ...of("HOUR").all(text).filter(([said]) => !said.startsWith("half"))
    .map(([said, units]) => ({ low: "60", high: "", units, said })),
];

/** Whether every code named counts in quarters of an hour, and one only where minutes are many. @param {Knowledge} knowledge @param {Reading} reading */
function timedCodes(knowledge, reading) {
  const codes = reading.tagged.codes;
  return codes.every((code) => knowledge.codes[code]?.minutes === 15) &&
    (codes.length < 2 || count(reading.tagged.text, "min") < 2);
}

/** @param {Reading} reading */
const onlyCode = (reading) => (reading.tagged.codes.length === 1 ? reading.tagged.codes[0] : null);

/** @param {Knowledge} knowledge @param {Reading} reading @param {Match} length */
function lengthOf(knowledge, reading, length) {
  const fact = factOf(knowledge, `${FACT}/0`);
  const why = `Pattern 'length of a unit': “${
    strip(length[0])
  }”. ${FACT}: a unit of these codes stands for 15 minutes. ${fact.text}`;
  return found("wrong", "timing", onlyCode(reading), why, fact.sources);
}

/** @param {Knowledge} knowledge @param {Reading} reading @param {number} low @param {number} high @param {number} units @param {string} said */
function unitsOf(knowledge, reading, low, high, units, said) {
  const earned = once([low, high].map((minutes) => Math.floor((minutes + 7) / 15))).sort((
    one,
    other,
  ) => one - other);
  const wrong = earned.length !== 1 || earned[0] !== units;
  const span = high === low ? `${low}` : `${low} to ${high}`;
  const fact = factOf(knowledge, `${FACT}/0`);
  const why = `Pattern 'minutes to units': “${strip(said)}”. ${FACT}: ${span} timed minutes make ${
    earned.join(" to ")
  }. ${fact.text}`;
  const sources = fact.sources.length ? fact.sources : factOf(knowledge, FACT).sources;
  return found(wrong ? "wrong" : "supported", "timing", onlyCode(reading), why, sources);
}
