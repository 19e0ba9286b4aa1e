import { bind } from "./binding.js";
import { regex } from "./regex.js";
import { statement } from "./statement.js";
import { wordsOf } from "./phrases.js";
import { isDigits, unique } from "./text.js";
import { ownersOf } from "./tokens.js";

/** @import { Clause, Reading } from "./clauses.js" */
/** @import { Binding, Statement } from "./types.d.ts" */

const BILLED = regex()`
  \b(?:bill(?:s|ed|ing)?(?! codes?\b)|report\w*|submit\w*|charg\w+|coded|
  code [a-z]+ (?:with|as|under)|code it|use|using|document(?:s|ed)?|performs?|apply|captured|
  goes?|counts?|when)\b|^(?:code|report|bill)[ ]
`;
const STRICT_DENIAL = regex()`
  ^C (?:is|does|can|may|should|must)(?:n't| not|not)(?: be)?(?: a| the)?(?: code)?
  (?: (?:for|cover|mean|describe|represent|used for|billed for|reported for|include))?
  (?: the| a)? P[.]?$|^P (?:is not|isn't|cannot be|is never)
  (?: (?:billed|coded|reported)(?: with| as| under)?)? C[.]?$|^(?:do not|don't|never)
  (?:ever )?(?:use|bill|report) (?:C (?:for|to bill|to report)|P (?:with|as|under|
  using)) [CP][.]?$
`;
const PAIR_TALK = regex()`
  \b(?:column (?:1|2|one|two)|indicator|ncci|mutually exclusive|edits? (?:with|between)|
  same (?:day|
  date|visit|session|claim|ulcer|wound|region)|(?:bill|paid|pay|report|
  cod)\w*(?: \w+){0,2} together)\b
`;
const ONLY_PAID = /\bpays? (?:for )?C (?:only|alone)\b|\bonly C is paid\b/;
const MANY = 6;

/**
 * What a sentence says its codes are or are for.
 * @param {Reading} reading
 */
export function judgeMeanings(reading) {
  const clauses = reading.somePayers ? [] : reading.clauses;
  return clauses.flatMap((clause) =>
    grouped(bind(clause)).flatMap((bindings) => ofCode(clause, bindings))
  );
}

/** @param {Binding[]} all */
function grouped(all) {
  /** @type {Map<string, Binding[]>} */
  const groups = new Map();
  for (const binding of all) {
    const key = binding.code.values.join(" ");
    groups.set(key, [...groups.get(key) ?? [], binding]);
  }
  return [...groups.values()];
}

/** @param {Clause} clause @param {Binding[]} bindings */
function ofCode(clause, bindings) {
  const codes = bindings[0].code.values, { knowledge } = clause;
  if (!codes.every((code) => code in knowledge.codes) || codes.length > MANY) return [];
  const sorts = new Set(codes.map((code) => knowledge.codes[code].family));
  if (sorts.size > 1 && bindings[0].code.text.includes(" or ")) return [];
  const asserted = bindings.filter((one) => !one.denied);
  if (asserted.length < bindings.length) return denied(clause, codes, bindings);
  if (PAIR_TALK.test(clause.text) && !bindings[0].tight) return [];
  if (ONLY_PAID.test(clause.text)) return [];
  const wrong = conflict(clause, codes, bindings);
  return wrong.length ? [wrongOf(clause, codes[0], bindings, wrong)] : [];
}

/**
 * A denial of what the code means.
 * @param {Clause} clause @param {string[]} codes @param {Binding[]} bindings
 */
function denied(clause, [code, another], bindings) {
  const fact = clause.knowledge.codes[code], { phrase } = bindings[0];
  if (another || !STRICT_DENIAL.test(clause.text) || !phrase.entry.own.includes(code)) return [];
  const why = `Pattern 'denial of its own meaning': it denies that ${code} is “${phrase.text}”. ` +
    `codes/${code}: ${fact.name}. ${fact.meaning}`;
  return [statement("wrong", "definition", code, why, fact.sources, code)];
}

/** @param {string[]} codes @param {Binding} binding */
const fits = (codes, { phrase }) => codes.some((code) => phrase.entry.fits.includes(code));

/**
 * The phrases that belong to other codes alone: not made of words of the code's own names, and not
 * owned by another code of the clause, unless it is said outright.
 * @param {Clause} clause @param {string[]} codes @param {Binding[]} bindings
 */
