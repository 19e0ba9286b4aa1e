/** Words that describe another code throughout, where no phrase or contrast settled it. */
import { SEPARATED } from "../language/blockers.js";
import { NEGATORS } from "../language/stance.js";
import { normal } from "../phrases.js";
import { regex } from "../regex.js";
import { statement } from "../statement.js";
import { unique } from "../text.js";
import { segments, UNSAID } from "./contrasts.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Knowledge, Statement } from "../types.d.ts" */

const WORD = /[a-z]{3,}/g;
const STEM = 6;
/** Words of billing, of people and of speech, which describe no service. */
const COMMON = new Set(
  ("the,and,for,with,one,per,use,used,using,code,patient,minute,report,service,visit," +
    "therapy,that,this,are,has,have,not,non,from,time,timed,unit,each,initial,first,second," +
    "additional,hour,day,same,also,any,all,its,his,her,own,other,two,three,more,under,plan," +
    "care,level,evaluation,assessment,treatment,management,complexity,low,high,moderate," +
    "physical,occupational,speech,therapist,assistant,pta,ota,cota,slp,home,health,agency," +
    "medicine,rehabilitation,covered,status,describe,active,therapeutic,training,procedure," +
    "session,alone,when,while,what,who,does,doing,once,list,always,need,month,calendar,data," +
    "body,area,based,only,such,without,whole,individual,maintenance,maintain,restorative," +
    "program,out,over,into,new,test,testing,skill,teach,teaching,education,clinic,physician," +
    "provider,billed,afo,technique,work")
    .split(",").map((word) => normal(word).slice(0, STEM)),
);
/** Sentences of a meaning that tell what the code is not. */
const OTHERS = regex()`
  \b(?:not|no|never|only|instead|without|unlike|other|separate|medicare|payer|until|since)\b|\d{5}
`;
/** Brackets and years bring in what is not said of the code. */
const ASIDE = /[()]|\b(?:19|20)\d\d\b/;
/** How much must speak for the other code, more than for this one, and at most for this. */
const LEAST = 5, MARGIN = 3, OWN = 2.5, QUOTED = 80;

/** @type {WeakMap<Knowledge, Map<string, Map<string, number>>[]>} */
const known = new WeakMap();

/** @param {string} text */
const stems = (text) =>
  (text.toLowerCase().match(WORD) ?? []).map((word) => normal(word).slice(0, STEM))
    .filter((stem) => !COMMON.has(stem));

/**
 * The words of each code with their weights: those that describe it, and all that fit it.
 * @param {Knowledge} knowledge
 */
function profilesOf(knowledge) {
  const made = known.get(knowledge);
  if (made) return made;
  const strict = collected(knowledge, false), count = new Map();
  for (const words of strict.values()) {
    for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  }
  const weight = (/** @type {string} */ word) =>
    Math.log(strict.size / (count.get(word) ?? strict.size));
  const result = [strict, collected(knowledge, true)].map((all) =>
    new Map([...all].map(([code, words]) => [
      code,
      new Map([...words].map((word) => [word, weight(word)])),
    ]))
  );
  known.set(knowledge, result);
  return result;
}

/** @param {Knowledge} knowledge @param {boolean} wide whether with what only fits a code */
function collected({ taught, codes, phrases }, wide) {
  const all = new Map(taught.map((code) => {
    const { name, meaning, unit } = codes[code];
    const spoken = wide
      ? [meaning, unit]
      : meaning.split(/(?<=\.) /).filter((part) => !OTHERS.test(part));
    return [code, new Set(stems([name, ...spoken].join(" ")))];
  }));
  for (const [phrase, { own, aims, fits }] of Object.entries(phrases)) {
    const words = stems(phrase);
    for (const code of [...own, ...aims, ...(wide ? fits : [])]) {
      for (const word of words) all.get(code)?.add(word);
    }
  }
  return all;
}

/** @param {Reading} reading @returns {Statement[]} */
export function judgeProfiles(reading) {
  if (reading.past || reading.hedged || ASIDE.test(reading.text)) return [];
  if (SEPARATED.test(reading.plain)) return [];
  const fits = (/** @type {string} */ code) =>
    reading.of("P").some(({ entry }) => entry.fits.includes(code));
  return reading.clauses.flatMap((clause) =>
    segments(clause).flatMap(([codes, text]) => {
      if (
        codes.length !== 1 || fits(codes[0]) || UNSAID.test(text.replace(codes[0], "")) ||
        NEGATORS.test(text)
      ) return [];
      return ofCode(clause.knowledge, codes[0], text);
    })
  );
}

/** @param {Knowledge} knowledge @param {string} code @param {string} text @returns {Statement[]} */
function ofCode(knowledge, code, text) {
  const [strict, wide] = profilesOf(knowledge), own = wide.get(code);
  if (!own) return [];
  const words = unique(stems(text)), mine = sum(own, words);
  const [best, most] = [...strict].reduce(
    ([name, most], [other, weights]) => {
      const score = sum(weights, words);
      return score > most ? [other, score] : [name, most];
    },
    ["", 0],
  );
  const hits = words.filter((word) => (strict.get(best)?.get(word) ?? 0) > 1);
  if (most < LEAST || hits.length < 2 || mine > OWN || most - mine < MARGIN) return [];
  const fact = knowledge.codes[code];
  const why = `Pattern 'words of another code': “${text.trim().slice(0, QUOTED)}” is said of ` +
    `${code}. codes/${code}: ${fact.name}. ${fact.meaning} Instead codes/${best}: ` +
    `${knowledge.codes[best].name}.`;
  return [statement("wrong", "definition", code, why, fact.sources, best)];
}

/** @param {Map<string, number>} weights @param {string[]} words */
const sum = (weights, words) => words.reduce((all, word) => all + (weights.get(word) ?? 0), 0);
