import { regex } from "../regex.js";
import { factOf, statement } from "../statement.js";
import { numberOf, unique } from "../text.js";
import { expand } from "../tokens.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Knowledge } from "../types.d.ts" */

const ABOUT = regex()`
  \bthresholds?\b|\bkx\b|\bM\b|\bcap\b|\btherapy limit\b|\bannual limit\b|\b(?:pts?|ots?|slps?|
  therapy) (?:has|have|gets?)\b[^.;]{0,20}\$ ?2,\d{3}
`;
const YEAR = /\b(20[12]\d)\b/g;
const AMOUNT = /\$ ?(\d,?\d{3})(?:\.00)?\b/g;
const MUE = /\b(?:mue|medically unlikely|unlikely[- ]edit)\b/;
const DAILY = /\b(?:per|a|each|in a|one) day\b|\/ ?day\b|\bdaily\b|\bper date\b/;
const LIMIT = /\bmax\w*|no more than|\bup to\b|at most|limit|ceiling|\bcap/;
const OF_A_PLAN = regex()`
  plans?\b|payer|insur|authoriz|visit|week|minutes|timed codes|total|one unit|\b1 unit
`;
const UNITS = regex("g")`
  \b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b(?! ?(?:year|quarter|/|
  minute|min|percent|%))
`;
const SERVICE_UNIT = regex("g")`
  \b20\d\d\b|\bmai \d|\b(?:one|1) (?:line|day|patient|provider|date)\b|\bper (?:one|1)\b
`;
const SHARED = regex()`
  \b(?:pts?|physical therapy),? (?:and|&|/) ?(?:ots?|occupational therapy)\b[^.;]*\b(?:shared?|
  combined|one|same|together|joint)\b|\bpts?,? ots?,? (?:and|&) slps?\b[^.;]*\b
  (?:shared?|combined|one)\b|\b
  (?:combined|shared|joint|one)\b[^.;]*\bfor (?:pt|physical therapy) (?:and|&) (?:ot|
  occupational therapy)\b
`;
const EACH = /\b(?:each|separate|own)\b/;
const SPENT = regex()`
  \b(?:spent|reached|has used|have used|used \$|accrued|so far|patient (?:who|with|has|had|at)|
  still (?:below|under)|allowed|(?:is|are|was) (?:below|above|over|under))\b
`;
const REVIEW = 3000;

/**
 * A year's threshold with another amount, a pool of the wrong disciplines, a code with another MUE.
 * @param {Reading} reading
 */
export function judgeThresholds(reading) {
  const modified = reading.text.includes("M");
  const text = modified ? expand(reading.text, reading.tokens, "C") : reading.spoken;
  return [
    ...(ABOUT.test(text) ? [...amountsOfYears(reading, text), ...pools(reading, text)] : []),
    ...(MUE.test(text) || isDailyLimit(text) ? ceilings(reading) : []),
  ];
}

/** Whether a text limits the units of a day for any payer. @param {string} text */
const isDailyLimit = (text) =>
  DAILY.test(text) && LIMIT.test(text) && text.includes("unit") && !OF_A_PLAN.test(text);

/** @param {number} amount */
const dollars = (amount) => `$${amount.toLocaleString("en-US", { maximumFractionDigits: 0 })}`;

/** @param {Reading} reading @param {string} text */
function amountsOfYears(reading, text) {
  const { thresholds } = reading.knowledge;
  const amounts = [...text.matchAll(AMOUNT)].map((match) => Number(match[1].replaceAll(",", "")));
  const sums = unique(amounts.filter((sum) => sum !== REVIEW && sum > 1000 && sum < 6000));
  const years = unique([...text.matchAll(YEAR)].map((match) => match[1]));
  if (!sums.length || !years.length || SPENT.test(text) || reading.denied) return [];
  return paired(thresholds, years, sums).flatMap(([year, sum]) => {
    const known = thresholds[year];
    if (!known || sum === known.amount) return [];
    const why = `Pattern 'threshold of a year': ${
      dollars(sum)
    } is said of ${year}. rules/kx-threshold: in ${year} it is ${dollars(known.amount)}.`;
    return [statement("wrong", "threshold", null, why, known.sources)];
  });
}

/**
 * @param {Knowledge["thresholds"]} thresholds @param {string[]} years @param {number[]} sums
 * @returns {[string, number][]}
 */
function paired(thresholds, years, sums) {
  if (years.length === sums.length) return years.map((year, index) => [year, sums[index]]);
  if (years.length !== 1) return [];
  const right = sums.filter((sum) => sum === thresholds[years[0]]?.amount);
  return (right.length ? right : sums).map((sum) => [years[0], sum]);
}

/** @param {Reading} reading @param {string} text */
function pools(reading, text) {
  if (!SHARED.test(text) || EACH.test(text) || reading.denied) return [];
  const fact = factOf(reading.knowledge, "rules/kx-threshold/two-thresholds");
  const why = `Pattern 'who shares a threshold'. rules/kx-threshold: ${fact.text}`;
  return [statement("wrong", "threshold", null, why, fact.sources)];
}

/**
 * The code whose MUE is spoken of: the last before the word, or the only one.
 * @param {Reading} reading
 */
function ceilingOf({ text, tokens, codes }) {
  if (codes.length < 2) return codes[0] ?? "";
  const places = [...text].flatMap((sign, at) => (/[A-Z]/.test(sign) ? [at] : []));
  const spot = text.search(MUE),
    coded = places.flatMap((place, index) =>
      tokens[index]?.letter === "C" && tokens[index].values.length === 1
        ? [{ place, code: tokens[index].values[0] }]
        : []
    );
  return coded.findLast(({ place }) => place < spot)?.code ?? "";
}

/** @param {Reading} reading */
function ceilings(reading) {
  if (/exceed|above|\bover\b|beyond/.test(reading.text)) return [];
  const hospital = /\bhospital\b|\boutpatient department/.test(reading.spoken);
  const practice = /\bpract|\boffice\b|\bclinic\b/.test(reading.spoken);
  const code = ceilingOf(reading);
  if (!code || reading.denied) return [];
  const plain = expand(reading.text, reading.tokens, "CM").replace(SERVICE_UNIT, " ");
  const numbers = unique([...plain.matchAll(UNITS)].map((match) => numberOf(match[1])));
  const { mue = {}, mue_sources = [] } = reading.knowledge.codes[code] ?? {};
  const both = hospital === practice;
  const known = Object.entries(mue).filter(([setting]) =>
    both || (setting === "hospital") === hospital
  );
  if (!numbers.length || !known.length || known.some(([, units]) => numbers.includes(units))) {
    return [];
  }
  const limits = known.map(([setting, units]) => `${units} (${setting})`).join(", ");
  const stated = numbers.sort((one, other) => one - other).join(", ");
  const why = `Pattern 'MUE of a code': ${stated} is stated of ${code}. codes/${code}: ${limits}.`;
  return [statement("wrong", "threshold", code, why, mue_sources)];
}
