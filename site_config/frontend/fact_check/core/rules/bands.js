import { bandsIn } from "../figures.js";
import { regex } from "../regex.js";
import { statement } from "../statement.js";
import { compounded } from "../text.js";
import { expand, positions } from "../tokens.js";

/** @import { Clause, Reading } from "../clauses.js" */
/** @import { Band } from "../figures.js" */
/** @import { CodeFact, Knowledge, Statement } from "../types.d.ts" */

/**
 * @typedef {object} Claim
 * @property {Knowledge} knowledge
 * @property {string} code
 * @property {CodeFact} fact
 * @property {Band} band
 * @property {string} text
 * @property {string[]} others the other codes of the clause
 */

const NEAR = 25;
const PAST_FIRST = /C\b[^.;,]{0,25}\b(?:past|beyond|after|over|above|exceed\w*)(?: the)? ?$/;
const NUMBERED = regex()`
  \d|one|two|three|four|five|six|seven|eight|nine|ten|teen|eleven|twel|twenty|thirty|forty|fifty|
  sixty|\bno\b
`;
const LEVELS = [
  "rules/evaluation-levels/low",
  "rules/evaluation-levels/moderate",
  "rules/evaluation-levels/high",
  "rules/evaluation-levels/ot-deficits",
];
const DEFICITS = /\b(?:one to three|three to five|five or more)\b/g;
const TYPICAL = regex()`
  \b(?:typical\w*|usual\w*|average\w*|generally|normally|about|approximately|around)\b
`;
const OF_DATA = regex()`
  ^ ?(?:of|with|worth)? ?(?:data|readings?|monitoring|transmission|recording)|^ out of|^ (?:in|
  of) (?:the |a )?(?:30|thirty|month)
`;
const PERIOD = /^(?:in|per|every|each|a|of|within|over|the) /;
const BEFORE_PERIOD = /\b(?:in|of|within|every|per|for) (?:a |the )?$/;
const DATA = /\b(?:data|readings?|transmi\w+|record\w*|sync\w*|needs?|requires?)\b/;
const LED = regex()`
  ^[^.;]{0,40}\b(?:is|are|use|uses|bill|billed|report|reported|with|under|by|code|as|be|
  points? to|means?|calls? for|makes?|gives?|lands? (?:on|in)|leads? to|take|pick|choose)
  (?: the)? (?:code )?$|^ ?(?:=|:|->|>) ?$
`;
const SPENT = regex()`
  \b(?:patient|who|had|total|together|if|when|after|spent|spends?|lasts?|lasted|took|example)\b
`;
const SUMMED = /\b(?:second|third)\b|^,? then\b|^ (?:in|of) the \w+(?: \w+)? and /;
const HOUR = regex("g")`
  \b(first|initial|additional|each|every|per|full|extra|further|an|another|fresh|next|
  a) (half[- ])?hour\b
`;
/** The first part, or what follows it, belongs to the other code. */
const ELSEWHERE = /\b(?:past|beyond|after|over|add-on|rest)\b/;
/** A least time is stated, for the first unit. */
const REQUIRED = regex()`
  \b(?:at least|minimum|no less than)\b|\b(?:needs?|requires?|takes|before|until|
  must (?:last|reach|run|take))(?: all)?(?: the| an?)?(?: full| whole| entire)? ?\d
`;
const MORE_THAN = regex()`
  \b(?:second|two units|additional|plan|payer|private|past|usual|typical|first \d)\b
`;
/** Numbers that are said not to fit. */
const OUTSIDE = /^ (?:is|are) (?:past|beyond|over|above|outside|too)\b/;
/** A code stands for what comes next, and no more and no less. */
const STANDS = regex()`
  C,? (?:only |just |always )?(?:lasts?|stands? for|represents?|covers?|equals?|buys?|asks? for|
  runs?|means?|spans?)(?: the| a| about| exactly)? ?$
`;
const LESS = /least|minimum|from|reach|past|midpoint|more than|up to|between|typical|each/;
const ASIDE = regex()`
  \b(?:unlike|instead of|rather than|not|never|no|versus|vs|than|except|combined|was|were|
  before|until|
  too|needed|this \w+ is|after|below|above|past|previously|formerly|used to|add-?on to|added to|
  beyond|
  always with|which are)\b|n't\b
`;

