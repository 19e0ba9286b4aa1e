import { bind } from "./binding.js";
import { regex } from "./regex.js";
import { statement } from "./statement.js";
import { isDigits, rstrip, unique } from "./text.js";
import { ownersOf } from "./tokens.js";

/** @import { Clause, Reading } from "./clauses.js" */
/** @import { Binding, Statement } from "./types.d.ts" */

const BILLED = regex()`
  \b(?:bill(?:s|ed|ing)?(?! codes?\b)|report\w*|submit\w*|charg\w+|coded|
  code [a-z]+ (?:with|as|under)|code it|use|using|document(?:s|ed)?|performs?|apply|captured|
  goes?|counts?|when)\b|^(?:code|report|bill)[ ]
`;
const STRICT_DENIALS = [
  "C is not P",
  "C isn't P",
  "C does not cover P",
  "C does not mean P",
  "C is not for P",
  "C is not used for P",
  "C is not the code for P",
  "P is not C",
];

/**
 * What a sentence says its codes are or are for.
 * @param {Reading} reading
 */
export function judgeMeanings(reading) {
  const clauses = reading.somePayers ? [] : reading.clauses;
  return clauses.flatMap((clause) =>
    grouped(bind(clause)).flatMap((bindings) => ofCode(clause, bindings[0].code.values, bindings))
  );
}

/** @param {Binding[]} all */
function grouped(all) {
  /** @type {Binding[][]} */
  const groups = [];
  for (const binding of all) {
    const last = groups.at(-1);
    if (last && last[0].code === binding.code) last.push(binding);
    else groups.push([binding]);
  }
  return groups;
}

/** @param {Clause} clause @param {string[]} codes @param {Binding[]} bindings */
function ofCode(clause, codes, bindings) {
  if (!codes.every((code) => code in clause.knowledge.codes)) return [];
  const wrong = conflict(codes, bindings);
  if (clause.denied) return denied(clause, codes, bindings, wrong);
  if (wrong.length) return [wrongOf(clause, codes[0], bindings, wrong)];
  if (!bindings.some((one) => fits(codes, one))) return [];
  return [supported(clause, "code and meaning", kindOf(clause, bindings, bindings[0]), codes[0])];
}

/**
 * @param {Clause} clause @param {string} pattern @param {Statement["kind"]} kind
 * @param {string} code
 */
function supported({ knowledge }, pattern, kind, code) {
  const { name, sources } = knowledge.codes[code];
  return statement(
    "supported",
    kind,
    code,
    `Pattern '${pattern}'; codes/${code}: ${name}.`,
    sources,
  );
}

/**
 * A denial is right where the phrase is another code's.
 * @param {Clause} clause @param {string[]} codes @param {Binding[]} bindings
 * @param {Binding[]} wrong
 */
function denied(clause, codes, bindings, wrong) {
  const [code] = codes, fact = clause.knowledge.codes[code], { phrase } = bindings[0];
  if (wrong.length) {
    return [supported(clause, "denial", kindOf(clause, bindings, wrong[0]), code)];
  }
  const strict = STRICT_DENIALS.includes(rstrip(clause.text, ".")) && codes.length === 1;
  if (!strict || !phrase.entry.own.includes(code)) return [];
  const why = `Pattern 'denial of its own meaning': it denies that ${code} is “${phrase.text}”. ` +
    `codes/${code}: ${fact.name}. ${fact.meaning}`;
  return [statement("wrong", "definition", code, why, fact.sources, code)];
}

/** @param {string[]} codes @param {Binding} binding */
const fits = (codes, { phrase }) => codes.some((code) => phrase.entry.fits.includes(code));

/** @param {string[]} codes @param {Binding[]} bindings */
function conflict(codes, bindings) {
  const fitting = (/** @type {Binding} */ one) => fits(codes, one);
  const owned = bindings.filter(({ phrase }) => phrase.entry.own.length);
  const foreign = owned.filter((one) => !fitting(one));
  const decisive = foreign.filter((one) => one.joint !== "purpose" || !bindings.some(fitting));
  if (decisive.length) return decisive;
  const aims = bindings.filter(({ phrase }) => !phrase.entry.own.length);
  const strange = aims.filter((one) => one.phrase.entry.aims.length && !fitting(one));
  const few = !strange.length || aims[0] !== strange[0] || 2 * strange.length <= aims.length;
  return owned.some(fitting) || few ? [] : strange;
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
 * @param {Binding[]} wrong
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
