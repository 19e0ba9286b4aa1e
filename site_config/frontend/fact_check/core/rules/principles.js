import { regex } from "../regex.js";
import { contradicted } from "../statement.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Principle } from "../types.d.ts" */

const NEGATED = regex()`
  \b(?:not|never|no|none|cannot|nothing|neither|nor|nobody|refus\w*|forbid\w*|
  prohibit\w*|exclud\w*|ban(?:s|ned)?|ineligible|hardly|avoid|lacks?)\b|n't\b
`;
const TURNED = regex("g")`
  \b(?:not only|not just|no matter|no longer than|no more than|no less than|not until|
  without fail|no doubt|nothing but)\b
`;
/** A claim that is a denial by itself. */
const NEGATIVE = /\b(?:no|not|never|none|nothing|nobody|cannot)\b|n't|will not|won'\?t/;
const CONTRAST = regex()`
  \b(?:rather than|as opposed to|contrary|unlike|whereas|except|unless|whether|but|though|yet|
  however|although|instead)\b|, not[ ]
`;
const BORDER = /;|(?<=.{40}):|, (?:and|so|which|while|although|or) |,? (?:but|whereas) |\. | - /;
const WRONG = /\b(?:wrong|false|untrue|myth|incorrect)\b/;
const QUOTED = 120;
/** How far from a true statement its denial stands. */
const NEAR = 45, AFTER = /^ (?:not|nothing|none|no|neither)\b/;

/**
 * Principles that a sentence turns round: what is not so stated, or what is so denied.
 * @param {Reading} reading @param {number} [from] where what is judged begins
 */
export function judgePrinciples(reading, from = 0) {
  if (reading.somePayers) return [];
  const text = reading.source.toLowerCase().replace(/[’‘]/g, "'").replace(/[–—]/g, "-")
    .replace(/\s+/g, " ").replace(TURNED, "only");
  if (CONTRAST.test(text)) return [];
  const stands = asked(text);
  return reading.knowledge.principles.flatMap((principle) => {
    const words = principle.about.every(stands) && turned(principle, text, from);
    if (!words) return [];
    const { name, kind, fact } = principle;
    const pattern = `'${name}': “${words.slice(0, QUOTED).trim()}”`;
    return [contradicted(reading.knowledge, kind, reading.codes[0] ?? null, pattern, fact)];
  });
}

/**
 * Whether patterns stand in a text; many principles share one, which is tried once.
 * @param {string} text
 */
function asked(text) {
  /** @type {Map<RegExp, boolean>} */
  const known = new Map();
  return (/** @type {RegExp} */ pattern) => {
    const found = known.get(pattern) ?? pattern.test(text);
    known.set(pattern, found);
    return found;
  };
}

/**
 * The words that are wrong.
 * @param {Principle} principle @param {string} text @param {number} from
 */
function turned({ claim, so, unless, who }, text, from) {
  if (unless?.test(text)) return "";
  const found = claim.exec(text.slice(from));
  if (!found) return "";
  found.index += from;
  const end = found.index + found[0].length;
  const before = text.slice(0, found.index).split(BORDER).at(-1) ?? "";
  const clause = before + found[0] + text.slice(end).split(BORDER)[0];
  if (who && !who.test(clause)) return "";
  const near = so
    ? `${before.slice(-NEAR)}${found[0]}${AFTER.exec(text.slice(end)) ?? ""}`
    : NEGATIVE.test(claim.source) && NEGATED.test(found[0])
    ? before + text.slice(end).split(BORDER)[0]
    : clause;
  const denied = NEGATED.test(near) !== WRONG.test(clause);
  return denied === so ? found[0] : "";
}
