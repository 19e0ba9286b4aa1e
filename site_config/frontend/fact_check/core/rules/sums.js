/** The minutes of several services of one day, and the units that they are stated to make. */
import { unitsIn } from "../../../billing/facts.js";
import { regex } from "../regex.js";
import { factOf, statement } from "../statement.js";
import { compounded, numberOf } from "../text.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Statement } from "../types.d.ts" */

const WORDS = regex("g")`
  \b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|
  forty|fifty|sixty)\b
`;
const POOLS = /\bmedicare\b|\bmcr\b|\bcms\b|\bpart b\b|\b(?:8|eight)[- ]minute\b/;
const ALONE = regex()`
  \bmid-?point\b|\bama\b|\bspm\b|\brule of (?:8s|eights)\b|\bsubstantial\b|
  \b(?:each|every|per) code\b|\bcode by code\b
`;
/** "8/8/8", "10 + 12", "18 TE, 13 MT, 10 gait". */
const LIST = regex("g")`
  \b\d{1,2}(?: ?(?:min\w*|m|'))?(?: (?:of )?(?:[a-z][a-z-]*|
  [CP]) ?){0,3}(?:(?: ?[/+,] ?| ?, and | and | plus )(?:then )?
  \d{1,2}\b(?! ?(?:u|x)\b| ?units?)(?: ?(?:min\w*|m|'))?(?: (?:of )?(?:[a-z][a-z-]*|[CP])){0,3})+
`;
const SAME = regex()`
  \b(\d{1,2}) min\w*(?: each)? (?:of|for|on|to)(?: each of)? (\d) (?:\w+ )?(?:codes?|services?|
  things|procedures|treatments)\b
`;
const STATED = regex("g")`
  (?:=|>|:|\b(?:is|are|bill(?:s|ed)?|makes?|gives?|get|gets|so|total|equals?|for|report|allow(?:s|
  ed)?|earns?))
  (?: still| only| just| a| total| of| you| can| we| all| that's| it's)* (\d{1,2}) ?(?:timed |
  total |billable )?u(?:nits?)?\b
`;
const OF_EACH = /\b(?:one|1|a unit) (?:unit )?(?:of|for) each\b/;
const WENT = /\b(\d{1,2}) (?:timed |total |billable )?units? (?:went|go|are|is|were|may|can)\b/;
const ANSWER = /\bunits?\b[^:?]{0,12}[?:] *(?:still |only |just )?(\d{1,2})\b(?! ?min)/;
const OTHERS = regex()`
  untimed|eval|group|hot pack|unattended|97010|evaluation|assistant|\bptas?\b|\bcq\b|agency|
  home health|\bmonth\b|
  \bleft(?:over)?\b|remainder|first|each additional|past|or (?:more|less)|at least|between|through|
  \d ?[-–] ?\d|\bto \d|
  no units|0 units|if\b|document|\bdays\b
`;
const HALF = 2;

/** @param {Reading} reading @returns {Statement[]} */
export function judgeSums(reading) {
  const { knowledge: { counting, codes: facts }, codes } = reading;
  if (!counting || reading.denied || reading.hedged && !ALONE.test(reading.plain)) return [];
  const text = compounded(reading.spoken).replace(WORDS, (word) => String(numberOf(word)));
  if (OTHERS.test(text) || codes.some((code) => facts[code]?.minutes !== counting.size)) return [];
  if (
    reading.of("P").some(({ entry }) =>
      entry.own.length && !entry.own.some((code) => facts[code]?.minutes === counting.size)
    )
  ) return [];
  const minutes = minutesIn(text), units = unitsStated(text, minutes.length);
  if (minutes.length < HALF || units === null || Math.max(...minutes) > 99) return [];
  const pools = POOLS.test(text), alone = ALONE.test(text);
  if (pools === alone) return [];
  const total = minutes.reduce((sum, one) => sum + one, 0);
  const right = pools
    ? unitsIn(counting, total)
    : minutes.reduce((sum, one) => sum + Math.floor((one + counting.least - 1) / counting.size), 0);
  if (units === right) return [];
  const name = pools ? "rules/eight-minute" : "rules/midpoint";
  const fact = factOf(reading.knowledge, name);
  const why = `Pattern 'minutes of several services': ${minutes.join(" + ")} is stated to make ` +
    `${units}, and makes ${right}. ${name}: ${fact.text}`;
  return [statement("wrong", "timing", codes.length === 1 ? codes[0] : null, why, fact.sources)];
}

/** @param {string} text */
function minutesIn(text) {
  const same = SAME.exec(text);
  if (same) return Array.from({ length: Number(same[2]) }, () => Number(same[1]));
  const lists = [...text.matchAll(LIST)].filter(([list]) => !/\bunits?\b|\$/.test(list));
  if (lists.length !== 1 || !/\bmin|\bm\b|\d\/\d|\d \+|\d\+|units?[?:]/.test(text)) return [];
  return (lists[0][0].match(/\b\d{1,2}\b/g) ?? []).map(Number);
}

/** The last count of units that the text gives. @param {string} text @param {number} services */
function unitsStated(text, services) {
  if (OF_EACH.test(text)) return services;
  const all = [...text.matchAll(STATED)],
    [, figure] = all.at(-1) ?? WENT.exec(text) ?? ANSWER.exec(text) ?? [];
  return figure === undefined ? null : Number(figure);
}
