import { bind } from "../binding.js";
import { Clause } from "../clauses.js";
import { regex } from "../regex.js";
import { statement } from "../statement.js";
import { isDigits } from "../text.js";
import { token } from "../tokens.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Binding, CodeFact, Knowledge, Token } from "../types.d.ts" */

/**
 * @typedef {object} Claim
 * @property {Knowledge} knowledge
 * @property {string} code
 * @property {CodeFact} fact
 * @property {string} value
 * @property {boolean} denied
 */
/** @typedef {(claim: Claim) => string} Judge what the table says against a claim, or nothing */

/** @type {Record<string, Record<string, string[]>>} */
const CONTACTS = {
  supervised: {
    wrong: ["constant-attendance", "one-on-one", "group", "with-caregiver"],
    denied: ["supervised"],
  },
  "constant-attendance": { wrong: ["supervised"], denied: ["constant-attendance", "one-on-one"] },
  "one-on-one": { wrong: ["supervised", "group"], denied: ["one-on-one"] },
};
/** Codes by their numbers, and a service that a clause is about. */
const CODED = /\d{4}|^C\b/;
const SUBJECT = regex()`
  ^(?:the |an? |our |your |for )?P(?: (?:is|are|can|may|must|needs?|requires?|counts?|earns?|has|
  have|gets?|runs?|goes|takes?|by)\b|,|:| ?[TA])
`;
/** @type {Record<string, string>} */
const PRESENTATIONS = { moderate: "evolving", high: "unstable" };
/** @type {Record<string, Judge>} */
const JUDGES = {
  contact: ({ fact, value, denied }) => {
    const against = CONTACTS[value][denied ? "denied" : "wrong"];
    return fact.contact && against.includes(fact.contact) ? `contact ${fact.contact}` : "";
  },
  patient: ({ fact, value, denied }) => {
    const present = (value === "present") !== denied;
    if (fact.family === "caregiver-training") return present ? "without the patient" : "";
    return !present && fact.contact === "one-on-one" && fact.timed ? "with the patient" : "";
  },
  part: ({ knowledge, code, value, denied }) => {
    const base = knowledge.bases[code];
    if (value === "alone") return base && !denied ? `an add-on to ${base}` : "";
    return Boolean(base) === denied ? base ? `an add-on to ${base}` : "no add-on" : "";
  },
  system: ({ fact, value, denied }) => {
    const [own] = /respiratory|msk|cbt/.exec(fact.name.toLowerCase()) ?? [];
    return own && own !== value && !denied ? `for ${own}` : "";
  },
  presentation: ({ fact, value, denied }) => {
    const [own] = /(?<=PT evaluation, )(?:moderate|high)/.exec(fact.name) ?? [];
    const right = own && PRESENTATIONS[own];
    return right && right !== value && !denied ? `${right} presentation` : "";
  },
  therapy: ({ fact, value, denied }) =>
    fact.therapy && (fact.therapy === value) === denied ? `${fact.therapy} therapy` : "",
};

/**
 * Attributes said of a code that its table contradicts.
 * @param {Reading} reading
 */
export function judgeAttributes(reading) {
  if (!/[AT]/.test(reading.text) || reading.somePayers || reading.past) return [];
  return reading.clauses.map(named).flatMap((clause) => [
    ...bind(clause, "T").flatMap((binding) => each(clause.knowledge, binding, counted)),
    ...bind(clause, "A").flatMap((binding) => each(clause.knowledge, binding, attributed)),
  ]);
}

/**
 * A clause about a service that stands for its codes, where it names none.
 * @param {Clause} clause
 */
function named(clause) {
  const at = clause.tokens.findIndex(({ letter }) => letter === "P");
  if (clause.text.includes("C") || at < 0 || !SUBJECT.test(clause.text)) return clause;
  const { entry: { own }, start, end, text } = clause.tokens[at];
  const codes = own.filter((code) => clause.knowledge.codes[code]?.state === "active");
  if (!codes.length || clause.of("P").length > 1) return clause;
  const tokens = clause.tokens.with(at, token("C", codes, start, end, text));
  return new Clause(clause.text.replace("P", "C"), tokens, clause.knowledge);
}

/**
 * @param {Knowledge} knowledge @param {Binding} binding
 * @param {(claim: Claim, phrase: Token) => string} judge
 */
function each(knowledge, binding, judge) {
  const { phrase, denied } = binding, value = phrase.values.at(-1) ?? "";
  const found = binding.code.values.flatMap((code) => {
    const fact = knowledge.codes[code];
    const truth = fact ? judge({ knowledge, code, fact, value, denied }, phrase) : "";
    if (!truth) return [];
    const why = `Pattern '${phrase.letter === "T" ? "how a code is counted" : "attribute"}': ` +
      `“${phrase.text.trim()}” is ${denied ? "denied" : "said"} of ${code}. ` +
      `codes/${code}: ${fact.name}, ${truth}. ${fact.unit}`;
    const kind = ["system", "presentation"].includes(phrase.values[0]) ? "definition" : "timing";
    return [statement("wrong", kind, code, why.trim(), fact.unit_sources)];
  });
  const coded = CODED.test(binding.code.text), { length } = binding.code.values;
  return coded || found.length === length ? found.slice(0, coded ? length : 1) : [];
}

/** @param {Claim} claim @param {Token} phrase */
const attributed = (claim, phrase) => JUDGES[phrase.values[0]](claim);

/** @param {Claim} claim @param {Token} phrase */
function counted({ fact, value, denied }, phrase) {
  if (fact.timed === null) return "";
  const state = fact.timed ? `timed, ${fact.minutes} minutes a unit` : "untimed";
  if (isDigits(value)) {
    const wrong = !fact.timed || (fact.minutes !== null && Number(value) !== fact.minutes);
    return wrong && !denied ? state : "";
  }
  const untimed = (value === "untimed") !== denied;
  const once = fact.per_day && fact.timed && !phrase.text.includes("unti");
  return untimed === fact.timed && !(once && value === "untimed") ? state : "";
}