/**
 * A number said of a code whose name or rule gives another one.
 * @param {Reading} reading @returns {Statement[]}
 */
export function judgeBands(reading) {
  if (reading.past || reading.somePayers || !reading.codes.length) return [];
  return reading.clauses.flatMap((clause) => {
    const text = hours(compounded(expand(clause.text, clause.tokens, "CM")));
    if (!NUMBERED.test(text) || !text.includes("C")) return [];
    return bandsIn(text).flatMap((band) => ofBand(clause, text, band));
  });
}

/**
 * An add-on that begins past another first part than its base has.
 * @param {Clause} clause @param {string} text @param {Band} band
 */
function past(clause, text, band) {
  const found = PAST_FIRST.exec(text.slice(0, band.start));
  const [token] = clause.tokens.filter(({ letter }) => letter === "C");
  const [code] = token?.values ?? [], base = clause.knowledge.bases[code];
  if (!found || !base || clause.codes.length > 1) return "";
  const own = ownBands(clause.knowledge, base, clause.knowledge.codes[base])
    .filter(({ unit, role }) => unit === band.unit && role === "first");
  return own.length && own.every(({ low }) => low !== band.low) ? own[0].text : "";
}

/** @param {Clause} clause @param {string} text @param {Band} band */
function ofBand(clause, text, band) {
  const begins = past(clause, text, band), { knowledge } = clause;
  if (begins) return [figure(clause, clause.codes[0], band, `Its base is ${begins}.`)];
  const token = nearest(clause, text, band);
  if (!token) return [];
  if (/^of the /.test(band.text) || token.values.length > 1 || SUMMED.test(text.slice(band.end))) {
    return [];
  }
  return token.values.flatMap((code) => {
    const fact = knowledge.codes[code];
    const others = clause.codes.filter((other) => other !== code && other in knowledge.codes);
    const truth = fact ? against({ knowledge, code, fact, band, text, others }) : "";
    if (!truth) return [];
    return [figure(clause, code, band, truth)];
  });
}

/** @param {Clause} clause @param {string} code @param {Band} band @param {string} truth */
function figure({ knowledge }, code, { text, unit }, truth) {
  const { name, unit_sources } = knowledge.codes[code];
  const why = `Pattern 'a figure of a code': “${text}” is said of ${code}. codes/${code}: ` +
    `${name}. ${truth}`;
  const kind = unit === "minutes" || unit === "days" ? "timing" : "definition";
  return statement("wrong", kind, code, why.trim(), unit_sources);
}

/** Hours as numbers. @param {string} text */
const hours = (text) =>
  text.replace(HOUR, (_, before, half) => `${before} ${half ? "30 minutes" : "1 hour"}`);

