import { numbersOf } from "../amounts.js";
import { regex } from "../regex.js";
import { contradicted } from "../statement.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Statement } from "../types.d.ts" */

/**
 * @typedef {object} Topic
 * @property {RegExp[]} about
 * @property {string} kind of number
 * @property {string[]} values names of values of rules
 * @property {number[]} [also] what else is rightly said there
 * @property {string} fact
 * @property {RegExp} [unless]
 */

const PLAN = /\bplan\b|\bpoc\b|certif/;
/** @type {Topic[]} */
const TOPICS = [
  {
    about: [/re-?certif|certification (?:period|interval|lasts)|one certification|recerts?\b/],
    kind: "time",
    values: ["certification/recertification"],
    fact: "rules/certification",
    unless: /delay|progress report|late\b|(?<!re-?)\bcertif\w* (?:is|must|within|due)/,
  },
  {
    about: [/verbal/, /sign/],
    kind: "time",
    values: ["certification/verbal-signature"],
    fact: "rules/certification",
  },
  {
    about: [/\bsent\b|exception/, PLAN],
    kind: "time",
    values: ["certification/plan-sent"],
    fact: "rules/certification",
    unless: /verbal|re-?certif/,
  },
  {
    about: [/\bcertif/, PLAN],
    kind: "time",
    values: ["certification/initial-certification", "certification/recertification"],
    fact: "rules/certification",
    unless: /verbal|re-?cert|delay|sent|late|day \d+/,
  },
  {
    about: [/progress (?:reports?|notes?)|\bpns?\b/],
    kind: "time",
    values: ["progress-report/treatment-days-between-reports"],
    fact: "rules/progress-report",
    unless: regex()`
      ended|archived|until|\bold\b|once due|used to|formerly|\bwas\b|january 2013|home health|
      massage|delay|certification requests
    `,
  },
  {
    about: [/\bcq\b|\bco\b|de minimis/, /unit|part|share|service|minute|more than|assistant/],
    kind: "percent",
    values: ["assistants/de-minimis", "assistants/assistant-payment"],
    also: [88, 15, 12, 100, 80, 20],
    fact: "rules/assistants/1",
    unless: /\bpa(?:ys?|id|yment)\b|reimburs|reduc/,
  },
  {
    about: [
      /\bcq\b|\bco\b|assistants?|\bptas?\b|\botas?\b/,
      /\bpa(?:ys?|id|yment)\b|reimburs|reduc|\bcuts?\b/,
    ],
    kind: "percent",
    values: ["assistants/assistant-payment", "assistants/de-minimis"],
    also: [88, 15, 12, 100],
    fact: "rules/assistants/4",
    unless: /\b80 ?(?:%|percent)[^.]*(?:coinsurance|20)/,
  },
  {
    about: [/targeted|medical review/],
    kind: "dollars",
    values: ["kx-threshold/targeted-review"],
    fact: "rules/kx-threshold/6",
    unless: /threshold (?:is|of|for)|\bkx\b/,
  },
  {
    about: [/redetermination|first (?:level of )?appeal|level (?:1|one)/, /days|months?|year/],
    kind: "time",
    values: ["appeals/redetermination"],
    fact: "rules/appeals",
    unless: regex()`
      reconsideration|level 2|(?:receiv\w+|of|after|past) (?:the|a) (?:notice of )?redetermination
    `,
  },
  {
    about: [/reconsideration/, /medicare|\bqic\b|level 2|second/],
    kind: "time",
    values: ["appeals/reconsideration"],
    fact: "rules/appeals",
    unless: /judge|hearing|united/,
  },
  {
    about: [/administrative law judge|\balj\b|hearing/],
    kind: "time",
    values: ["appeals/hearing"],
    fact: "rules/appeals",
  },
  {
    about: [
      /medicare/,
      regex()`
        \bfil(?:e|ed|ing)\b|\bclaims? (?:must|has to|have to|should|may) (?:be )?(?:sent|
        submitted|reach)
      `,
    ],
    kind: "time",
    values: [],
    also: [365, 360],
    fact: "rules/timely-filing",
    unless: regex()`
      advantage|\bplan\b|private|secondary|appeal|overpay|advance|reopen|corrected|medicaid|
      tricare|
      certif|weeks? (?:after|later)|paid within
    `,
  },
  {
    about: [/overpay/, /return|repay|report|refund|identif/],
    kind: "time",
    values: [],
    also: [60, 180],
    fact: "rules/overpayments",
    unless: /look[- ]?back|six years|6 years/,
  },
  {
    about: [/acupunct|needling/, /medicare|covered|benefit|year/],
    kind: "visits",
    values: [
      "acupuncture-benefit/visits",
      "acupuncture-benefit/further-visits",
      "acupuncture-benefit/visits-in-a-year",
      "acupuncture-benefit/first-visit-with-kx",
    ],
    fact: "rules/acupuncture-benefit",
    unless: /private|plan\b|payer/,
  },
];
const TOLERANCE = 0.02;

/**
 * A figure of a rule with another value.
 * @param {Reading} reading @returns {Statement[]}
 */
export function judgeTopics(reading) {
  const { knowledge, source } = reading;
  if (reading.past || source.length > 400) return [];
  const text = source.toLowerCase(),
    found = TOPICS.filter(({ about, unless }) =>
      about.every((part) => part.test(text)) && !unless?.test(text)
    );
  if (!found.length) return [];
  const numbers = numbersOf(text);
  const wrong = found.find(({ kind, values, also = [] }) => {
    const spoken = numbers.get(kind) ?? [];
    const right = [...values.flatMap((name) => knowledge.values[name] ?? []), ...also];
    const near = (/** @type {number} */ one) =>
      right.some((value) => Math.abs(one - value) <= value * TOLERANCE);
    return spoken.length > 0 && right.length > 0 && !spoken.some(near);
  });
  const code = reading.codes[0] ?? null;
  return wrong
    ? [contradicted(knowledge, "threshold", code, "'a figure of a rule'", wrong.fact)]
    : [];
}
