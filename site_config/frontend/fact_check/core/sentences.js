import { endOf, regex } from "./regex.js";

const END = regex("g")`
  :(?= (?:it|this|that)(?:'s|’s| is| covers| means)\b)|[.!?]+[\"'”’)\]]*(?=[ \t\n\r\f\v]|$)|\n{2,}
`;
const SHORT_FORMS = regex("i")`
  (?:^|[ \t\n\r\f\v(])(?:e\.g|i\.e|vs|dr|no|mins?|approx|etc|fig|sec|st|mr|ms|mrs|inc|al|ch|dept|
  est|max|mod|pt|ex|incl|cf|u\.s|[A-Za-z])\.$|^\s*\d{1,2}\.$
`;
const NEXT = /^[\"'“‘(\[]*[A-Z0-9•*$]/;
const LONGEST = 1200;

/**
 * Offset and words of each sentence; one that is too long is cut.
 * @param {string} text
 */
export function sentences(text) {
  const made = [];
  let start = 0;
  for (const found of text.matchAll(END)) {
    const end = endOf(found);
    const after = text.slice(end, end + 40).trimStart();
    const short = () => SHORT_FORMS.test(text.slice(Math.max(start, end - 12), end));
    if (found[0].startsWith(".") && (short() || (after && !NEXT.test(after)))) continue;
    made.push(...parts(text, start, end));
    start = end;
  }
  return [...made, ...parts(text, start, text.length)];
}

/** @param {string} text @param {number} start @param {number} end */
function parts(text, start, end) {
  /** @type {[number, string][]} */
  const made = [];
  while (start < end && !text[start].trim()) start++;
  while (end - start > LONGEST) {
    const space = text.slice(start, start + LONGEST).lastIndexOf(" ");
    const cut = Math.max(space < 0 ? -1 : start + space, start + LONGEST / 2);
    made.push([start, text.slice(start, cut)]);
    start = cut;
  }
  if (start < end) made.push([start, text.slice(start, end).trimEnd()]);
  return made;
}