/** The code in reach of a band. @param {Clause} clause @param {string} text @param {Band} band */
function nearest(clause, text, band) {
  const places = positions(text), kinds = clause.tokens.filter(({ letter }) => /[CM]/.test(letter));
  const codes = kinds.map((token, index) => ({ token, place: places[index] }))
    .filter(({ token, place }) => token.letter === "C" && place !== undefined);
  const before = codes.findLast(({ place }) => place < band.start);
  const after = codes.find(({ place }) => place >= band.end);
  const opened = after && /^[^.;,]{0,30}\($/.test(text.slice(band.end, after.place));
  const led = after && LED.test(text.slice(band.end, after.place)) &&
    !bandsIn(text.slice(band.end, after.place)).length;
  const chosen = opened || led ? after : before ?? after;
  if (!chosen) return null;
  const [low, high] = chosen.place < band.start
    ? [chosen.place, band.start]
    : [band.end, chosen.place];
  const start = Math.min(low, band.start), ahead = text.slice(Math.max(0, start - NEAR), start);
  return ASIDE.test(text.slice(low, high)) || ASIDE.test(ahead) ? null : chosen.token;
}

/** What contradicts a band. @param {Claim} claim */
function against({ knowledge, code, fact, band, text, others }) {
  if (fact.typical && band.unit === "minutes") return typical(fact, band, text);
  if (OUTSIDE.test(text.slice(band.end))) return "";
  if (band.unit === "days" && !isOfData(text, band)) return "";
  const aside = others.length
    ? others.some((other) =>
      ownBands(knowledge, other, knowledge.codes[other]).some(({ role, low }) =>
        role === band.role && low === band.low
      )
    )
    : ELSEWHERE.test(text);
  const own = ownBands(knowledge, code, fact).filter(({ unit }) => unit === band.unit);
  if (
    !own.length ||
    own.some((one) => agrees(one, band, fact, aside, text))
  ) return "";
  return own.map((one) => one.text).join(", ");
}

/** @param {string} text @param {Band} band */
const isOfData = (text, band) =>
  OF_DATA.test(text.slice(band.end)) ||
  (DATA.test(text) && !PERIOD.test(band.text) && band.role !== "each" &&
    !BEFORE_PERIOD.test(text.slice(0, band.start)));

/** @param {CodeFact} fact @param {Band} band @param {string} text */
function typical({ typical: minutes }, band, text) {
  if (!minutes) return "";
  const usual = TYPICAL.test(text) && band.low === band.high && band.low !== minutes;
  return usual ? `Typically ${minutes} minutes.` : "";
}

/** @param {Knowledge} knowledge @param {string} code @param {CodeFact} fact @returns {Band[]} */
function ownBands(knowledge, code, fact) {
  const rules = fact.family === "evaluations"
    ? LEVELS.flatMap((name) =>
      (knowledge.facts[name]?.text ?? "").replace(DEFICITS, "$& deficits").split(/(?<=\)),|;/)
    )
      .filter((text) => text.includes(code))
    : [];
  const group = fact.contact === "group" && fact.family !== "caregiver-training"
    ? ["two or more patients"]
    : [];
  const data = code === "98975" ? [`at least ${fact.data} days`] : [];
  return [fact.name, ...rules, ...group, ...data].flatMap((text) =>
    bandsIn(hours(text.toLowerCase()).replace(/[–—]/g, "-").replace(/ over \d+ days/, ""))
  );
}

/** A band with the words before it. @param {string} text @param {Band} band */
const near = (text, { start, end }) => text.slice(Math.max(0, start - NEAR), end);

/**
 * Whether a text gives the least minutes of a code that its midpoint earns.
 * @param {Band} own @param {Band} band @param {CodeFact} fact @param {string} text
 */
const isLeast = (own, band, fact, text) =>
  own.unit === "minutes" && fact.contact !== "remote" && !band.role && own.low > 15 &&
  own.low < 100 && REQUIRED.test(near(text, band)) && !MORE_THAN.test(text);

/**
 * Whether a text gives the length of what a code stands for.
 * @param {string} text @param {Band} band
 */
const exact = (text, band) =>
  !band.role && band.low === band.high && STANDS.test(text.slice(0, band.start)) &&
  !LESS.test(text);

/**
 * @param {Band} own @param {Band} band @param {CodeFact} fact
 * @param {boolean} aside whether the part may be another code's
 * @param {string} text
 */
function agrees(own, band, fact, aside, text) {
  if (own.role === "each" && !band.role) {
    return !isLeast(own, band, fact, text) || band.low === Math.floor(own.low / 2) + 1;
  }
  if (own.role === "further" || own.role === "first") {
    if (band.role && band.role !== "each" && aside) return true;
    if (band.role === "first" || band.role === "further") {
      return own.role === band.role && own.low === band.low;
    }
    if (band.role === "each") return own.low === band.low;
    if (own.unit === "minutes" && exact(text, band)) return own.low === band.low;
    if (isLeast(own, band, fact, text)) return band.low === Math.floor(own.low / 2) + 1;
    return fact.contact !== "remote" || band.low === 0 ||
      (band.low >= own.low && !(own.low === 10 && band.low >= 20));
  }
  if (band.role === "first" || band.role === "further") return true;
  const within = band.low >= own.low && band.high <= own.high;
  const around = own.low >= band.low && own.high <= band.high;
  if (band.open && own.unit !== "minutes" && own.unit !== "area" && !SPENT.test(band.text)) {
    return Number.isFinite(band.high)
      ? own.high === Infinity || Math.floor(band.high) === own.high
      : Math.ceil(band.low) === own.low;
  }
  if (band.open && own.open && within !== around) return SPENT.test(band.text);
  return within || (around && band.open) || (own.unit === "area" && band.low === own.high);
}
