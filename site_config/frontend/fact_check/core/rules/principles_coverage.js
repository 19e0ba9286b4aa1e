/** Principles of coverage, people, modifiers and claims, each with the words that speak of it. */
import { regex } from "../regex.js";

/** @import { Principle } from "../types.d.ts" */

const MEDICARE = /\bmedicare\b|\bcms\b|\bpart b\b|\bmcr\b/;
const THRESHOLD = /\bthresholds?\b|\bkx\b/;

/** @type {Principle[]} */
export const ABOUT_COVERAGE = [
  {
    name: "improvement is required",
    kind: "coverage",
    fact: "rules/maintenance-care/0",
    about: [/\bimprov\w*|\bplateau\w*|\bgains?\b|\bprogress(?:es|ing)?\b/, MEDICARE],
    claim: regex()`
      \b(?:requir\w+|must|only (?:while|when|if|as long)|ends?|stops?|until|unless|as long as|
      depends? on|hinges? on|no longer (?:pays?|covers?)|expects?|needs? to (?:show|improve))\b
    `,
    truth: false,
    unless: regex()`
      massage|acupunct|frequency|\bkx\b|needl|visits|report|chiropr|exercise|edit|
      document\w* (?:any )?improve|
      whether|does not (?:have to|depend)|even (?:if|when|without)
    `,
  },
  {
    name: "maintenance therapy is covered",
    kind: "coverage",
    fact: "rules/maintenance-care/0",
    about: [/maintenance/, MEDICARE],
    claim: /\b(?:cover(?:s|ed)?|pays?|paid|billable|reimburs\w*)\b/,
    truth: true,
    unless: /chiropr|manipul|9894|\bat\b|skill|unless|before|until|assistant/,
  },
  {
    name: "a code ensures payment",
    kind: "coverage",
    fact: "misconceptions/code-ensures-payment",
    about: [/\b[a-z]?\d{4,5}\b/],
    claim: regex()`
      \b(?:ensur\w+|guarant\w+|assur\w+)\b[^.;]{0,140}\b(?:reimburs\w+|paid|pays?|payment|
      compensat\w+)
    `,
    truth: false,
    unless: regex()`
      \bhelps?\b|document\w*[^.;]*\bto ensure\b|\bto (?:help )?ensure\b|\bmue|authoriz|
      (?:proper|correct|
      accurate|appropriate|right|careful)(?:ly)?\b[^.;]{0,60}\b(?:ensur|guarant|assur)
    `,
  },
  {
    name: "billing is simple",
    kind: "coverage",
    fact: "claims/seed-a-massage-explainer-a31",
    about: [/\b97124\b|\bmassage\b/],
    claim: regex()`
      \bbilling\b[^.;]{0,40}\b(?:is|generally|usually)\b[^.;]{0,20}\b(?:straightforward|simple|
      easy|uncomplicated)\b
    `,
    truth: false,
  },
  {
    name: "authorization guarantees payment",
    kind: "coverage",
    fact: "rules/prior-authorization",
    about: [/authoriz/],
    claim: /\b(?:guarant\w+|ensur\w+|means? (?:the|it|you)[^.;]*paid|will be paid)\b/,
    truth: false,
  },
  {
    name: "the MUE guarantees units",
    kind: "threshold",
    fact: "rules/mue/4",
    about: [/\bmues?\b|medically unlikely/],
    claim: regex()`
      \b(?:guarant\w+|entitl\w+|units medicare (?:will |must )?pays?|always paid|
      establish\w* (?:medical )?necess)
    `,
    truth: false,
  },
  {
    name: "the two kinds of MUE",
    kind: "threshold",
    fact: "rules/mue",
    about: [/\bmai\b|\bmues?\b/],
    claim: regex()`
      \bmai (?:of )?3\b[^.;]{0,40}\b(?:absolute|can(?:not|'t) be appeal\w*|no appeal|final)|
      \bmai (?:of )?2\b[^.;]{0,60}\b(?:may be (?:paid|appealed)|can be (?:paid|appealed|
      overcome)|appealable)
    `,
    truth: false,
    unless: /\bmay be appealed, but/,
  },
  {
    name: "massage for relaxation",
    kind: "coverage",
    fact: "misconceptions/relaxation-is-billable",
    about: [
      /\b97124\b|\bmassage\b.*\b(?:bill|cover|pa(?:y|id)|insur|reimburs)/,
      /relax|stress|wellness|well-being|spa\b|unwind|pamper/,
    ],
    claim: regex()`
      \b(?:bill\w*|cover\w*|pays?|paid|reimburs\w*|covers|used? for|includes?|
      report\w*|allow\w*|employed|is for|suitable for|good for)\b
    `,
    truth: false,
    unless: regex()`
      stress-related|muscle relax|relax(?:es|ing)? (?:the )?(?:muscle|tissue|tight|spasm)|
      exclud|spasm
    `,
  },
  {
    name: "massage is a therapy code",
    kind: "coverage",
    fact: "misconceptions/massage-is-no-therapy-code",
    about: [/\b97124\b/],
    claim: regex()`
      \bis (?:not |no )?(?:a |an |one of |part of |among )?(?:the )?(?:physical|occupational|pt|
      ot)
      (?: or occupational| or ot)?(?: therapy)? codes?
    `,
    truth: true,
  },
  {
    name: "massage is set apart from therapy codes",
    kind: "coverage",
    fact: "misconceptions/massage-is-no-therapy-code",
    about: [/\b97124\b/],
    claim: regex()`
      \b(?:differs?|different|distinct|separate|apart) from\b[^.;]{0,40}\b(?:physical|
      occupational)[ ]
      (?:or occupational )?therapy (?:codes?|procedures?)
    `,
    truth: false,
  },
  {
    name: "a hard cap",
    kind: "threshold",
    fact: "misconceptions/therapy-cap",
    about: [/\bcaps?\b|threshold/, /therapy|medicare|kx|threshold|treatment/],
    claim: regex()`
      \b(?:hard|strict|absolute|annual|yearly|firm) (?:dollar )?(?:therapy )?caps?\b|
      \bstops? paying|
      \b(?:treatment|therapy|care|visits) (?:must|has to|will|have to) (?:stop|end)|
      \bno more therapy|
      \bno further (?:therapy|treatment)|\bpays nothing\b|\bmedicare caps\b|
      \bmust pay (?:out of pocket|
      themselves|the rest)|\b(?:is|as) a (?:hard |firm )?(?:cap|limit)\b|
      \bcap was repealed in (?!2018)\d{4}
    `,
    truth: false,
    unless: regex()`
      \brepealed? (?:on|in) (?:february|2018)|\bbecomes?\b|\bbecame\b|\bused to\b|\bnot a\b|
      no (?:hard |annual )?cap\b|before 2018|\bwas\b|\bwere\b|unless|private|commercial|plan'?s
    `,
  },
  {
    name: "what counts toward the threshold",
    kind: "threshold",
    fact: "rules/kx-threshold/1",
    about: [THRESHOLD],
    claim: regex()`
      \bonly (?:what|the amount) medicare\b|\b80 ?(?:percent|%)|\b(?:exclud\w+|without|minus|
      not counting)
      (?:the )?(?:patient's )?(?:coinsurance|copay|deductible)
    `,
    truth: false,
    unless: /\bcoinsurance (?:counts|is included|included)|includ\w+ (?:the )?(?:patient|coins)/,
  },
  {
    name: "who shares a threshold",
    kind: "threshold",
    fact: "rules/kx-threshold/0",
    about: [THRESHOLD],
    claim: regex()`
      \b(?:three|3) (?:separate |annual |different |kx )*thresholds?|\b(?:pt|
      physical therapy),? (?:and|
      &|/|with) (?:ot|occupational therapy)\b[^.;]{0,40}\b(?:shar\w+|combined|one|same|together|
      joint)|
      \bpts?,? ots?,? (?:and|&) slps?\b[^.;]*\b(?:shar\w+|combined|one threshold)|\b(?:combined|
      shared?|joint|one|single|same)\b
      [^.;]{0,40}\b(?:pt|physical therapy) (?:and|&|/) (?:ot|occupational therapy)\b|
      \b(?:ot|occupational therapy) (?:and|&|/|with) (?:slp|speech)[^.;]{0,40}(?:shar\w+|
      combined|one|
      single|same|joint)|\bone each for pt|\beach discipline has its own|
      \b(?:slp|speech(?: therapy)?) has (?:its|a) (?:own|separate)
    `,
    truth: false,
    unless: /pt and slp|\bpt\/slp|slp and pt|physical and speech|own pool/,
  },
  {
    name: "KX and GA on one line",
    kind: "modifier",
    fact: "rules/advance-notice/3",
    about: [/\bkx\b/, /\bga\b/],
    claim: regex()`
      \b(?:both|together|same line|one line|combin\w+|kx (?:and|plus|with) ga|ga (?:and|plus|
      with) kx)\b
    `,
    truth: false,
    unless: /contradict|conflict|instead|difference|versus|opposite|says/,
  },
  {
    name: "KX below the threshold",
    kind: "modifier",
    fact: "rules/therapy-modifiers/4",
    about: [/\bkx\b/],
    claim: regex()`
      \b(?:every|each|all|any) (?:medicare |therapy )?(?:claims?|lines?|visits?|services?)\b|
      \bfrom (?:the )?(?:first|day one|january)|\b(?:below|under|before (?:reaching|you reach)|
      not (?:yet )?
      (?:reached|exceeded)) (?:the )?(?:\w+ ){0,2}(?:threshold|cap|limit)|\bfirst visit\b
    `,
    truth: false,
    unless: regex()`
      above|over the|once|after (?:the )?thresh|exceed|beyond|crosses|past the|
      medically necessary|13
    `,
  },
  {
    name: "review is automatic",
    kind: "threshold",
    fact: "rules/kx-threshold/6",
    about: [/targeted|review/, /\b3,?000\b|threshold/],
    claim: /\b(?:automatic\w*|always|every claim|all claims|each claim)\b/,
    truth: false,
  },
  {
    name: "half the price",
    kind: "threshold",
    fact: "rules/mppr",
    about: [/\bmppr\b|multiple procedure/],
    claim: regex()`
      \b(?:half|50 ?(?:percent|%))[^.;]{0,30}\b(?:rate|price|payment|fee|allowed|charge|value|
      amount|code)|
      \b(?:rate|price|payment|fee)s?\b[^.;]{0,40}\b(?:half|50 ?(?:percent|%))|\bwhole (?:price|
      fee|payment)|
      \b(?:work|malpractice)(?: component)?\b[^.;]{0,30}\b(?:cut|reduc\w+|lower\w*)|
      \byou (?:must |should )
      ?(?:reduce|cut|lower) (?:the|your) (?:charge|fee|units)
    `,
    truth: false,
    unless: /practice expense|\bpe\b|plan may/,
  },
  {
    name: "an ABN for a bundled service",
    kind: "coverage",
    fact: "rules/advance-notice/4",
    about: [
      /\babn\b|charg\w+ (?:the )?patient|patient pay/,
      /97010|hot packs?|cold packs?|bundled/,
    ],
    claim: regex()`
      \b(?:may|can|lets?|allows?|makes?|then)\b[^.;]*\b(?:bill\w*|charg\w*|collect\w*|billable)\b
    `,
    truth: false,
    unless: /cannot|can't|may not/,
  },
];