function conflict({ codes: spoken, knowledge }, codes, bindings) {
  const named = (/** @type {Binding} */ { phrase }) =>
    codes.some((code) =>
      wordsOf(phrase.values[0]).every((word) => knowledge.words.get(code)?.has(word))
    );
  const elsewhere = (/** @type {Binding} */ one) =>
    !one.tight && fits(spoken.filter((code) => !codes.includes(code)), one);
  const family = knowledge.codes[codes[0]].family;
  const fitting = (/** @type {Binding} */ one) => fits(codes, one) || named(one);
  const owned = bindings.filter(({ phrase }) => phrase.entry.own.length);
  const right = owned.find(fitting), foreign = owned.filter((one) => !fitting(one));
  const kin = (/** @type {Binding} */ { phrase }) =>
    phrase.entry.own.some((code) => knowledge.codes[code].family === family);
  const heads = (/** @type {Binding} */ one) =>
    bindings[bindings.indexOf(one) + 1] === right && right?.joint === "part";
  const decisive = foreign.filter((one) =>
    !elsewhere(one) && (one.tight || heads(one) || one.joint === "list" ||
      (one.joint === "part" && kin(one)) || (!right && one.joint === "link"))
  );
  if (decisive.length) return decisive;
  const aims = bindings.filter(({ phrase }) => !phrase.entry.own.length);
  const strange = aims.filter((one) => one.phrase.entry.aims.length && !fitting(one));
  const few = !strange.length || aims[0] !== strange[0] || 2 * strange.length <= aims.length;
  return foreign.length || right || few || strange.some(elsewhere) ? [] : strange;
}

/**
 * A technique where something is billed or one of a list is foreign; else a definition.
 * @param {Clause} clause @param {Binding[]} bindings @param {Binding} wrong
 */
function kindOf(clause, bindings, wrong) {
  const mixed = bindings.length > 1 && wrong.phrase.entry.technique &&
    bindings.some((one) => one !== wrong && one.joint !== "purpose");
  return mixed || BILLED.test(clause.text) ? "technique" : "definition";
}

/**
 * @param {Clause} clause @param {string} code @param {Binding[]} bindings
 * @param {Binding[]} wrong @returns {Statement}
 */
function wrongOf(clause, code, bindings, wrong) {
  const { codes } = clause.knowledge, fact = codes[code], right = rightOf(clause, wrong);
  const named = unique(wrong.slice(0, 4).map((one) => one.phrase.text)).join("”, “");
  const better = right.slice(0, 3).map((name) => `codes/${name}: ${codes[name].name}.`);
  const pattern = wrong[0].forward ? "code = meaning" : "service billed with code";
  const why = `Pattern '${pattern}': it says “${named}” of ${code}. codes/${code}: ${fact.name}. ` +
    `${fact.meaning} Instead ${better.join(" ")}`;
  const sources = unique([
    ...fact.sources,
    ...right.slice(0, 1).flatMap((other) => codes[other].sources),
  ]);
  const kind = kindOf(clause, bindings, wrong[0]);
  return statement("wrong", kind, code, why.trim(), sources, sole(clause, code, right));
}
/**
 * The codes that most of the phrases belong to, those in use first.
 * @param {Clause} clause @param {Binding[]} wrong
 */
function rightOf({ knowledge }, wrong) {
  /** @type {Map<string, number>} */
  const votes = new Map();
  for (const one of wrong) {
    for (const code of ownersOf(one.phrase)) {
      if (knowledge.codes[code].state === "active") votes.set(code, (votes.get(code) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...votes.values());
  const best = [...votes.keys()].filter((code) => votes.get(code) === most);
  const taught = best.filter((code) => knowledge.taught.includes(code));
  return taught.length ? taught : best;
}

/**
 * The one right code; of several the one of the same family that lies nearest; else none.
 * @param {Clause} clause @param {string} code @param {string[]} right
 */
function sole({ knowledge: { codes } }, code, right) {
  if (right.length < 2) return right[0] ?? null;
  const away = (/** @type {string} */ name) => Math.abs(Number(name) - Number(code));
  const near = right.filter((name) =>
    isDigits(name) && isDigits(code) &&
    codes[name].family === codes[code].family
  ).sort((one, other) => away(one) - away(other));
  if (near.length && away(near[0]) <= 3 && (near.length === 1 || away(near[0]) < away(near[1]))) {
    return near[0];
  }
  return right.join(" ") === "97014 G0283" ? right[0] : null;
}
