import { regex } from "../regex.js";
import { factOf, statement } from "../statement.js";
import { unique } from "../text.js";
import { expand } from "../tokens.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Knowledge, Statement } from "../types.d.ts" */

const ABOUT = /\bthresholds?\b|\bkx\b|\bM\b|\bcap\b|\btherapy limit\b|\bannual limit\b/;
const YEAR = /\b(20[12]\d)\b/g;
const AMOUNT = /\$ ?(\d,?\d{3})(?:\.00)?\b/g;
const MUE = /\b(?:mue|medically unlikely|unlikely[- ]edit)\b/;
const UNITS = regex("g")`
  \b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b(?! ?(?:year|quarter|/))
`;
const SHARED = regex()`
  \b(?:pts?|physical therapy),? (?:and|&|/) ?(?:ots?|occupational therapy)\b[^.;]*\b(?:share|shared|
  combined|one|same|together|joint)\b|\bpts?,? ots?,? (?:and|&) slps?\b[^.;]*\b
  (?:share|shared|combined|one)\b|\b
  (?:combined|shared|joint|one)\b[^.;]*\bfor (?:pt|physical therapy) (?:and|&) (?:ot|
  occupational therapy)\b
`;
const EACH = /\b(?:each|separate|own)\b/;
const SPENT = regex()`
  \b(?:spent|reached|has used|have used|used \$|accrued|so far|patient (?:who|with|has|had|at)|
  still (?:below|under))\b
`;
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

/**
 * A year's threshold with another amount, a pool of the wrong disciplines, a code with another MUE.
 * @param {Knowledge} knowledge @param {Reading} reading @returns {Statement[]}
 */
export function judgeThresholds(knowledge, reading) {
  if (reading.framed || reading.asked) return [];
  const { tagged } = reading;
  const text = tagged.text.includes("M") ? expand(tagged.text, tagged.tokens, "C") : reading.spoken;
  return [
    ...(ABOUT.test(text)
      ? [...amountsOfYears(knowledge, reading, text), ...pools(knowledge, reading, text)]
      : []),
    ...(MUE.test(text) ? ceilings(knowledge, reading) : []),
  ];
}

/** @param {Reading} reading */
const denied = (reading) => reading.clauses.some((clause) => clause.stance === "denied");

/** @param {number} amount */
const dollars = (amount) => `$${amount.toLocaleString("en-US", { maximumFractionDigits: 0 })}`;

/** @param {Knowledge} knowledge @param {Reading} reading @param {string} text */
function amountsOfYears(knowledge, reading, text) {
  const amounts = [...text.matchAll(AMOUNT)].map((match) => Number(match[1].replaceAll(",", "")));
  const sums = unique(amounts.filter((sum) => sum !== REVIEW && sum > 1000 && sum < 6000));
  const years = unique([...text.matchAll(YEAR)].map((match) => match[1]));
  if (!sums.length || !years.length || SPENT.test(text) || denied(reading)) return [];
  return paired(knowledge, years, sums).flatMap(([year, sum]) => {
    const known = knowledge.thresholds[year];
    if (!known) return [];
    const why = `Pattern 'threshold of a year': ${
      dollars(sum)
    } is said of ${year}. rules/kx-threshold: in ${year} it is ${dollars(known.amount)}.`;
    return [
      statement(
        sum === known.amount ? "supported" : "wrong",
        "threshold",
        null,
        why,
        known.sources,
      ),
    ];
  });
}

/**
 * @param {Knowledge} knowledge @param {string[]} years @param {number[]} sums
 * @returns {[string, number][]}
 */
function paired(knowledge, years, sums) {
  if (years.length === sums.length) return years.map((year, index) => [year, sums[index]]);
  if (years.length !== 1) return [];
  const right = sums.filter((sum) => sum === knowledge.thresholds[years[0]]?.amount);
  return (right.length ? right : sums).map((sum) => [years[0], sum]);
}

/** @param {Knowledge} knowledge @param {Reading} reading @param {string} text */
function pools(knowledge, reading, text) {
  if (!SHARED.test(text) || EACH.test(text) || denied(reading)) return [];
  const fact = factOf(knowledge, "rules/kx-threshold/0");
  const why = `Pattern 'who shares a threshold'. rules/kx-threshold: ${fact.text}`;
  return [statement("wrong", "threshold", null, why, fact.sources)];
}

/** @param {Knowledge} knowledge @param {Reading} reading */
function ceilings(knowledge, reading) {
  return reading.clauses.flatMap((clause) => {
    const numbers = unique(
      [...clause.text.matchAll(UNITS)].map((match) => WORDS[match[1]] ?? Number(match[1])),
    );
    const codes = clause.codes;
    if (clause.stance !== "asserted" || codes.length !== 1 || !numbers.length) return [];
    if (!MUE.test(reading.tagged.text)) return [];
    /** @type {[string, number][]} */
    const known = Object.entries(knowledge.codes[codes[0]]?.mue ?? {});
    if (!known.length) return [];
    const right = known.some(([, units]) => numbers.includes(units));
    const limits = known.map(([setting, units]) => `${units} (${setting})`).join(", ");
    const stated = numbers.sort((one, other) => one - other).join(", ");
    const why = `Pattern 'MUE of a code': ${stated} said of ${codes[0]}. codes/${
      codes[0]
    }: ${limits}.`;
    const { mue_sources } = knowledge.codes[codes[0]];
    return [statement(right ? "supported" : "wrong", "threshold", codes[0], why, mue_sources)];
  });
}
