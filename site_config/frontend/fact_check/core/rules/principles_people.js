/** Principles of who may do what, each with the words that speak of it. */
import { regex } from "../regex.js";

/** @import { Principle } from "../types.d.ts" */

const MEDICARE = /\bmedicare\b|\bcms\b|\bpart b\b|\bmcr\b/;
const ASSISTANT = /\b(?:pta|ota|cota)s?\b|\bassistants?\b/;
const MAY = regex()`
  \b(?:may|can|could|is allowed|are allowed|permits?|allows?|lets|pays?|paid|payable|enough|
  reimburs\w*|
  bill(?:s|ed|able)?|furnish\w*|provid\w*|perform\w*|covers?|covered|counts?|fine)\b
`;

/** @type {Principle[]} */
export const ABOUT_PEOPLE = [
  {
    who: regex()`
      athletic trainer|massage therapist|recreation|kinesio|physiologist|personal trainer|
      \blmts?\b
    `,
    name: "people whom Medicare does not recognize",
    kind: "coverage",
    fact: "rules/who-may-bill/0",
    about: [
      MEDICARE,
      regex()`
        \b(?:athletic trainers?|massage therapists?|recreation(?:al)? therapists?|
        kinesiotherapists?|exercise physiologists?|personal trainers?|lmts?)\b
      `,
    ],
    claim: MAY,
    truth: false,
    unless: regex()`
      evaluat|9716[89]|9717|not recogni|other payers|washington (?:l&i|state|labor)|\bva\b|
      instead|
      refer|unlike|whether|which medicare|never does|even (?:if|when|though)|whoever|regardless|
      question|licensed only
    `,
  },
  {
    who: /(?<![-/])\baides?\b|\btech/,
    name: "an aide's time",
    kind: "coverage",
    fact: "rules/students-and-aides/0",
    about: [
      /(?<![-/])\baides?\b(?!\.)|\btechs?\b|\btechnicians?\b/,
      /\b\d{5}\b|medicare|exercis|minutes?|skilled|bill|mcr/,
    ],
    claim: regex()`
      \b(?:bill\w*|billable|counts?|counted|paid|pays|skilled|covered|furnish|provide|
      perform\w*|supervis\w+ (?:the )?(?:exercis|patient)[^.;]*\bbill)\b
    `,
    truth: false,
    unless: regex()`
      whether|home (?:health )?aide|caregiver|hearing|only the|therapist's (?:minutes|
      time) count|sleep|
      unskilled|set-?up|clean|paid home
    `,
  },
  {
    name: "a student out of sight",
    kind: "coverage",
    fact: "rules/students-and-aides",
    about: [
      /(?<![-/])student(?!s-and)/,
      /line[- ]of[- ]sight|treating another|another patient|own|alone|general supervision/,
    ],
    claim: /\b(?:enough|suffic\w+|may|can|allowed|paid|bill\w*|pays?|covers?)\b/,
    truth: false,
    unless: /part a|private|not treating another|in the room/,
  },
  {
    name: "acupuncturists and Medicare",
    kind: "coverage",
    fact: "rules/acupuncture-benefit",
    about: [/acupuncturists?/, /medicare/],
    claim: /\b(?:bill|enroll|submit|paid directly|pays? (?:licensed )?acupuncturists)\b[^.;]*/,
    truth: false,
    unless: /under|supervis|auxiliary|private/,
  },
  {
    name: "what Medicare covers acupuncture for",
    kind: "coverage",
    fact: "rules/acupuncture-benefit/0",
    about: [/acupuncture|dry needling/, /medicare/],
    claim: regex()`
      \b(?:covers?|pays?|covered|reimburs\w+)\b[^.;]*\b(?:migraines?|headaches?|neck|knee|
      shoulder|fibromyalgia|any (?:pain|condition)|all (?:pain|kinds)|osteoarthritis|nausea)\b
    `,
    truth: false,
    unless: /only|nothing|exclud|alone/,
  },
  {
    name: "KX and acupuncture",
    kind: "modifier",
    fact: "rules/modifiers",
    about: [/\bkx\b/, /acupunctur/],
    claim: /\b(?:has (?:a )?place|belongs|goes|used|needed|required|append\w*|need)\b/,
    truth: true,
  },
  {
    who: /chiropract/,
    name: "chiropractors and the plan of care",
    kind: "coverage",
    fact: "rules/certification",
    about: [/chiropract/, /certif|plan of care/],
    claim: /\b(?:may|can|could|allowed|sign|certif(?:y|ies))\b/,
    truth: false,
    unless: /private/,
  },
  {
    who: /(?=.*chiropract)(?=.*(?:medicare|\bcms\b|part b|mcr))/,
    name: "what Medicare pays a chiropractor",
    kind: "coverage",
    fact: "rules/chiropractic/4",
    about: [
      /chiropract/,
      MEDICARE,
      /massage|exercise|therapy|9711\d|97124|97140|97530|extraspinal|98943|x-?ray|evaluation/,
    ],
    claim: MAY,
    truth: false,
    unless: regex()`
      only|nothing else|meets|who bill|\bgy\b|column|indicator|edit|same day|private|
      another region|
      different region|beside
    `,
  },
  {
    name: "chiropractic maintenance",
    kind: "coverage",
    fact: "rules/chiropractic/2",
    about: [
      /chiropract|manipul|9894[0-2]|\bat\b modifier|modifier at\b|^at\b/,
      /maintenance|wellness/,
    ],
    claim: regex()`
      \b(?:cover(?:s|ed)?|pays?|paid|at (?:is|means|shows|marks)|append\w*|add(?:s|ed)?|with at|
      use[sd]?)\b
    `,
    truth: false,
    unless: /active|has no at|without at|leave|omit/,
  },
  {
    name: "what AT means",
    kind: "modifier",
    fact: "rules/chiropractic/2",
    about: [
      regex()`
        (?:^|\bmodifier |[(“"* ])at\b(?:\*+)?(?: modifier| tells| means| stands| is for| =|
        :| shows| marks| –| -)
      `,
      /acute|athletic|assistant|trauma|attended/,
    ],
    claim: /\b(?:acute (?:only|trauma|injur|care|pain)|athletic|assistant|trauma|attended)\b/,
    truth: false,
    unless: /active treatment/,
  },
  {
    who: ASSISTANT,
    name: "an assistant evaluates",
    kind: "coverage",
    fact: "rules/assistants/9",
    about: [ASSISTANT, /evaluat|assess|9716[1-8]|\beval/],
    claim: regex()`
      \b(?:may|can|could|does|do|perform\w*|complet\w*|conduct\w*|bill\w*|writes?|finish\w*|
      handles?)\b[^.;]{0,30}\b(?:evaluat\w*|re-?evaluat\w*|assess\w*|evals?|9716[1-8])\b
    `,
    truth: false,
    unless: regex()`
      therapist (?:evaluat|must|does|performs)|\bpt (?:evaluat|does|performs)|only (?:the|a|
      an) (?:pt|ot|
      therapist)|after (?:the|an|a) |following|collect|inform|gather|assist (?:with|in)|
      no assistant
    `,
  },
  {
    name: "supervision of assistants",
    kind: "coverage",
    fact: "rules/assistants/7",
    about: [ASSISTANT, /private practice|medicare|rtm|supervis|part b|clinic/],
    claim: regex()`
      \b(?:direct supervision|(?:pt|ot|therapist) (?:must|has to|needs to|
      is required to) be (?:on[- ]site|in
      the (?:building|office|clinic|suite))|unless the (?:pt|ot|therapist) is (?:in|on)|
      on-site supervision|
      requires direct|it requires? direct)
    `,
    truth: false,
    unless: regex()`
      through (?:the end of )?2024|until|before 2025|\bwas\b|\bended\b|state law|some states|
      instead of direct|no longer|used to|in 2024,? (?:medicare )?(?:required|it was) direct|
      replaced
    `,
  },
  {
    who: ASSISTANT,
    name: "assistants incident to a physician",
    kind: "coverage",
    fact: "rules/assistants/9",
    about: [ASSISTANT, /incident[- ]to/],
    claim: MAY,
    truth: false,
  },
  {
    who: ASSISTANT,
    name: "assistants of speech-language pathologists",
    kind: "coverage",
    fact: "rules/assistants/8",
    about: [
      /\bslpas?\b|(?:slp|speech(?:-language)?(?: pathology| therapy)?) assistants?/,
      /medicare|bill|92507|modifier/,
    ],
    claim: MAY,
    truth: false,
    unless: /private|medicaid|other payer|whether|check/,
  },
  {
    who: ASSISTANT,
    name: "assistants and maintenance therapy",
    kind: "coverage",
    fact: "rules/assistants",
    about: [ASSISTANT, /maintenance/],
    claim: MAY,
    truth: true,
    unless: /chiropract|before 2021|until|design|set up|establish|evaluat|was|judg/,
  },
  {
    name: "CQ or CO in place of the therapy modifier",
    kind: "modifier",
    fact: "rules/therapy-modifiers/5",
    about: [/\bcq\b|\bco\b/, /\bgp\b|\bgo\b|therapy modifier/],
    claim: regex()`
      \b(?:replac\w+|instead of|in place of|in lieu of|rather than|takes the place|
      drop (?:the )?g[po]|without g[po]|swaps?)\b
    `,
    truth: false,
    unless: /never|goes with|in addition/,
  },
  {
    name: "when CQ or CO is due",
    kind: "modifier",
    fact: "rules/assistants/1",
    about: [
      /\bcq\b|\bco\b|de minimis/,
      /\bassistants?\b|\bptas?\b|\botas?\b|\bcotas?\b|unit|part|minute|service|share/,
    ],
    claim: regex()`
      \bany (?:part|amount|portion|minutes?|involvement|share|help)\b|\beven (?:a|one|
      1) (?:single )?minute|
      \btouch\w*|\bless than half\b|\bmore than half\b|\bmost of\b|\bmajority\b|\bonly (?:if|
      when) the (?:whole|
      entire)|\bat all\b|\bhowever (?:small|brief|short)|\b(?:entire|whole) (?:session|visit|
      service)
    `,
    truth: false,
    unless: /\b10\b|\bten\b|more than 10|de minimis standard|whole unit|alone|eight|\b8\b|in part/,
  },
  {
    who: ASSISTANT,
    name: "97 for assistants",
    kind: "modifier",
    fact: "rules/therapy-modifiers/6",
    about: [/\bmodifier 97\b|\b97 modifier\b|\b97 (?:is|for|means|marks)\b|-97\b/, ASSISTANT],
    claim: /\b97\b/,
    truth: false,
  },
];
