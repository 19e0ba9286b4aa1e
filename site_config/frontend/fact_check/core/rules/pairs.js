import { patternsOf } from "../patterns.js";
import { factOf, found } from "../statement.js";
import { once } from "../text.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Knowledge, Statement } from "../types.js" */

/** @typedef {{indicator: number | null, ended: string | null, sources: string[], column1: string, column2?: string, as_of?: string}} Relation */

const of = patternsOf("rules.pairs");
const PARTING = ["59", "XE", "XS", "XP", "XU", "X"];
/** @type {Record<string, number>} */
const NUMBERS = { zero: 0, one: 1, nine: 9 };

/** What a sentence says of two codes on one day. @param {Knowledge} knowledge @param {Reading} reading @returns {Statement[]} */
export function judgePairs(knowledge, reading) {
  if (reading.framed || reading.asked || !of("SPOKEN").has(reading.tagged.text)) return [];
  const codes = two(knowledge, reading);
  if (!codes || reading.past || of("OTHER_CARE").has(reading.tagged.text)) return [];
  const relation = relationOf(knowledge, ...codes);
  if (!relation) return [];
  const text = reading.clauses.map((clause) => clause.text).join(" ; ");
  const modified = reading.tagged.of("M").some((token) => PARTING.includes(token.values[0]));
  const problem = problemOf(text, relation, modified, reading);
  if (problem) return [wrong(codes, relation, problem)];
  if (relation.indicator !== 0 || !of("MAY_NOT").has(text)) return [];
  return [
    found(
      "supported",
      "pair",
      codes[0],
      `Pattern 'pair'; ${named(codes, relation)}.`,
      relation.sources,
    ),
  ];
}

/** The pair that is spoken of: two codes, or one and a service with one code. @param {Knowledge} knowledge @param {Reading} reading @returns {[string, string] | null} */
function two(knowledge, reading) {
  const tokens = reading.tagged.of("C");
  const spoken = once(reading.clauses.flatMap((clause) => clause.codes));
  const either = tokens.some((token) => token.said.includes(" or ") || token.said.includes(", "));
  if (either || of("EITHER").has(reading.tagged.text)) return null;
  if (spoken.length === 2) return [spoken[0], spoken[1]];
  const family = (/** @type {string} */ code) => knowledge.codes[code]?.family ?? null;
  const groups = [
    ...new Map(tokens.map((token) => [token.values.join(" "), token.values])).values(),
  ];
  if (groups.length === 2 && groups.every((group) => new Set(group.map(family)).size === 1)) {
    return [groups[0][0], groups[1][0]];
  }
  if (spoken.length !== 1) return null;
  const phrases = reading.clauses.flatMap((clause) => clause.of("P"));
  const owners = phrases.map((token) => knowledge.phrases[token.values[0]].own);
  const sorts = new Map(owners.map((own) => [own.join(" "), own]));
  const others = once(
    [...sorts.values()].filter((own) => own.length === 1 && own[0] !== spoken[0]).map((own) =>
      own[0]
    ),
  );
  return others.length === 1 && sorts.size <= 2 ? [spoken[0], others[0]] : null;
}

/** The practitioner edit of two taught codes; an indicator of null where there is none in force. @param {Knowledge} knowledge @param {string} one @param {string} other @returns {Relation | null} */
function relationOf(knowledge, one, other) {
  if (!knowledge.taught.includes(one) || !knowledge.taught.includes(other) || one === other) {
    return null;
  }
  const edit = knowledge.pairs[`practitioner:${[one, other].sort().join("-")}`];
  if (!edit) {
    return {
      indicator: null,
      ended: null,
      sources: factOf(knowledge, "rules/ncci-pairs/5").sources,
      column1: one,
    };
  }
  return edit.active ? edit : { ...edit, indicator: null };
}

/** What is wrong with what is said of the pair, in a few words, or null. @param {string} text @param {Relation} relation @param {boolean} modified @param {Reading} reading */
function problemOf(text, { indicator }, modified, reading) {
  const stated = of("INDICATOR").search(text);
  if (stated) {
    const said = stated[1] || stated[2];
    const given = NUMBERS[said] ?? Number(said);
    return given !== indicator && !denied(reading) ? "another modifier indicator" : null;
  }
  const needed = of("NEED").has(text);
  if (modified && indicator === 0 && !denied(reading) && (needed || of("PAID").has(text))) {
    return "a modifier that parts the pair";
  }
  if (modified && indicator === null && needed && !reading.hedged && !free(text)) {
    return "a modifier that is needed";
  }
  const spared = of("WITHOUT").has(text) && (text.includes("modifier") || modified);
  if (indicator === 1 && spared && !of("NOT_WITHOUT").has(text)) {
    return "that no modifier is needed";
  }
  return together(text, indicator, reading);
}

/** @param {string} text @param {number | null} indicator @param {Reading} reading */
function together(text, indicator, reading) {
  if (
    !of("TOGETHER").has(text) && !text.includes("mutually exclusive") && !of("BUNDLED").has(text)
  ) {
    return null;
  }
  if (indicator === 0 && of("MAY").has(text) && !denied(reading)) return "payment of both";
  const never = indicator === null && of("MAY_NOT").has(text) && !reading.hedged &&
    !of("OVERLAP").has(text);
  return never ? "that they are never paid together" : null;
}

/** @param {Reading} reading */
const denied = (reading) => reading.clauses.some((clause) => clause.stance !== "said");

/** Whether it says that the modifier is not needed. @param {string} text */
const free = (text) =>
  !of("NOT_WITHOUT").has(text) && (of("WITHOUT").has(text) || of("NEGATED").has(text));

/** @param {[string, string]} codes @param {Relation} relation */
function named(codes, { indicator, ended, column1, column2, as_of }) {
  if (indicator !== null) {
    return `edits/${column1}-${column2}: modifier indicator ${indicator} (as of ${as_of})`;
  }
  if (ended) return `edits/${column1}-${column2}: the edit ended on ${ended}`;
  return `${codes[0]} and ${codes[1]} are no NCCI pair in the practitioner table that was read`;
}

/** @param {[string, string]} codes @param {Relation} relation @param {string} problem */
function wrong(codes, relation, problem) {
  const told = relation.indicator === 0
    ? "Column 1 is paid, column 2 is denied, and no modifier parts them."
    : relation.indicator === 1
    ? "A modifier may part them, for a truly separate service."
    : "NCCI asks for no modifier.";
  const why = `Pattern 'pair': it states ${problem}. ${named(codes, relation)}. ${told}`;
  return found("wrong", "pair", codes[0], why, relation.sources);
}
