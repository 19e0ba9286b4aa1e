/** Lists that belong to one another item by item, as sentences of their own. */
import { regex } from "./regex.js";

const SIGN = /\brespectively\b|\bin (?:that|this|the same) order\b/i;
const CODE = /(?:[GS]\d{4}|\d{5})/;
const CODES = regex()`
  ${CODE}(?:, ${CODE})*,? (?:and|&) ${CODE}
`;
const ITEM = /, (?:and )?| and | & /;
/** The verb between the two lists. */
const VERB = regex()`
  ^(.*?)( (?:are|is|takes?|needs?|gets?|carry|use|require|mean|cover|have|last|for)\b.*)$
`;
const VERB_FIRST = regex()`
  ^(.*?\b(?:are|is|takes?|needs?|gets?|carry|use|require|mean|cover|have|last|for)\b
  (?: \w+ing)?) (.*)$
`;
const LONGEST = 400;

/**
 * "A and B are 1 and 2, respectively" as "A are 1" and "B are 2"; else nothing.
 * @param {string} text @returns {string[]}
 */
export function respective(text) {
  if (text.length > LONGEST || !SIGN.test(text)) return [];
  const plain = text.replace(SIGN, "").replace(/[ ,.]+$/, ""), found = CODES.exec(plain);
  if (!found) return [];
  const codes = found[0].split(ITEM), before = plain.slice(0, found.index);
  const after = plain.slice(found.index + found[0].length);
  const ahead = VERB.exec(before), behind = VERB_FIRST.exec(after);
  const led = ahead ? items(ahead[1], codes.length, false) : [];
  if (ahead && led.length) return codes.map((code, at) => `${led[at]}${ahead[2]}${code}${after}.`);
  const named = behind ? items(behind[2], codes.length, true) : [];
  return behind && named.length
    ? codes.map((code, at) => `${before}${code}${behind[1]} ${named[at]}.`)
    : [];
}

/**
 * The items of a list, each with the words that they share.
 * @param {string} text @param {number} many @param {boolean} tail whether the last one has them
 */
function items(text, many, tail) {
  const all = text.split(ITEM);
  if (all.length !== many || all.some((item) => !item.trim())) return [];
  const first = all[0].split(" "), last = all[many - 1].split(" ");
  return all.map((item, at) => {
    const words = item.split(" ").length;
    if (tail) {
      return at < many - 1 && words < last.length ? [item, ...last.slice(words)].join(" ") : item;
    }
    return at && words < first.length ? [...first.slice(0, -words), item].join(" ") : item;
  });
}
