import { patternsOf } from "../patterns.js";
import { factOf, found } from "../statement.js";
import { once } from "../text.js";
import { spelled } from "../tokens.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Knowledge, Statement } from "../types.js" */

const of = patternsOf("rules.thresholds");
/** @type {Record<string, number>} */
const WORDS = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
const REVIEW = 3000;

/** A year's threshold with another amount, a pool of the wrong disciplines, a code with another MUE. @param {Knowledge} knowledge @param {Reading} reading @returns {Statement[]} */
export function judgeThresholds(knowledge, reading) {
  if (reading.framed || reading.asked) return [];
  const { tagged } = reading;
  const text = tagged.text.includes("M")
    ? spelled(tagged.text, tagged.tokens, "C")
    : reading.spoken;
  return [
    ...(of("ABOUT").has(text)
      ? [...amounts(knowledge, reading, text), ...pools(knowledge, reading, text)]
      : []),
    ...(of("MUE").has(text) ? ceilings(knowledge, reading) : []),
  ];
}

/** @param {Reading} reading */
const denied = (reading) => reading.clauses.some((clause) => clause.stance === "denied");

/** @param {number} amount */
const dollars = (amount) => `$${amount.toLocaleString("en-US", { maximumFractionDigits: 0 })}`;

/** @param {Knowledge} knowledge @param {Reading} reading @param {string} text */
function amounts(knowledge, reading, text) {
  const said = of("AMOUNT").all(text).map((match) => Number(match[1].replaceAll(",", "")));
  const sums = once(said.filter((sum) => sum !== REVIEW && sum > 1000 && sum < 6000));
  const years = once(of("YEAR").all(text).map((match) => match[1]));
  if (!sums.length || !years.length || of("SPENT").has(text) || denied(reading)) return [];
  return paired(knowledge, years, sums).flatMap(([year, sum]) => {
    const known = knowledge.thresholds[year];
    if (!known) return [];
    const why = `Pattern 'threshold of a year': ${
      dollars(sum)
    } is said of ${year}. rules/kx-threshold: in ${year} it is ${dollars(known.amount)}.`;
    return [
      found(sum === known.amount ? "supported" : "wrong", "threshold", null, why, known.sources),
    ];
  });
}

/** @param {Knowledge} knowledge @param {string[]} years @param {number[]} sums @returns {[string, number][]} */
function paired(knowledge, years, sums) {
  if (years.length === sums.length) return years.map((year, index) => [year, sums[index]]);
  if (years.length !== 1) return [];
  const right = sums.filter((sum) => sum === knowledge.thresholds[years[0]]?.amount);
  return (right.length ? right : sums).map((sum) => [years[0], sum]);
}

/** @param {Knowledge} knowledge @param {Reading} reading @param {string} text */
function pools(knowledge, reading, text) {
  if (!of("SHARED").has(text) || of("EACH").has(text) || denied(reading)) return [];
  const fact = factOf(knowledge, "rules/kx-threshold/0");
  const why = `Pattern 'who shares a threshold'. rules/kx-threshold: ${fact.text}`;
  return [found("wrong", "threshold", null, why, fact.sources)];
}

/** @param {Knowledge} knowledge @param {Reading} reading */
function ceilings(knowledge, reading) {
  return reading.clauses.flatMap((clause) => {
    const numbers = once(
      of("UNITS").all(clause.text).map((match) => WORDS[match[1]] ?? Number(match[1])),
    );
    const codes = clause.codes;
    if (clause.stance !== "said" || codes.length !== 1 || !numbers.length) return [];
    if (!of("MUE").has(reading.tagged.text)) return [];
    /** @type {[string, number][]} */
    const known = Object.entries(knowledge.codes[codes[0]]?.mue ?? {});
    if (!known.length) return [];
    const right = known.some(([, units]) => numbers.includes(units));
    const told = known.map(([setting, units]) => `${units} (${setting})`).join(", ");
    const said = numbers.sort((one, other) => one - other).join(", ");
    const why = `Pattern 'MUE of a code': ${said} said of ${codes[0]}. codes/${codes[0]}: ${told}.`;
    const { mue_sources } = knowledge.codes[codes[0]];
    return [found(right ? "supported" : "wrong", "threshold", codes[0], why, mue_sources)];
  });
}
