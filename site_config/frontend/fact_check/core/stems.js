/** The words of a sentence as they are compared with those of a fact. */
import { regex } from "./regex.js";
import { numberOf } from "./text.js";

const SAME = new Map(Object.entries({
  "physical therapists?": "pt",
  "physical therapy": "pt",
  "occupational therap(?:y|ists?)": "ot",
  "speech(?:-language)? (?:therap\\w+|patholog\\w+)": "slp",
  "speech-language patholog\\w+": "slp",
  "(?:physical )?therap(?:y|ist) assistants?": "assistant",
  "(?:pta|ota|cota)s?": "assistant",
  "plans? of care|poc": "plan",
  "re-?certif\\w*|recerts?": "recertification",
  "certif(?:y|ied|ies|ication)": "certification",
  "tx|treat(?:s|ed|ing)?": "treatment",
  "mcr|cms": "medicare",
  "w/in": "within",
  "pt eval\\w*|evals?": "evaluation",
  "progress (?:notes?|reports?)|pn": "progressreport",
  "targeted (?:medical )?reviews?": "targetedreview",
  "overpayments?|overpaid": "overpayment",
  "caregivers?": "caregiver",
  "e-?stim": "stimulation",
  "work together": "treatment",
  "must|needs?|needed|requir\\w+|necessary|mandatory|has to|have to|due": "require",
  "bill\\w*|report(?:s|ed|ing)?|submit\\w*|charg\\w*": "bill",
  "pay\\w*|paid|reimburs\\w*|cover\\w*": "pay",
  "start\\w*|begin\\w*": "begin",
  "determin\\w*|decid\\w*|set|sets|dictat\\w*": "determine",
  "regardless|irrespective|no matter": "regardless",
}));
const REPLACED = [...SAME].map((
  [words, stem],
) => /** @type {const} */ ([new RegExp(`\\b(?:${words})\\b`, "g"), stem]));
const STOP = new Set(
  `the a an of to in on for and or is are be been it its that this these those with by as
  at from than then so if when which who what there their they them we you your our i he
  she his her can may might will would should could do does did has have had was were also
  any all each every one not no never without cannot only just even code codes must more
  less least most up out into per after before such other same own about because since
  until while but how where both either r s t`.split(/\s+/),
);
const UNITS = regex()`
  (treatment days?|calendar days?|business days?|days?|d|weeks?|wks?|months?|years?|hours?|hrs?|
  percent|%|visits?)(?![a-z])
`;
const NUMBER = regex("g")`
  (\$ ?)?\b(\d[\d,]*(?:\.\d+)?|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|
  fifteen|twenty|thirty|sixty|ninety)(?:[ -]|\b)(?:${UNITS})?
`;
/** @type {Record<string, number>} */
const LENGTHS = { day: 1, week: 7, month: 30, year: 365, hour: 1 / 24 };
/**
 * @typedef {object} Features
 * @property {Set<string>} stems
 * @property {Map<string, number[]>} numbers by their kind: time, percent, dollars, visits
 */

/** @param {string} text @returns {Features} */
export function featuresOf(text) {
  let plain = text.toLowerCase().replace(/[’‘]/g, "'");
  const numbers = numbersOf(plain);
  for (const [words, stem] of REPLACED) plain = plain.replace(words, stem);
  const stems = new Set(
    (plain.match(/[a-z][a-z-]+|\b\d{5}\b|\bg\d{4}\b/g) ?? []).filter((word) => !STOP.has(word))
      .map(stemOf).filter((stem) => stem.length > 1),
  );
  return { stems, numbers };
}

/** @param {string} plain */
function numbersOf(plain) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  for (const [, dollar, figure, unit] of plain.matchAll(NUMBER)) {
    const value = numberOf(figure.replaceAll(",", ""));
    if (Number.isNaN(value) || (!dollar && !unit)) continue;
    const [kind, size] = dollar ? ["dollars", 1] : kindOf(unit);
    found.set(kind, [...found.get(kind) ?? [], value * size]);
  }
  return found;
}

/** @param {string} unit @returns {[string, number]} */
function kindOf(unit) {
  if (/^(?:percent|%)/.test(unit)) return ["percent", 1];
  if (/^visit/.test(unit)) return ["visits", 1];
  const name = unit === "d" ? "day" : unit.replace(/^wk/, "week").replace(/^hr/, "hour")
    .replace(/s$/, "").split(" ").at(-1) ?? "";
  return ["time", LENGTHS[name] ?? 1];
}

/** @param {string} word */
function stemOf(word) {
  if (/\d/.test(word)) return word;
  const stem = word.replace(/(?:ations?|ments?|ingly|ings?|edly|ed|ally|ly|al|ies|es|s|y|e)$/, "");
  return stem.length > 2 ? stem : word;
}
