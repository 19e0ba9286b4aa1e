import { endOf } from "./regex.js";

/** @import { Match } from "./regex.js" */
/** @import { Piece } from "./types.d.ts" */

const MARKUP = new RegExp(
  [
    /!?\[\[(?:[a-z]+:)?([^\]\[|]{1,200})(?:\|([^\]\[]{1,200}))?\]\]/, // [[97124]], [[myth:a|words]]
    /\[@[^\]]{1,200}\]|!\[[^\]]{0,300}\]\([^) \t\n\r\f\v]{0,500}\)/, // a citation, a picture
    /\[([^\]\[]{1,500})\](?:\([^)]{0,500}\)|\[[^\]]{0,200}\])/, // a link
    /<!--.{0,2000}?-->|<\/?[a-zA-Z][^<>]{0,300}>/,
    /(&#?[0-9a-zA-Z]{2,10};)|\\([\\`*_{}\[\]()#+\-.!|>~])/,
    /\*{1,3}|`+|~~|\b_{1,3}(?=\W|$)|_{1,3}(?=\w)/,
  ].map((part) => part.source).join("|"),
  "dgs",
);
const FIRST_LATIN = 160;
/** The names of U+00A0 to U+00FF in HTML, in their order. */
const LATIN = (
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn " +
  "sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave " +
  "Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml " +
  "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN " +
  "szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave " +
  "iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute " +
  "ucirc uuml yacute thorn yuml"
).split(" ");
const OTHERS = (
  "amp& lt< gt> quot\" apos' ndash– mdash— hellip… lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” " +
  "bdquo„ prime′ Prime″ trade™ euro€ rarr→ larr← uarr↑ darr↓ harr↔ rArr⇒ bull• ge≥ le≤ ne≠ " +
  "asymp≈ infin∞ minus− ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d check✓ " +
  "OEligŒ oeligœ ScaronŠ scaronš YumlŸ dagger† Dagger‡ permil‰ lsaquo‹ rsaquo› alphaα " +
  "betaβ gammaγ deltaδ DeltaΔ muμ piπ"
).split(" ");
/** The named signs of prose; a name that is not here is left as it is, by its first sign. */
const NAMED = new Map([
  ...LATIN.map((name, at) => /** @type {const} */ ([name, String.fromCharCode(FIRST_LATIN + at)])),
  ...OTHERS.map((entry) => /** @type {const} */ ([entry.slice(0, -1), entry.slice(-1)])),
]);
const WINDOWS = new TextDecoder("windows-1252");

/**
 * The words of a line without its markup.
 * @param {string} text @param {number} line @param {number} column @returns {Piece[]}
 */
export function inline(text, line, column) {
  const pieces = [];
  let end = 0;
  for (const found of text.matchAll(MARKUP)) {
    if (found.index > end) {
      pieces.push({ text: text.slice(end, found.index), line, column: column + end });
    }
    const group = [2, 1, 3, 5].find((number) => found[number]);
    if (group) {
      pieces.push({ text: found[group], line, column: column + startOf(found, group) });
    } else if (found[4]) {
      pieces.push({ text: unescaped(found[4]), line, column: column + found.index });
    }
    end = endOf(found);
  }
  if (end < text.length) pieces.push({ text: text.slice(end), line, column: column + end });
  return pieces;
}

/** @param {Match} match @param {number} group */
const startOf = (match, group) => match.indices?.[group]?.[0] ?? match.index;

/** @param {string} entity */
function unescaped(entity) {
  const figures = /^&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));$/.exec(entity);
  if (!figures) return NAMED.get(entity.slice(1, -1)) ?? "&";
  const point = figures[1] ? parseInt(figures[1], 16) : Number(figures[2]);
  if (point >= 0x80 && point < 0xa0) return WINDOWS.decode(Uint8Array.of(point));
  return point && point < 0x10000 ? String.fromCharCode(point) : "\ufffd";
}
