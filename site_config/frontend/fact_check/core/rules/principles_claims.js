/** Principles of edits, codes and code sets, each with the words that speak of it. */
import { regex } from "../regex.js";

/** @import { Principle } from "../types.d.ts" */

/** @type {Principle[]} */
export const ABOUT_CLAIMS = [
  {
    name: "columns of an edit",
    kind: "pair",
    fact: "rules/ncci-pairs",
    about: [/\bcolumn/],
    claim: regex()`
      \bcolumn (?:2|two)(?: code)? (?:is|gets|will be) (?:the one )?paid|\bcolumn (?:1|
      one)(?: code)?
      (?:is |gets |will be |is the one )?(?:denied|bundled|rejected)|
      \bpays? (?:the )?column (?:2|two)|
      \bden(?:y|ies) (?:the )?column (?:1|one)
    `,
    truth: false,
    unless: /\bif|when separate|modifier/,
  },
  {
    name: "what the indicators mean",
    kind: "pair",
    fact: "rules/ncci-pairs",
    about: [/\bindicator/],
    claim: regex()`
      \bindicator (?:of )?(?:0|zero)\b[^.;]{0,60}\b(?:may be (?:bypassed|paid|unbundled)|can be
      (?:bypassed|overridden|unbundled|paid)|allows?|permits?|bypass(?:es|able)|
      needs? (?:a )?modifier)|
      \bindicator (?:of )?(?:1|one)\b[^.;]{0,60}\b(?:never|cannot be|can't be|no modifier)
    `,
    truth: false,
    unless: /not bypass|does not allow|may not|cannot bypass|never paid together, and/,
  },
  {
    name: "59 parts any pair",
    kind: "modifier",
    fact: "misconceptions/modifier-59-bypasses-any-edit",
    about: [/\b59\b|\bx[esup]\b|x modifiers?/],
    claim: regex()`
      \b(?:any|every|all)(?: two| ncci| pair| of the)* (?:codes?|edits?|pairs?|denials?|
      combinations?)\b|
      \b(?:always|will) (?:bypass\w*|override\w*|unbundle\w*|get\b)
    `,
    truth: false,
    unless: /\bindicator\b|must be|active edit|each edit|in any|before/,
  },
  {
    name: "59 for treatment on the evaluation day",
    kind: "pair",
    fact: "rules/ncci-pairs/7",
    about: [
      /\beval(?:uation)?s?\b|\b9716[1-35-7]\b/,
      /\b59\b|\bmodifier\b/,
      /medicare|ncci|edit|\b97(?:110|112|116|140|530)\b/,
    ],
    claim: regex()`
      \b(?:need\w*|requir\w+|must|add|append|don't forget|put|attach|only with|always|belongs)\b
    `,
    truth: false,
    unless: regex()`
      see |re-?eval|97750|97150|private|payer|plan|indicator|95851|column|old|remove|group|test|
      \bg[pon]\b|commercial|97164|97168|9776|92|kx
    `,
  },
  {
    name: "interchangeable codes",
    kind: "technique",
    fact: "rules/choosing-a-code/0",
    about: [/\b\d{5}\b|\bcodes?\b|\bmassage\b|\bexercise\b/],
    claim: regex()`
      \binterchangeab\w+|\bthe same (?:difference|thing|code)\b|\b(?:pick|choose|use|
      bill) (?:either|whichever)|
      \bwhichever (?:\w+ ){0,3}pays|\bstand in for\b|\bpays? (?:better|more|best)[^.;]*\b(?:use|
      bill|choose|
      pick|code)|\b(?:bill|use|choose|pick|code)\b[^.;]*\bbecause it pays (?:better|more)|
      \b(?:can|may) be (?:swapped|exchanged|substituted)
    `,
    truth: false,
    unless: /fee schedule|medicare pays|starts|asked|whether|not the same|determines|never the/,
  },
  {
    name: "excluded massage as manual therapy",
    kind: "technique",
    fact: "rules/choosing-a-code/6",
    about: [
      /massage/,
      /exclud\w*|(?:doesn't|does not|won't|will not) (?:cover|pay)|not covered|denie[sd]/,
    ],
    claim: regex()`
      \b(?:call|bill|code|report|use|submit|switch|chang\w+)\b[^.;]{0,40}\b(?:manual therapy|
      97140)\b
    `,
    truth: false,
    unless: /miscod|false|fraud/,
  },
  {
    name: "CPT codes diagnoses",
    kind: "coverage",
    fact: "misconceptions/cpt-codes-diagnoses",
    about: [/\bcpt\b|\bicd\b|\bcodes?\b/],
    claim: regex()`
      \bcpt\b[^.;,]{0,60}\b(?:suppl\w+|assign\w*|gives?|cover\w*|represents?|report\w*|identif\w*|
      describ\w*|has|have|for|names?|provid\w+)\b[^.;,]{0,40}\bdiagnos[ei]s\b|
      \bassign\w* (?:an? )?
      (?:\w+ ){0,2}codes? to (?:each|every)[^.;]*\bdiagnos[ei]s\b|
      \bicd[^.;,]{0,40}\b(?:suppl\w+|describ\w+|
      for|names?|codes?|provid\w+)\b[^.;,]{0,30}\b(?:procedures?|services|treatments?)\b
    `,
    truth: false,
    unless: regex()`
      \b(?:link\w*|match\w*|support\w*|justif\w+|pair\w*) |diagnosis codes?|
      diagnosis and treatment|
      diagnostic|icd[^.;]*diagnos|cpt[^.;]*(?:procedures|services)[^.;]*icd
    `,
  },
  {
    name: "five digits always",
    kind: "coverage",
    fact: "misconceptions/five-digits-always",
    about: [/(?:five|5)[- ](?:digits?|numbers)|five numerals/],
    claim: /\b(?:all|every|each|any|always|only|made up of|consists? of|no letters?|whatever)\b/,
    truth: false,
    unless: regex()`
      category|\bmost\b|letters? (?:at|in)|hcpcs|\bzip\b|not every|not all|end(?:s)? (?:in|
      with)
    `,
  },
];
