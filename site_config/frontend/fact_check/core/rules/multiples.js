import { regex } from "../regex.js";
import { statement } from "../statement.js";
import { numberOf } from "../text.js";
import { expand } from "../tokens.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Statement } from "../types.d.ts" */

const COUNT = /\d{1,2}|two|three|four|five|six|seven|eight/;
const TIMES = /twice|(?:two|three|four|\d) times/;
const MANY = regex("g")`
  \b(${COUNT}) (?:billable |full |timed )*units? (?:of |under |on |for )?C|C(?: \(P\))?,? ?(?:x|
  ×) ?(${COUNT})\b|
  \b(${COUNT}) ?(?:x|×) ?C|C(?: \(P\))? (?:with|for|at|as|=|is) (${COUNT}) (?:billable )?units?\b|
  C (${TIMES})\b|\b(${TIMES}) C|\b(${COUNT}) C units?\b|C[^.;,C]{0,60}\b(?:is|are|makes?|gives?|
  earns?|bills? as|adds? up to|so)(?: up to)? (${COUNT}) (?:billable )?units?\b|
  \b(second|third) (?:billable )?unit (?:of |for |on )C|
  ^[^:]*\bunits?\b[^:]*C[^:C]*: ?(${COUNT})\b(?! ?min)
`;
const NOT = /\bnot\b|n't\b|exceed|above|\bmue\b/;
const ELSEWHERE = regex()`
  \b(?:days|weeks?|visits?|dates?|patients|wrong|never|not|no|denied|denies|instead|
  only|each
  patient|months?|episodes?|somebody|someone|keyed|error|rather)\b|n't\b
`;

/**
 * Several units of a code of which a day has one.
 * @param {Reading} reading @returns {Statement[]}
 */
export function judgeMultiples(reading) {
  if (reading.past || reading.hedged || reading.somePayers) return [];
  if (NOT.test(reading.plain)) return [];
  return reading.clauses.flatMap((clause) => {
    const text = expand(clause.text, clause.tokens, "CP");
    if (!text.includes("C") || ELSEWHERE.test(text)) return [];
    return [...text.matchAll(MANY)].flatMap((match) => {
      const figure = match.slice(1).find(Boolean) ?? "", times = TIMES.test(figure);
      if (!times && !/second|third/.test(figure) && numberOf(figure) < 2) return [];
      const spot = match.index + match[0].indexOf("C");
      const before = [...text.slice(0, spot)].filter((sign) => sign === "C").length;
      const token = clause.tokens.filter(({ letter }) => letter === "C")[before];
      if (!token || token.values.length > 1) return [];
      const [code] = token.values, fact = clause.knowledge.codes[code];
      if (!fact || (fact.per_day !== 1 && fact.timed !== false) || fact.state !== "active") {
        return [];
      }
      if ((fact.mue.practitioner ?? 1) > 1) return [];
      const why = `Pattern 'units of a code': “${match[0].replace("C", code)}”. codes/${code}: ` +
        `${fact.name}, one unit. ${fact.unit}`;
      return [statement("wrong", "timing", code, why.trim(), fact.unit_sources)];
    });
  });
}
