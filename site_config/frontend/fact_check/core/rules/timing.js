import { bind } from "../binding.js";
import { regex } from "../regex.js";
import { factOf, statement } from "../statement.js";
import { count, isDigits, strip, unique } from "../text.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Match } from "../regex.js" */
/** @import { CodeFact, Knowledge, Binding, Stance, Statement } from "../types.d.ts" */

const NAMED = /one|a|two|three|four|five|six|seven|eight/;
const NOT_IS = /\b(?:not|never|no)\b|n't\b/;
const MINUTES_FIRST = regex("g")`
  \b(\d{1,3})(?: ?(?:-|to|through|and) ?(\d{1,3}))?(?: total| timed| direct| treatment| of)*[ -]?
  (?:min(?:ute)?s?\b)(?! each)[^.;?\d]{0,60}?(?:[=:>]|\b(?:is|are|equals?|makes?|counts? as|means|
  earns?|gives?|for|bills?|billed|yields?|comes? to|allows?|reports?|qualif\w+ for|gets|
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
  treatment|therapy|service))? ?(?:[=:]|\b(?:is|equals?|means|represents?|lasts?|covers|stands for|
  takes)) (?:defined as |equal to |exactly |about |worth |for )?(\d{1,3})[ -]?min\w*(?! or more)
`;
/** @type {Record<string, number>} */
const AMOUNTS = { one: 1, a: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 };
const FACT = "rules/eight-minute";

/**
 * Codes called timed or untimed, or given a length of unit.
 * @param {Knowledge} knowledge @param {Reading} reading @returns {Statement[]}
 */
export function judgeCounting(knowledge, reading) {
  if (!reading.tagged.text.includes("T") || reading.somePayers) return [];
  return reading.clauses.filter((clause) => clause.stance !== "unclear").flatMap((clause) =>
    bind(clause, "T").flatMap((binding) => {
      const value = valueOf(binding, clause.stance);
      return binding.code.values.flatMap((code) => {
        const fact = knowledge.codes[code];
        return fact && value && fact.timed !== null ? counted(code, fact, binding, value) : [];
      });
    })
  );
}

/**
 * The stated count, turned round where it is denied.
 * @param {Binding} binding @param {Stance} stance
 */
function valueOf(binding, stance) {
  const [value] = binding.phrase.values;
  if (stance === "asserted") return value;
  if (!NOT_IS.test(binding.gap)) return null;
  return value === "timed" ? "untimed" : value === "untimed" ? "timed" : null;
}

/** @param {string} code @param {CodeFact} fact @param {Binding} binding @param {string} value */
function counted(code, fact, binding, value) {
  const figure = isDigits(value);
  if (
    !figure && fact.per_day && fact.timed && value === "untimed" &&
    !binding.phrase.text.includes("unti")
  ) {
    return [];
  }
  const wrong = figure
    ? !fact.timed || (fact.minutes !== null && Number(value) !== fact.minutes)
    : fact.timed !== (value === "timed");
  const state = fact.timed ? `timed, ${fact.minutes} minutes a unit` : "untimed";
  const why = `Pattern 'how a code is counted': “${
    strip(binding.phrase.text)
  }” is said of ${code}. codes/${code}: ${fact.name}, ${state}. ${fact.unit}`;
  return [statement(wrong ? "wrong" : "supported", "timing", code, strip(why), fact.unit_sources)];
}

/**
 * Minutes and the units they are stated to make, compared with Medicare's table.
 * @param {Knowledge} knowledge @param {Reading} reading @returns {Statement[]}
 */
export function judgeUnits(knowledge, reading) {
  const { text } = reading.tagged;
  if (
    !text.includes("unit") || reading.framed || reading.asked || !timedCodes(knowledge, reading)
  ) return [];
  if (reading.clauses.some((clause) => clause.stance === "denied")) return [];
  const length = A_UNIT.exec(text);
  if (length && length[1] !== "15") return [lengthOf(knowledge, reading, length)];
  if (OTHER_METHOD.test(text)) return [];
  return cases(text).filter((one) => !one.words.includes("hour") || one.low === "60").map((one) => {
    const units = AMOUNTS[one.units] ?? Number(one.units);
    return unitsOf(
      knowledge,
      reading,
      Number(one.low),
      Number(one.high || one.low),
      units,
      one.words,
    );
  });
}

/** @param {string} text */
const cases = (text) => [
  ...[...text.matchAll(MINUTES_FIRST)].map(([words, low, high, units]) => ({
    low,
    high,
    units,
    words,
  })),
  ...[...text.matchAll(UNITS_FIRST)].map(([words, units, low, high]) => ({
    low,
    high,
    units,
    words,
  })),
  ...[...text.matchAll(HOUR)].filter(([words]) => !words.startsWith("half"))
    .map(([words, units]) => ({ low: "60", high: "", units, words })),
];

/**
 * Whether every code named counts in quarters of an hour, and one only where minutes are many.
 * @param {Knowledge} knowledge @param {Reading} reading
 */
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
  return statement("wrong", "timing", onlyCode(reading), why, fact.sources);
}

/**
 * @param {Knowledge} knowledge @param {Reading} reading @param {number} low @param {number} high
 * @param {number} units @param {string} words
 */
function unitsOf(knowledge, reading, low, high, units, words) {
  const earned = unique([low, high].map((minutes) => Math.floor((minutes + 7) / 15))).sort((
    one,
    other,
  ) => one - other);
  const wrong = earned.length !== 1 || earned[0] !== units;
  const span = high === low ? `${low}` : `${low} to ${high}`;
  const fact = factOf(knowledge, `${FACT}/0`);
  const why = `Pattern 'minutes to units': “${strip(words)}”. ${FACT}: ${span} timed minutes make ${
    earned.join(" to ")
  }. ${fact.text}`;
  const sources = fact.sources.length ? fact.sources : factOf(knowledge, FACT).sources;
  return statement(wrong ? "wrong" : "supported", "timing", onlyCode(reading), why, sources);
}
