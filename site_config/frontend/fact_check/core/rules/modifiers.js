import { patternsOf } from "../patterns.js";
import { factOf, found } from "../statement.js";
import { letters, spelled, spots } from "../tokens.js";

/** @import { Clause, Reading } from "../clauses.js" */
/** @import { Knowledge, Statement } from "../types.js" */

const of = patternsOf("rules.modifiers");
const DISCIPLINES = ["GP", "GO", "GN"];
const ASSISTANTS = ["CQ", "CO"];
const ALLOWED_SHARES = ["85", "88", "15", "12", "10", "100"];

/** Discipline and assistant modifiers, KX and AT; codes that take one discipline modifier only. @param {Knowledge} knowledge @param {Reading} reading @returns {Statement[]} */
export function judgeModifiers(knowledge, reading) {
  if (!reading.tagged.text.includes("M") || reading.framed || reading.asked) return [];
  const clauses = reading.clauses.filter((clause) =>
    clause.stance === "said" && clause.of("M").length
  );
  return clauses.flatMap((clause) => [
    ...meanings(knowledge, clause),
    ...fixed(knowledge, clause),
    ...special(knowledge, clause),
  ]);
}

/** @param {Knowledge} knowledge @param {Clause} clause */
function meanings(knowledge, clause) {
  return segments(clause).flatMap(([value, text]) => {
    const wrong = otherDiscipline(value, text);
    if (!wrong || !of("LINK").has(text) || of("NEGATED").has(text)) return [];
    const rule = ASSISTANTS.includes(value) ? "rules/assistants/0" : "rules/therapy-modifiers/0";
    const fact = factOf(knowledge, rule);
    const why =
      `Pattern 'modifier and its meaning': ${value} is given as ${wrong}. ${rule}: ${fact.text}`;
    return [found("wrong", "modifier", null, why, fact.sources)];
  });
}

/** Each modifier with the words that tell of it. @param {Clause} clause @returns {[string, string][]} */
function segments(clause) {
  const { text, tokens } = clause;
  const places = spots(text);
  const marks = places.flatMap((spot, index) =>
    tokens[index]?.letter === "M" ? [{ spot, value: tokens[index].values[0] }] : []
  );
  const first = of("FOLLOWED").match(text.slice(marks[0].spot + 1)) ||
    !of("NAMES").has(words(clause, 0, marks[0].spot));
  return marks.map(({ spot, value }, number) => {
    const after = marks[number + 1]?.spot ?? text.length;
    const before = number ? marks[number - 1].spot + 1 : 0;
    const end = marks.length > 1 ? spot : text.length;
    return [value, first ? words(clause, spot + 1, after) : words(clause, before, end)];
  });
}

/** A stretch of the clause with its phrases written out again. @param {Clause} clause @param {number} start @param {number} end */
function words(clause, start, end) {
  return spelled(
    clause.text.slice(start, end),
    clause.tokens.slice(letters(clause.text.slice(0, start))),
    "CMT",
  );
}

/** The discipline or assistant that is named in place of the right one. @param {string} value @param {string} text */
function otherDiscipline(value, text) {
  const aide = ASSISTANTS.includes(value), names = aide ? ASSISTANTS : DISCIPLINES;
  if (
    !names.includes(value) || (aide && !text.includes("assistant") && !of("SHORT_AIDES").has(text))
  ) {
    return null;
  }
  const plain = aide ? text : of("AIDES").sub(text, " ");
  const named = (/** @type {string} */ name) =>
    of(`${aide ? "ASSISTANTS" : "DISCIPLINES"}.${name}`).search(plain);
  if (named(value)) return null;
  const other = names.filter((name) => name !== value).map(named).find(Boolean);
  return other ? `“${other[0]}”` : null;
}

/** @param {Knowledge} knowledge @param {Clause} clause */
function fixed(knowledge, clause) {
  const named = new Set(
    clause.of("M").map((token) => token.values[0]).filter((value) => DISCIPLINES.includes(value)),
  );
  if (named.size !== 1 || !of("CARRY").has(clause.text)) return [];
  const fact = factOf(knowledge, "rules/therapy-modifiers/2");
  return clause.codes.flatMap((code) => {
    const one = knowledge.codes[code]?.fixed;
    if (!one || named.has(one)) return [];
    const why =
      `Pattern 'code with modifier': ${code} takes ${one}. rules/therapy-modifiers: ${fact.text}`;
    return [found("wrong", "modifier", code, why, fact.sources)];
  });
}

/** @param {Knowledge} knowledge @param {Clause} clause */
function special(knowledge, clause) {
  const { text } = clause, values = clause.of("M").map((token) => token.values[0]);
  const code = clause.codes[0] ?? null;
  /** @type {Statement[]} */
  const made = [];
  const upheld = text.includes("maintenance") && !text.includes("active") &&
    !of("NEGATED").has(text);
  if (values.includes("AT") && upheld) {
    made.push(rule(knowledge, "rules/chiropractic/2", "AT and maintenance", code));
  }
  if (values.includes("KX") && of("BELOW").has(text)) {
    made.push(rule(knowledge, "rules/therapy-modifiers/4", "KX below the threshold", code));
  }
  const shares = of("SHARES").all(text).map((share) => share[1]);
  const paid = ASSISTANTS.some((value) => values.includes(value)) && of("PAYS").has(text);
  if (paid && shares.length === 1 && !ALLOWED_SHARES.includes(shares[0])) {
    made.push(rule(knowledge, "rules/assistants/3", "the payment of CQ and CO", code));
  }
  return made;
}

/** @param {Knowledge} knowledge @param {string} name @param {string} pattern @param {string | null} code */
function rule(knowledge, name, pattern, code) {
  const fact = factOf(knowledge, name);
  return found(
    "wrong",
    "modifier",
    code,
    `Pattern '${pattern}'. ${name}: ${fact.text}`,
    fact.sources,
  );
}
