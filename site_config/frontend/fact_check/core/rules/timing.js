import { unitsIn } from "../../../billing/facts.js";
import { regex } from "../regex.js";
import { factOf, statement } from "../statement.js";
import { count, numberOf, unique } from "../text.js";

/** @import { Counting } from "../../../billing/types.d.ts" */
/** @import { Reading } from "../clauses.js" */
/** @import { Match } from "../regex.js" */

const NAMED = /one|a|two|three|four|five|six|seven|eight/;
const MINUTES_FIRST = regex("g")`
  \b(\d{1,3})(?: ?(?:-|to|through|and) ?(\d{1,3}))?(?: total| timed| direct| treatment| of)*[ -]?
  (?:min(?:ute)?s?\b)(?! each)[^.;?\d]{0,60}?(?:[=:>]|\b(?:is|are|equals?|makes?|counts? as|means|
  earns?|gives?|for|bill(?:s|ed)?|yields?|comes? to|allows?|reports?|qualif\w+ for|gets|
  worth))[^.;?\d]{0,25}?\b(\d{1,2}|${NAMED}) (?:billable |timed |full |whole |total )*units?\b
`;
const UNITS_FIRST = regex("g")`
  \b(\d{1,2}|${NAMED})(?: billable| timed)? units?(?: of (?:a timed (?:code|service)|C|P))? ?
  (?:[=:]|\b(?:is|are|equals?|means|requires?|lasts?|represents?|covers))[^.;\d]{0,25}?(\d{1,3})
  (?: ?(?:-|to|through) ?(\d{1,3}))?[ -]?min
`;
const OTHER_METHOD = regex()`
  \b(?:ama|midpoint|rule of (?:eights|8s?)|spm|substantial|each code|per code|per line|each of|
  own)\b|\beach\b
`;
const HOUR = regex("g")`
  \b(?:half )?(?:an|one|1) hour\b(?! and)[^.;?\d]{0,40}(?:[=:]|\b
  (?:is|are|equals?|makes?|means|for))[^.;?\d]{0,20}\b(\d{1,2}|${NAMED}) units?\b
`;
const A_UNIT = regex()`
  \b(?:one|1|a|each|every|the) (?:timed |billable |billing )?unit(?: of (?:C|P|a timed code|
  treatment|therapy|service))? ?(?:[=:]|\b(?:is|equals?|means|represents?|lasts?|covers|
  stands for|
  takes)) (?:defined as |equal to |exactly |about |worth |for )?(\d{1,3})[ -]?min\w*(?! or more)
`;
const FACT = "rules/eight-minute";

/**
 * Minutes and the units they are stated to make, compared with Medicare's table.
 * @param {Reading} reading
 */
export function judgeUnits(reading) {
  const { text, knowledge: { counting } } = reading;
  if (!counting || !text.includes("unit") || reading.denied) return [];
  if (!timedCodes(reading, counting)) return [];
  const length = A_UNIT.exec(text);
  if (length && length[1] !== String(counting.size)) return [lengthOf(reading, length, counting)];
  if (OTHER_METHOD.test(text)) return [];
  return cases(text).filter((one) => !one.words.includes("hour") || one.low === "60")
    .flatMap((one) => unitsOf(reading, one, counting));
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
  ...[...text.matchAll(HOUR)].filter(([words]) => !words.startsWith("half"))
    .map(([words, units]) => ({ low: "60", high: "", units, words })),
];

/**
 * Whether every code named counts in Medicare's units, and one only where minutes are many.
 * @param {Reading} reading @param {Counting} counting
 */
function timedCodes({ codes, knowledge, text }, { size }) {
  return codes.every((code) => knowledge.codes[code]?.minutes === size) &&
    (codes.length < 2 || count(text, "min") < 2);
}

/** @param {Reading} reading */
const onlyCode = ({ codes }) => (codes.length === 1 ? codes[0] : null);

/** @param {Reading} reading @param {Match} length @param {Counting} counting */
function lengthOf(reading, length, { size }) {
  const fact = factOf(reading.knowledge, `${FACT}/0`);
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
  const fact = factOf(knowledge, `${FACT}/0`);
  const why = `Pattern 'minutes to units': “${words.trim()}”. ${FACT}: ${span} timed minutes make ${
    earned.join(" to ")
  }. ${fact.text}`;
  const sources = fact.sources.length ? fact.sources : factOf(knowledge, FACT).sources;
  return [statement("wrong", "timing", onlyCode(reading), why, sources)];
}
