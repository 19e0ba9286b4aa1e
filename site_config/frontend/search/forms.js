/** What is recognized in a query by its form: code numbers, reason codes, diagnoses, minutes. */

const CODE = /(?<![a-z0-9.])(\d{5}|[a-z]\d{4}|\d{4}[ftum])(?!\d|\.\d)/g;
/** Group and reason, or the number of a remark. */
const REASON = anyOf(
  /(?<![a-z0-9])(?:co|oa|pi|pr)[ -]?(?:\d{1,3}|[a-z]\d{1,2})(?![a-z0-9.])/,
  /(?<![a-z0-9])(?:m\d{1,3}|ma\d{2,3}|n\d{2,4})(?![a-z0-9.])/,
  /\b(?:carc|rarc)\b/,
);
const BARE = /^(?:\d{1,3}|[a-z]\d{1,2})$/;
const GROUP = /^(?:co|oa|pi|pr)[ -]?/;
const DIAGNOSIS = /(?<![a-z0-9])[a-tv-z]\d[0-9a-z]\.[0-9a-z]{1,4}(?![a-z0-9])/;
const MINUTES = /(?<![a-z0-9])\d{1,3} ?(?:min|mins|minute|minutes)\b/;
/** So a code is described, and nothing is counted. */
const DESCRIBED = /\b(?:first|each|every|per|additional|initial) \d/;
const RULE = /\brules?\b/;
const TOGETHER = anyOf(
  /\b(?:together|and|with|59|modifier)\b|&|\+|\bbill/,
  /\bsame (?:day|visit|session|time|dos)\b/,
);
const AGAINST = /\b(?:vs|versus|or|against|compared (?:to|with))\b\.?/;
/** What says of two services that they were one visit's, and no more of them. */
const BESIDE = anyOf(
  /\b(?:can i |do i |how to )?bill(?:ed|ing)?\b|\btogether\b/,
  /\b(?:in the |on the )?same (?:day|visit|session|time|dos)\b/,
);
/** A kind of page that is asked for by its name, and the kinds of entries that are such. */
const KINDS = /** @type {[RegExp, string[]][]} */ ([
  [/\b(?:calculators?|checkers?)\b/g, ["tool"]],
  [/\b(?:(?:print(?:able)?|pdf) )?(?:cheat ?sheets?|one pagers?|quick reference)\b/g, ["sheet"]],
  [/\b(?:quiz(?:zes)?|practice questions?|test questions?)\b/g, ["quiz", "practice"]],
]);
/** What is to be made is not there yet. */
const MAKING = /\b(?:make|create|write|build|assign|download|export|import)\b|\bprint quiz/;
const DIFFERENCE =
  /\b(?:the )?differences? between\b|\bdifferences?\b|\bcompare\b|\btell apart\b|\bdistinguish\b/;
const APART = /\b(?:vs|versus|or|against|and|from|compared (?:to|with))\b\.?|,/;

/** The numbers of codes in a text, each once, in capitals. @param {string} text */
export const codesIn = (
  text,
) => [...new Set([...text.toLowerCase().matchAll(CODE)].map(([, code]) => code.toUpperCase()))];

/** The text without numbers of codes. @param {string} text */
export const withoutCodes = (text) => text.toLowerCase().replace(CODE, " ");

/** @param {string} text */
export const isReason = (text) => REASON.test(text.toLowerCase());

/** A reason's number that was typed without its group, and nothing else. @param {string} text */
export const bareNumber = (text) => text.trim().toLowerCase().match(BARE)?.[0] ?? "";

/**
 * The number of a reason or remark without its group, in small letters; empty where none is named.
 *
 * @param {string} text
 */
export function reasonNumber(text) {
  const [found = ""] = text.toLowerCase().match(REASON) ?? [];
  return found === "carc" || found === "rarc" ? "" : found.replace(GROUP, "");
}

/** @param {string} text */
export const isDiagnosis = (text) => DIAGNOSIS.test(text.toLowerCase());

/** Minutes that are to be counted. @param {string} text */
export const countsMinutes = (text) =>
  MINUTES.test(text.toLowerCase()) && !RULE.test(text.toLowerCase()) &&
  !DESCRIBED.test(text.toLowerCase());

/** Whether two codes are to be billed together, and not told apart. @param {string} text */
export const asksTogether = (text) => TOGETHER.test(text.toLowerCase()) && !asksApart(text);

/** @param {string} text */
const asksApart = (text) => AGAINST.test(text.toLowerCase()) || DIFFERENCE.test(text.toLowerCase());

/** What is to be told apart; nothing where that is not asked. @param {string} text */
export function sidesOf(text) {
  if (!asksApart(text)) return [];
  const sides = text.toLowerCase().replace(DIFFERENCE, " ").split(APART);
  const named = sides.map((side) => side.trim()).filter(Boolean);
  return named.length > 1 ? named : [];
}

/** Two services that are to be billed together, by name; nothing else. @param {string} text */
export function pairOf(text) {
  if (!asksTogether(text)) return [];
  const sides = text.toLowerCase().replace(new RegExp(BESIDE, "g"), " ").split(
    /\b(?:and|with)\b|[&+]/,
  );
  const named = sides.map((side) => side.trim()).filter(Boolean);
  return named.length === 2 ? named : [];
}

/** A kind of page that is asked for, and of what. @param {string} text */
export function kindAsked(text) {
  const lower = text.toLowerCase();
  if (MAKING.test(lower)) return { kinds: [], about: "" };
  const [name, kinds] = KINDS.find(([name]) => lower.search(name) >= 0) ?? [];
  const about = name ? lower.replace(name, " ").trim() : "";
  return { kinds: about ? kinds ?? [] : [], about };
}

/** @param {...RegExp} patterns */
function anyOf(...patterns) {
  return new RegExp(patterns.map(({ source }) => source).join("|"));
}
