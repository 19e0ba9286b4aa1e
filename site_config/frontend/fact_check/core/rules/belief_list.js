import { regex } from "../regex.js";

const METHOD_AMA = regex()`
  (?:\bama\b|\bmidpoint\b|\brule of (?:eights|8s?)\b|\bspm\b|\bsubstantial[- ]portion\b|
  \bcpt (?:method|midpoint|rule)\b)
`;
const METHOD_CMS = /(?:\bmedicare\b|\bcms\b|\b(?:8|eight)[- ]minute rule\b)/;
const POOLS = regex()`
  \b(?:total\w*|adds?(?: up)?|adding|sums?(?: up)?|combin\w+|pool\w*|aggregat\w+|cumulat\w+|
  lump\w*)\b
`;
const ALONE = regex()`
  \b(?:each|every|per) (?:timed |individual |single )?(?:code|service|cpt code|
  procedure)\b[^.;]*\b
  (?:separate\w*|alone|individual\w*|independent\w*|on its own|by itself|in isolation)\b|
  \bcodes? (?:separately|individually|one by one)\b|\bper[- ]code\b|\b(?:each|
  every) code (?:alone|
  by itself|on its own|separately)\b
`;

/** @import { Belief } from "../types.d.ts" */

/** Wrong beliefs that have no two sides to compare. @type {Belief[]} */
export const BELIEFS = [
  {
    name: "a unit for each eight minutes",
    kind: "timing",
    fact: "rules/eight-minute/0",
    pattern: regex()`
      \b(?:one|1|a|an(?:other)?|additional) (?:billable |full |timed |additional )?unit (?:is |
      may be |can be )?(?:billed |earned |counted |allowed )?(?:for|per|with) T|
      \bunits?\b[^.;]{0,40}\b(?:for (?:each|every)|per|every|each) (?:additional |full )?
      (?:8|eight)[- ]min|\b(?:each|every) (?:additional |full |block of )?(?:8|eight)[- ]?min\w*
      [^.;]{0,50}\bunits?\b|
      \bT (?:of \w+ |block |period )?(?:is|equals?|counts? as|makes?|earns?|gives?|
      =) (?:one|1|a|another)(?: billable)? unit\b|\bdivid\w+ (?:the )?(?:total )?
      (?:\w+ ){0,3}by (?:8|eight)\b
    `,
    needs: ["8", "eight"],
    unless: /\bor more\b|\bat least\b|\bminimum\b|\b15\b/,
  },
  {
    name: "methods swapped: the midpoint method pools",
    kind: "timing",
    fact: "rules/midpoint/1",
    pattern: regex()`
      ${METHOD_AMA}[^.;]*${POOLS}
    `,
    needs: ["ama", "midpoint", "eight", "8", "spm", "substantial", "cpt"],
    unless: /\bmedicare\b|\bcms\b|\bnot\b|\bno\b|\bnever\b|n't\b|\bwithout\b|\bown total/,
  },
  {
    name: "methods swapped: Medicare counts alone",
    kind: "timing",
    fact: "rules/eight-minute",
    pattern: regex()`
      ${METHOD_CMS}[^.;]*(?:${ALONE})|\b
      (?:8|eight)[- ]minute rule (?:is applied|applies) (?:to each|per) code
    `,
    needs: ["code", "combin", "pool", "service"],
    unless: regex()`
      ${METHOD_AMA}|\bothers?\b|\bsome\b|\bunlike\b|\bas medicare\b|\blike medicare\b
    `,
  },
  {
    name: "methods swapped: Medicare never pools",
    kind: "timing",
    fact: "rules/eight-minute",
    pattern: regex()`
      ${METHOD_CMS}[^.;]*\b(?:never|not|n't) (?:combin\w+|pool\w*|add\w*|total\w*|sum\w*)
    `,
    needs: ["combin", "pool", "add", "total", "sum"],
    unless: regex()`
      ${METHOD_AMA}|\buntimed\b|\bT\b|\bsome\b|\bevaluation
    `,
    mayDeny: true,
  },
  {
    name: "every payer counts alike",
    kind: "timing",
    fact: "rules/eight-minute/10",
    pattern: regex()`
      \b(?:all|every|each|any) (?:\w+ ){0,2}(?:payers?|insurers?|insurances?|
      insurance (?:plans?|compan\w+)|plans?|carriers?)\b[^.;]*\b(?:follows?|uses?|apply|
      applies|requires?|counts?)\b[^.;]*\b(?:8|eight)[- ]minute
    `,
    needs: ["minute"],
    unless: /\bmedicare (?:plans|payers)\b|\bnot\b/,
  },
  {
    name: "the eight-minute rule for untimed codes",
    kind: "timing",
    fact: "rules/eight-minute/4",
    pattern: regex()`
      \b(?:8|eight)[- ]minute rule\b[^.;]*\b(?:applies|apply|applied|covers|governs|also)\b[^.;]*
      (?:\buntimed\b|\bT codes\b|\ball codes\b|\bevaluations?\b|\bP\b)
    `,
    needs: ["minute rule"],
    unless: /\bonly\b/,
  },
  {
    name: "minutes that do not count",
    kind: "timing",
    fact: "rules/eight-minute/4",
    pattern: regex()`
      \b(?:documentation|charting|note[- ]writing|set-?up|waiting|rest|resting|toileting|break)\b
      (?: \w+){0,2} (?:time|minutes|breaks?|periods?)?\b[^.;]{0,30}\b(?:counts?|
      (?:is|are|may be|can be) (?:included|counted|added|billed))\b|\b
      (?:count|include|add)\b[^.;]{0,25}\b(?:documentation|charting|set-?up|waiting|
      rest) (?:time|minutes|breaks?)\b
    `,
    needs: ["document", "chart", "set", "wait", "rest", "toilet", "break"],
    unless: /\bexclud\w+|\bhow\b/,
  },
  {
    name: "fifteen full minutes for a unit",
    kind: "timing",
    fact: "rules/eight-minute/0",
    pattern: regex()`
      \b(?:full|entire|complete|whole|at least|minimum of|all) (?:15|fifteen)
      (?: full)?[ -]min\w*[^.;]{0,60}\b(?:before|to|in order to|for|must|needed|
      required)\b[^.;]{0,40}\b(?:one|1|a|any|single|first) unit|\b
      (?:less than|fewer than|under) (?:15|fifteen) min\w*[^.;]{0,60}\b
      (?:cannot|can't|not|never|may not)\b[^.;]{0,30}\b(?:bill\w*|report\w*|paid|count\w*)|
      \bneed (?:a )?(?:full )?(?:15|fifteen) min\w*[^.;]{0,40}\bunit
    `,
    needs: ["15", "fifteen"],
    unless: /\b8\b|\beight\b/,
    mayDeny: true,
  },
  {
    name: "a code ensures payment",
    kind: "coverage",
    fact: "misconceptions/code-ensures-payment",
    pattern: regex()`
      \bC\b[^.;]{0,220}\b(?:ensur\w+|guarant\w+|assur\w+)\b[^.;]*\b(?:reimburs\w+|paid|pays?|
      payment|compensat\w+)\b
    `,
    needs: ["ensur", "guarant", "assur"],
    unless: regex()`
      \b(?:proper|correct|accurate|appropriate|right|careful)(?:ly)?\b[^.;]{0,60}\b
      (?:ensur|guarant|assur)\w+|\bhelps?\b|\bP\b[^.;]*\bnecess|\bdocument\w*[^.;]*\bto ensure\b|
      \bto (?:help )?ensure\b
    `,
  },
  {
    name: "massage for relaxation",
    kind: "coverage",
    fact: "misconceptions/relaxation-is-billable",
    pattern: regex()`
      \bC\b[^.;]*\b(?:for|when|where|to|covers?|includes?|promot\w+|addresses)\b[^.;]*(?:\b
      (?:pure |general |simple )?(?:relaxation|P) (?:and|or|&) stress\b|
      \bstress (?:relief|reduction|management)\b|\bfor (?:pure |general |simple )?relaxation
      (?: purposes)?\.?$|\b(?:wellness|spa) (?:massage|purposes|visits?|services?)\b|
      \bgeneral (?:wellness|well-?being|relaxation)\b|\bfor wellness\b)
    `,
    needs: ["relax", "stress", "wellness", "spa", "well-being", "wellbeing"],
    codes: ["97124"],
  },
  {
    name: "massage is no therapy code",
    kind: "coverage",
    fact: "misconceptions/massage-is-no-therapy-code",
    pattern: regex()`
      \bC\b[^.;]{0,40}(?:\b(?:differs?|different|distinct|separate|apart) from\b[^.;]{0,40}\b
      (?:physical|occupational) (?:or occupational )?therapy (?:codes?|procedures?)|
      \bis (?:not|no) (?:a |an |one of |part of |among )?(?:the )?(?:physical|occupational|pt|ot)
      (?: or occupational)?(?: therapy)? codes?\b)
    `,
    needs: ["codes", "code"],
    codes: ["97124"],
    mayDeny: true,
  },
  {
    name: "massage at a distance",
    kind: "coverage",
    fact: "misconceptions/massage-by-telehealth",
    pattern: regex()`
      \bC\b[^.;]*\b(?:can|may|is|are|be)\b[^.;]*\b(?:telehealth|telemedicine|virtual\w*|remote
      (?:ly)?|by video|online)\b|\b(?:telehealth|telemedicine|virtual\w*|remote)\b[^.;]*\b
      (?:can|may|is|are|be|bill)\b[^.;]*\bC\b
    `,
    needs: ["tele", "virtual", "remote", "video", "online"],
    codes: ["97124"],
  },
  {
    name: "billing is simple",
    kind: "coverage",
    fact: "claims/seed-a-massage-explainer-a31",
    pattern: regex()`
      \bbilling (?:for |of )?C\b[^.;]{0,20}\b(?:is|generally|usually)\b[^.;]{0,20}\b
      (?:straightforward|simple|easy|uncomplicated)\b
    `,
    needs: ["straightforward", "simple", "easy"],
    codes: ["97124"],
  },
  {
    name: "five digits always",
    kind: "coverage",
    fact: "misconceptions/five-digits-always",
    pattern: regex()`
      \b(?:all|every|each|any)\b[^.;]{0,20}\bcodes?\b[^.;]{0,40}\b(?:five|5)[- ]digits?\b|
      \bcodes?\b[^.;]{0,30}\b(?:always|only|made up of|consists? (?:only )?of)\b[^.;]{0,20}\b
      (?:five|5)[- ](?:digits?|numbers)\b
    `,
    needs: ["digit"],
    unless: /\bcategory\b|\bmost\b|\bletters?\b|\bhcpcs\b|\bzip\b/,
  },
  {
    name: "CPT codes diagnoses",
    kind: "coverage",
    fact: "misconceptions/cpt-codes-diagnoses",
    pattern: regex()`
      \bcpt\b[^.;]*\b(?:assign\w*|gives?|used|cover\w*|represents?|report\w*|identif\w*|
      describ\w*|
      has|have)\b[^.;]*\bdiagnos[ei]s\b|\bassign\w* (?:an? )?
      (?:\w+ ){0,2}codes? to (?:each|every)[^.;]*\bdiagnos[ei]s\b
    `,
    needs: ["diagnos"],
    unless: regex()`
      \bicd\b|\b(?:link\w*|match\w*|support\w*|justif\w+|with|and the|
      paired) (?:\w+ ){0,2}diagnos|
      \bdiagnosis codes?\b|\bdiagnosis and treatment\b|\bdiagnos\w+ (?:test|procedure)
    `,
  },
  {
    name: "a hard cap",
    kind: "threshold",
    fact: "misconceptions/therapy-cap",
    pattern: regex()`
      \bcap\b[^.;]*\b(?:stops? paying|must (?:stop|end)|will (?:not|no longer) pay|ends?|no more|
      pays? nothing|patients? (?:must|has to|have to) pay)\b|\b(?:hard|strict|absolute|annual|
      yearly|firm) (?:dollar )?cap\b|\bthreshold\b[^.;]*\b(?:stops? paying|
      (?:treatment|therapy|care) must (?:stop|end)|no further (?:therapy|treatment)|
      pays? nothing)\b|\bmedicare caps\b
    `,
    needs: ["cap", "threshold"],
    unless: regex()`
      \brepeal\w*|\bbecomes?\b|\bbecame\b|\bno longer\b|\bused to\b|\bwas\b|\bnot a\b|
      \bno (?:hard |annual )?cap\b
    `,
  },
  {
    name: "a report every thirty days",
    kind: "threshold",
    fact: "rules/progress-report",
    pattern: regex()`
      \bprogress (?:reports?|notes?)\b[^.;]*\b(?:every|each|at least every|within) (?:30|thirty)
      (?: calendar)? days\b|\bevery (?:30|thirty) days\b[^.;]*\bprogress (?:report|note)
    `,
    needs: ["progress"],
    unless: /\b(?:10|ten)\b|\bold\b|\bonce\b|\bused to\b|\bformerly\b|\bwas\b|\bno longer\b/,
  },
  {
    name: "59 parts any pair",
    kind: "modifier",
    fact: "misconceptions/modifier-59-bypasses-any-edit",
    pattern: regex()`
      \bM\b[^.;]*\b(?:any|every|all)(?: two| ncci| pair| of the)* (?:codes?|edits?|pairs?|
      denials?|
      ncci|combinations?|services|procedures)|\bany (?:two |pair of )?
      (?:codes?|procedures)\b[^.;]*\b(?:with|if|using)\b[^.;]*M\b|\bM\b[^.;]*\b
      (?:always|will) (?:bypass\w*|override\w*|unbundle\w*|get)\b
    `,
    needs: ["any", "every", "all", "always", "bypass", "overrid"],
    unless: /\bindicator\b|\bmust be\b/,
    modifiers: ["59", "X"],
  },
  {
    name: "97 for assistants",
    kind: "modifier",
    fact: "rules/therapy-modifiers/6",
    pattern: /\bM\b[^.;]*\b(?:assistants?|ptas?|otas?)\b/,
    needs: ["assistant", "pta", "ota"],
    modifiers: ["97"],
  },
];
