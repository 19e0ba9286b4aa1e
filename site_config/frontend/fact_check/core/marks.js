import { endOf, regex } from "./regex.js";
import { numberOf } from "./text.js";
import { token } from "./tokens.js";

/** @import { Match } from "./regex.js" */
/** @import { Token } from "./types.d.ts" */

const MODIFIERS = regex("g")`
  \b(GP|GO|GN|KX|CQ|CO|AT|XE|XS|XP|XU|GA|GY|GX|GZ)\b(?: [Mm]odifiers?\b)?|\b(59|97|96|25|95)\b(?! ?
  (?:min|%|year|patient|day|visit|percent|dollar|unit|-))(?: [Mm]odifiers?\b)?|
  \b[Xx]-?[Mm]odifiers?\b|\bX\{EPSU\}
`;
const BEFORE_MODIFIER = regex("i")`
  (?:\b(modifiers?|mod\.?)|\b(?:append(?:ing|ed|s)?|add(?:ing|ed|s)?|an?|the|with|without|no|needs?|
  wants?|requires?|using|use|attach(?:ed|ing)?|put|or|and))[ #:]*(?:\"|')?$|\x00 ?-$
`;
const NEAR = /modif|chiropr|medicare|append|\bcodes?\b|\bncci\b|\bpairs?\b|\bedits?\b/i;
const COUNTABLE = /tim|min|unit|per |once|rate|fee|long|hour|based/;
const NUMBER = /\d{1,3}|five|eight|ten|twelve|fifteen|twenty|thirty|forty[ -]five|forty|sixty/;
const UNTIMED = regex("g")`
  \bun-?timed\b|\bonce (?:per|a|each) (?:visit|session|encounter)\b|\bone[- ]unit[- ]per[- ]
  (?:visit|session|day)\b|\bnon-?timed\b|\b(?:service|event|session|encounter|procedure)[ -]based\b|
  \b(?:billed|reported|charged|coded|bill|report|paid|payable|counted)(?: it| them| only| just)? ?
  (?:only |just )?once (?:per|a|each|for each) (?:session|visit|day|encounter|treatment)\b|\b(?:a )?
  (?:single|one|1) unit (?:per|a|each|for each) (?:session|visit|day|encounter|treatment)\b|\b
  (?:regardless|irrespective) of (?:the )?(?:time|duration|minutes|length|how (?:long|much time))\b|
  \bno matter how (?:long|many minutes|much time)\b|\bflat[ -](?:rate|fee)\b|\b(?:billed|bill|
  report|reported|paid|charged) (?:it )?per (?:session|visit|encounter)\b|\bnot time[ -]based\b
`;
const MINUTE_UNITS = regex("g")`
  \b(?:in |per |each |every |of |an? )*(${NUMBER})[ -]?min(?:ute)?s?[ -](?:units?|increments?|
  blocks?|intervals?|segments?|slots?)\b|\b(?:per|each|every)
  (?: full| additional)? (${NUMBER})[ -]?min(?:ute)?s?\b(?! of the)|\b(?:each|every|per) quarter
  (?: of an)?[ -]hour\b|\bquarter[ -]hour (?:units?|increments?)\b|\b
  (?:billed|charged|paid) (?:per|by the) hour\b
`;
const TIMED = /\btimed\b|\btime[ -](?:based|dependent)\b/g;
/** @type {[string, RegExp][]} */
const COUNTS = [["untimed", UNTIMED], ["minutes", MINUTE_UNITS], ["timed", TIMED]];

/**
 * Modifiers; the figures among them only where the words around say that they are one.
 * @param {string} text @param {boolean} codes
 */
export function findModifiers(text, codes) {
  const near = codes || NEAR.test(text);
  const tokens = [];
  for (const found of text.matchAll(MODIFIERS)) {
    const value = found[1] || found[2] || "X";
    const lead = BEFORE_MODIFIER.exec(
      text.slice(Math.max(0, found.index - 24), found.index),
    );
    const named = found[0].includes("odifier") || Boolean(lead && lead[1] !== undefined);
    const letters = /^[A-Z]+$/.test(value);
    if (
      named || (letters && (near || value !== "AT")) || (near && value === "59" && lead !== null)
    ) {
      const start = found.index - (lead && lead[1] ? lead[0].length : 0);
      tokens.push(token("M", [value], Math.max(start, 0), endOf(found), value));
    }
  }
  return tokens;
}

/** Ways of counting; the earlier kind wins where two overlap. @param {string} text */
export function findCounts(text) {
  /** @type {Token[]} */
  const found = [];
  if (!COUNTABLE.test(text)) return found;
  for (const [name, pattern] of COUNTS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index, end = endOf(match);
      if (found.some((token) => token.start < end && start < token.end)) continue;
      const value = name === "minutes" ? minutesOf(match) : name;
      found.push(token("T", [value], start, end, match[0]));
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** @param {Match} match */
function minutesOf(match) {
  const figure = match[1] || match[2];
  if (figure === undefined) {
    return match[0].includes("hour") && !match[0].includes("quarter") ? "60" : "15";
  }
  return String(numberOf(figure));
}
