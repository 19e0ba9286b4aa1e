/** Numbers with what they count, as bands with two ends. */
import { endOf, regex } from "./regex.js";
import { numberOf } from "./text.js";

const NUMBER = regex()`
  \d{1,3}|no(?= (?:personal |)(?:factors?|comorbid))|zero|one|two|three|four|five|six|seven|eight|
  nine|ten|eleven|twelve|thirteen|fourteen|
  fifteen|sixteen|twenty|thirty|forty[ -]five|forty|fifty|sixty
`;
const MORE = regex()`
  at least|no (?:fewer|less) than|(?:a )?minimum (?:of )?|>=|≥|from|starting at
`;
const ABOVE = regex()`
  (?:more|greater|larger|bigger|longer|wider) than|over|above|exceed\w*|past|beyond|>
`;
const MOST = regex()`
  up to|at most|(?:no|not) (?:more|larger|bigger|longer) than|(?:a )?maximum (?:of )?|<=|≤|within
`;
const BELOW = regex()`
  (?:less|fewer|smaller|shorter) than|under|below|<
`;
const FURTHER = regex()`
  (?:each|every|any|per|for each|an?)? ?(?:additional|further|extra|added|more|another|fresh)
`;
const BAND = regex("g")`
  (?:^|\b|(?<=[ (:]))(?:(${MORE})|(${ABOVE})|(${MOST})|(${BELOW})|(${FURTHER})|((?:the )?(?:first|
  initial))|
  (each|every|per|in)|(between))?
  [ -]?(?:the |a |about |exactly |only |just |of )*(${NUMBER})(?: ?(?:-|to|through|and|
  or) ?(${NUMBER}))?
  ( ?\+| or (?:more|larger|greater)| or (?:fewer|less|smaller)| and (?:up|over|above)| plus)?
  [ -]?(?:or more |or fewer |full |total |spinal |body |treatment |personal |performance |
  timed |more |typical |typically |typical total |
  whole |straight |consecutive |different |separate |or )*
  (min(?:ute)?s?|h(?:ou)?rs?|muscles?(?! group)|regions?|sq(?:uare)?\.? ?(?:cm|centim\w+)|cm2|
  days?|
  patients?|
  people|elements?|factors?|comorbidit\w+|deficits?)\b
  ( or (?:more|larger|greater|over)| or (?:less|fewer|smaller|under)| and up|\+)?
`;
/** @type {[RegExp, string, number][]} */
const UNITS = [
  [/^min/, "minutes", 1],
  [/^h/, "minutes", 60],
  [/^muscle/, "muscles", 1],
  [/^region/, "regions", 1],
  [/^(?:sq|cm)/, "area", 1],
  [/^day/, "days", 1],
  [/^(?:patient|people)/, "patients", 1],
  [/^element/, "elements", 1],
  [/^(?:factor|comorb)/, "factors", 1],
  [/^deficit/, "deficits", 1],
];

/**
 * @typedef {object} Band
 * @property {string} unit
 * @property {number} low
 * @property {number} high
 * @property {"" | "first" | "further" | "each"} role
 * @property {boolean} open whether it has one end only
 * @property {number} start
 * @property {number} end
 * @property {string} text
 */

/** Every band of a text in lower case. @param {string} text @returns {Band[]} */
export function bandsIn(text) {
  return [...text.matchAll(BAND)].map((match) => {
    const [unit, size] = unitOf(match[12]);
    const [low, high] = endsOf(match);
    return {
      unit,
      low: low * size,
      high: high * size,
      role: match[6] ? "first" : match[5] ? "further" : match[7] ? "each" : "",
      open: !Number.isFinite(high) || low === 0,
      start: match.index,
      end: endOf(match),
      text: match[0].trim(),
    };
  });
}

/** @param {string} words @returns {[string, number]} */
function unitOf(words) {
  const found = UNITS.find(([pattern]) => pattern.test(words));
  return found ? [found[1], found[2]] : ["", 1];
}

/** @param {RegExpExecArray} match @returns {[number, number]} */
function endsOf(match) {
  const one = numberOf(match[9]), other = match[10] ? numberOf(match[10]) : one;
  const after = `${match[11] ?? ""}${match[13] ?? ""}`;
  if (match[1] || /\+|more|larger|greater|up|over|above|plus/.test(after)) return [one, Infinity];
  if (match[2]) return [one + 0.5, Infinity];
  if (match[3] || /fewer|less|smaller|under/.test(after)) return [0, other];
  if (match[4]) return [0, other - 0.5];
  return one <= other ? [one, other] : [other, one];
}
