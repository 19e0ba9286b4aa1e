import { unitsIn } from "../../../billing/facts.js";
import { regex } from "../regex.js";
import { factOf, statement } from "../statement.js";
import { compounded, count, numberOf, unique } from "../text.js";

/** @import { Counting } from "../../../billing/types.d.ts" */
/** @import { Reading } from "../clauses.js" */
/** @import { Match } from "../regex.js" */

const NAMED = /one|a|two|three|four|five|six|seven|eight/;
const MINUTES_FIRST = regex("g")`
  \b(?<!\band )(?<!\d and )(\d{1,3})(?: ?(?:-|to|through) ?(\d{1,3}))?
  (?: total| timed| direct| treatment| of| medicare| one-on-one| full| therapy)*[ -]?
  (?:min(?:ute)?s?\b)(?! each)[^.;?\d]{0,60}?(?:[=:>]|\b(?:is|are|equals?|makes?|counts? as|means|
  earns?|gives?|for|bill(?:s|ed)?|yields?|
  will suggest|allow|comes? to|allows?|reports?|that's|that is|charged?|earns?|qualif\w+ for|
  gets|suggests?|so|
  worth))[^.;?\d]{0,25}?\b(\d{1,2}|${NAMED}) (?:billable |timed |full |whole |total |
  medicare )*units?\b
`;
const UNITS_FIRST = regex("g")`
  \b(\d{1,2}|${NAMED})(?: billable| timed)? units?(?: of (?:a timed (?:code|service)|C|P))? ?
  (?:[=:]|\b(?:is|are|equals?|means|requires?|lasts?|represents?|covers?))[^.;\d]{0,25}?(\d{1,3})
  (?: ?(?:-|to|through) ?(\d{1,3}))?[ -]?min
`;
const OTHER_METHOD = regex()`
  \b(?:ama|midpoint|rule of (?:eights|8s?)|spm|substantial|each code|per code|per line|each of|
  own|hour|time rule|midpoint|untimed|regardless|whatever|group|class|evaluation|speech|
  swallow\w*|language)\b|\beach\b|left over|\bagency\b|home health|\bgave\b|\bfixed\b|
  more than the \d
`;
const UNITS_NEED = regex("g")`
  \b(\d{1,2}|${NAMED}|second|third|fourth|
  first)(?: billable| timed)? units?\b[^.;\d]{0,40}\b(?:needs?|requires?|takes?|
  starts?|begins?|from|minimum|at least|once|
  until)\b[^.;\d]{0,25}(\d{1,3})(?! ?-)[ -]?(?:total |timed |full )*min
`;
const MINUTES_NEED = regex("g")`
  \b(\d{1,3}) (?:timed |total )?min\w* (?:before|to|until|for)\b[^.;\d]{0,40}?\b(second|third|
  fourth|\d)
  (?:billable |timed )*units?\b
`;
/** Minutes that are said to make nothing. */
const NOTHING = regex("g")`
  \b(\d{1,2}) (?:timed |total )?min\w*(?![-–])[^.;\d]{0,40}\b(?:is|are|earns?|makes?|gives?|
  means?|bills?) (?:nothing|no units?|
  zero units?|0 units?|unbillable)\b
`;
/** A question about units and the number that answers it. */
const ANSWERED = /^([^:]*?\b(\d{1,3})(?: \w+){0,3}[ -]min[^:]*): ?(\d{1,2})\b(?! ?(?:min|to\b|-))/g;
const COUNTED = /\b(?:medicare|timed|counter|gives?|bill|allows?|pays?)\b/;
const UNITS_FOR = regex("g")`
  \b(\d{1,2}|${NAMED}) (?:billable |timed )*units? (?:for|from|out of|at) (\d{1,3})(?! ?[-+])
  (?: total| timed| direct| treatment| medicare| one-on-one| full)*[ -]?min(?![^.;]*each)
`;
const SUM = /\b\d{1,2}(?: ?min\w*)?[^.;=\d+]{0,25}(?:\+ ?\d{1,2}(?: ?min\w*)?[^.;=\d+]{0,25})+/;
const UNIT_COUNT = regex()`
  (?:=|\b(?:is|are|makes?|equals?|bill|so|units?:|
  total)\b)[^.;]{0,12}?\b(\d)(?: total)? ?u(?:nits?)?\b
`;
const WORDS = regex("g")`
  \b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|
  forty|fifty|sixty)\b
`;
const LESS = regex()`
  \bmonth|\bwhether\b|\bhalf\b|midpoint|\bsession is|\b(?:when|if|where)\b[^.;]*\bat least\b
`;
const HOUR = regex("g")`
  \b(?:half )?(?:an|one|1|a (?:medicare|full|whole|timed|
  treatment)) hour\b(?! and)[^.;?\d]{0,40}(?:[=:]|\b
  (?:is|are|equals?|makes?|means|for))[^.;?\d]{0,20}\b(\d{1,2}|${NAMED}) units?\b
`;
const A_UNIT = regex()`
  \b(?:one|1|a|each|every|the) (?:timed |billable |billing )?unit(?: of (?:C|P|a timed code|
  treatment|therapy|service))? ?(?:=|\b(?:is|equals?|means|represents?|lasts?|covers|
  stands for|
  takes)) (?:defined as |equal to |exactly |about |worth |for )?(\d{1,3})[ -]?min\w*(?! or more)
`;
/** @type {Record<string, number>} */
const ORDINALS = { first: 1, second: 2, third: 3, fourth: 4 };
const FACT = "rules/eight-minute";

/**
 * Minutes and the units they are stated to make, compared with Medicare's table.
 * @param {Reading} reading
 */
export function judgeUnits(reading) {
  const { knowledge: { counting } } = reading;
  const text = inFigures(reading.spoken);
  if (!counting || !text.includes("unit") || reading.denied) return [];
  if (!timedCodes(reading, counting)) return [];
  const length = A_UNIT.exec(text);
  if (length && length[1] !== String(counting.size)) return [lengthOf(reading, length, counting)];
  if (OTHER_METHOD.test(text)) return [];
  const sum = summed(text);
  if (sum) return unitsOf(reading, sum, counting);
  if (text.includes("+")) return [];
  const needed = [
    ...text.matchAll(UNITS_NEED),
    ...[...text.matchAll(MINUTES_NEED)].map(([words, low, units]) => [words, units, low]),
  ].filter(() => !LESS.test(text));
  const wrong = needed.filter(([, units, low]) => {
    const count = ORDINALS[units] ?? numberOf(units),
      least = counting.size * (count - 1) + counting.least;
    return count > 0 && Number(low) !== least;
  });
  if (wrong.length) {
    const [words, , low] = wrong[0];
    return unitsOf(reading, { words, low, high: "", units: "0" }, counting);
  }
  const none = [...text.matchAll(NOTHING)].find(([, low]) => Number(low) >= counting.least);
  if (none) {
    return unitsOf(reading, { words: none[0], low: none[1], high: "", units: "0" }, counting);
  }
  return cases(text).filter(({ words }) => !/C and|full unit|total allows/.test(words))
    .flatMap((one) => unitsOf(reading, one, counting));
}

/** A text with its number words as figures. @param {string} text */
const inFigures = (text) => compounded(text).replace(WORDS, (word) => String(numberOf(word)));

/** Minutes that are added up, with their units. @param {string} text @returns {Case | null} */
function summed(text) {
  const found = SUM.exec(text), units = found && UNIT_COUNT.exec(text.slice(found.index));
  if (!found || !units) return null;
  const minutes = (found[0].match(/\d+/g) ?? []).reduce((sum, one) => sum + Number(one), 0);
  return { words: text.slice(found.index), low: String(minutes), high: "", units: units[1] };
}

/** @typedef {{words: string, low: string, high: string, units: string}} Case */

/** @param {string} text */
const cases = (text) => [
  ...Array.from(
    text.matchAll(MINUTES_FIRST),
    ([words, low, high, units]) => ({ low, high, units, words }),
  ),
  ...Array.from(
    text.matchAll(UNITS_FIRST),
    ([words, units, low, high]) => ({ low, high, units, words }),
  ),
  ...Array.from(
    COUNTED.test(text) ? text.matchAll(UNITS_FOR) : [],
    ([words, units, low]) => ({ low, high: "", units, words }),
  ),
  ...Array.from(text.matchAll(ANSWERED))
    .filter(([, question]) =>
      /unit/.test(question) && !/\d units?\b/.test(question) && count(question, "min") === 1
    )
    .map(([words, , low, units]) => ({ low, high: "", units, words })),
  ...[...text.matchAll(HOUR)].filter(([words]) => !words.startsWith("half"))
    .map(([words, units]) => ({ low: "60", high: "", units, words })),
];

/**
 * Whether every code named counts in Medicare's units, and one only where minutes are many.
 * @param {Reading} reading @param {Counting} counting
 */
function timedCodes({ codes, knowledge, text }, { size }) {
  const counted = (/** @type {string} */ code) =>
    knowledge.codes[code]?.minutes === size && knowledge.codes[code].per_day !== 1;
  return codes.every(counted) &&
    (codes.length < 2 || count(text, "min") < 2);
}

/** @param {Reading} reading */
const onlyCode = ({ codes }) => (codes.length === 1 ? codes[0] : null);

/** @param {Reading} reading @param {Match} length @param {Counting} counting */
function lengthOf(reading, length, { size }) {
  const fact = factOf(reading.knowledge, "rules/eight-minute/table");
  const why = `Pattern 'length of a unit': “${
    length[0].trim()
  }”. ${FACT}: a unit of these codes stands for ${size} minutes. ${fact.text}`;
  return statement("wrong", "timing", onlyCode(reading), why, fact.sources);
}

/** @param {Reading} reading @param {Case} stated @param {Counting} counting */
function unitsOf(reading, { words, low, high, units }, counting) {
  const least = Number(low), most = Number(high || low), { knowledge } = reading;
  const earned = unique([least, most].map((minutes) => unitsIn(counting, minutes)))
    .sort((one, other) => one - other);
  if (earned.length === 1 && earned[0] === numberOf(units)) return [];
  const span = most === least ? `${least}` : `${least} to ${most}`;
  const fact = factOf(knowledge, "rules/eight-minute/table");
  const why = `Pattern 'minutes to units': “${words.trim()}”. ${FACT}: ${span} timed minutes make ${
    earned.join(" to ")
  }. ${fact.text}`;
  const sources = fact.sources.length ? fact.sources : factOf(knowledge, FACT).sources;
  return [statement("wrong", "timing", onlyCode(reading), why, sources)];
}
