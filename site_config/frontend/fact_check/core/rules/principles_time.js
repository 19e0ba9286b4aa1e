/** Principles of counting, documentation and levels, each with the words that speak of it. */
import { regex } from "../regex.js";

/** @import { Principle } from "../types.d.ts" */

const UNTIMED_SERVICE = regex()`
  untimed|unattended|hot packs?|cold packs?|evaluations?|supervised modalit|mechanical traction|
  service-based
`;
const COUNTS = regex()`
  \b(?:counts?|counted|counting|adds?|added|adding|includ\w*|billable|billed as|pool\w*|
  goes? into)\b
`;
const MIDPOINT = regex()`
  \bama\b|\bmidpoint\b|\brule of (?:eights|8s?)\b|\bspm\b|substantial[- ]portion
`;
const EIGHT = /\b(?:8|eight)[- ]minute rule\b|\bmedicare\b|\bcms\b/;

/** @type {Principle[]} */
export const ABOUT_TIME = [
  {
    name: "a unit for each eight minutes",
    kind: "timing",
    fact: "rules/eight-minute/0",
    about: [/\bunits?\b|divid/, /\b(?:8|eight)\b/],
    claim: regex()`
      \b(?:each|every|per|another|additional)(?: full| block of| additional)? (?:8|
      eight)[- ]min\w*|
      \bdivid\w+ (?:\w+ ){0,5}by (?:8|eight)\b|\b(?:8|eight)[- ]minute (?:units?|increments?|
      blocks?)|
      \bunit for (?:8|eight) minutes\b
    `,
    truth: false,
    unless: /\bor more\b|\bat least\b|\bminimum\b|\b15\b/,
  },
  {
    name: "the midpoint rule pools",
    kind: "timing",
    fact: "rules/midpoint/1",
    about: [MIDPOINT],
    claim: regex()`
      \b(?:total\w*|adds?(?: up)?|adding|sums?(?: up)?|combin\w+|pool\w*|aggregat\w+|cumulat\w+|
      lump\w*)\b
    `,
    truth: false,
    unless: /\bmedicare\b|\bcms\b|\bown total|8-minute/,
  },
  {
    name: "the midpoint method pools, Medicare does not",
    kind: "timing",
    fact: "rules/midpoint/1",
    about: [MIDPOINT, /\bmedicare\b|\bcms\b/],
    claim: regex()`
      (?:${MIDPOINT})[^.;,]{0,30}\b(?:adds?|totals?|pools?|combines?|sums?|lumps?)\b|
      \bpool\w*[^.;]{0,40}\b(?:is|that's|under) the (?:ama|midpoint)|\b(?:medicare|
      cms)\b[^.;,]{0,40}
      \b(?:each|every) (?:timed )?(?:code|service) (?:separately|alone|individually|by itself|
      on its own)
    `,
    truth: false,
    unless: /\bdoes not|\bdoesn't|\bnever\b/,
  },
  {
    name: "Medicare counts each code alone",
    kind: "timing",
    fact: "rules/eight-minute",
    about: [EIGHT, /\bcode|\bservice/],
    claim: regex()`
      \b(?:each|every|per) (?:timed |individual |single )?(?:code|service|cpt code)\b[^.;]*\b
      (?:separate\w*|alone|individual\w*|independent\w*|on its own|by itself|in isolation)\b|
      \bcodes?
      (?:separately|individually|one by one)\b|\brule (?:is applied|applies) (?:to each|
      per) code\b|
      \b(?:forbids|prohibits|does not allow|doesn't allow|never allows) (?:pooling|adding|
      combining)
    `,
    truth: false,
    unless: regex()`
      commercial|products|${MIDPOINT}|\bothers?\b|\bsome\b|\bunlike\b|\bas medicare\b|
      \bprivate\b|\bdocument|\bmue\b|
      \bnote\b|\bpays?\b|\bfee\b
    `,
  },
  {
    name: "Medicare never pools",
    kind: "timing",
    fact: "rules/eight-minute",
    about: [/\bmedicare\b|\bcms\b|\b(?:8|eight)[- ]minute rule\b/, /\bminutes\b|\btime\b/],
    claim: regex()`
      \b(?:combin\w+|pool\w*|add(?:s|ed|ing)?|total\w*|sum\w*)\b[^.;]{0,40}
      (?:\bcodes\b|\bservices\b|\bminutes\b|\btogether\b)
    `,
    truth: true,
    unless: regex()`
      ${MIDPOINT}|untimed|\bsome\b|evaluation|unattended|document|rest|\bwait|set-?up|supervis|
      hot pack|group|assistant|aide|student|report|total treatment|private|other payer
    `,
  },
  {
    name: "every payer counts alike",
    kind: "timing",
    fact: "rules/eight-minute/10",
    about: [/minute/, /\bpayers?\b|\binsur|\bplans?\b|\bcarriers?\b/],
    claim: regex()`
      \b(?:all|every|each|any) (?:\w+ ){0,2}(?:payers?|insurers?|insurances?|insurance (?:plans?|
      compan\w+)|plans?|carriers?)\b[^.;]*\b(?:follows?|uses?|apply|applies|requires?|counts?|
      same)\b
    `,
    truth: false,
    unless: /\bmedicare (?:plans|payers)\b|own\b/,
  },
  {
    name: "untimed minutes are added",
    kind: "timing",
    fact: "rules/eight-minute/4",
    about: [/\bminutes?\b|minute rule|\btimed? (?:total|column|minutes|code)/, UNTIMED_SERVICE],
    claim: regex()`
      \b(?:counts?|counted|adds?|added|adding|includ\w*|pool\w*|enter|applies|apply|
      covers)\b[^.;]*
      (?:\btimed\b|\btotal\b|minute rule|\bunits?\b|9711\d|97124|97140|97530)
    `,
    truth: false,
    unless: regex()`
      total treatment|total time|total minutes|^hot pack minutes included|\bonly\b|
      exercise\b.*\btimed|separate
    `,
  },
  {
    name: "minutes that do not count",
    kind: "timing",
    fact: "rules/eight-minute/4",
    about: [
      regex()`
        \b(?:documentation|charting|note[- ]writing|writing the (?:note|report)|set-?up|
        setting up|waiting|rests?|resting|toileting|bathroom|cleaning|breaks?|prep)\b
      `,
      /\b(?:minutes?|time)\b/,
    ],
    claim: COUNTS,
    truth: false,
    unless: regex()`
      \bexclud|\bhow\b|96125|\brtm\b|98975|the note's total|total treatment|per day|\bafter\b|
      \bthe rest\b|rest of
    `,
  },
  {
    name: "heat adds minutes",
    kind: "timing",
    fact: "rules/one-on-one-time",
    about: [/hot packs?|heat\b|packs?\b|stretch/, /massage|97124/, /minute|time/],
    claim: COUNTS,
    truth: false,
    unless: /97110|separate/,
  },
  {
    name: "fifteen full minutes for a unit",
    kind: "timing",
    fact: "rules/eight-minute/0",
    about: [/\b(?:15|fifteen)\b/, /unit|bill|earn|paid/],
    claim: regex()`
      \b(?:full|entire|complete|whole|all) (?:15|fifteen)(?: full)?[ -]min[^.;]*\b(?:before|
      to (?:bill|
      earn|report)|for (?:a|one|each|any|the first)|or nothing)|\b(?:needs?|require[sd]?|
      must (?:last|
      be|reach|run)|minimum of|unless|until|short of) (?:at least )?(?:a |the )?(?:full )?
      (?:15|fifteen)[ -]?(?:full )?min
    `,
    truth: false,
    unless: regex()`
      \b8\b|\beight\b|\badditional\b|first (?:15|fifteen)|97813|97810|each full|every full|
      for every|23
    `,
  },
  {
    name: "less than fifteen minutes",
    kind: "timing",
    fact: "rules/eight-minute/0",
    about: [/unit|bill|timed/],
    claim: regex()`
      \b(?:less|fewer) than (?:15|fifteen) min[^.;]{0,60}\b(?:bill\w*|counts?|counted|paid|
      report\w*)\b
    `,
    truth: true,
    unless: /\b8\b|\beight\b/,
  },
  {
    name: "modifier 52 for little time",
    kind: "timing",
    fact: "rules/time-rule/5",
    about: [/\b52\b/, /minute|time|short/],
    claim: /\b(?:use|append|add|bill|attach|report|with|carr\w+|gets?|needs?)\b/,
    truth: false,
    unless: /92523|less was done|\$|\b52 (?:minutes|weeks|visits)|to 52/,
  },
  {
    name: "one-on-one time in one piece",
    kind: "timing",
    fact: "rules/one-on-one-time/1",
    about: [/one-on-one|15 minutes|treatment|timed|minutes/],
    claim: regex()`
      \b(?:must|has to|have to|needs? to|should) be (?:continuous|consecutive|uninterrupted|
      in one (?:block|piece|stretch))
    `,
    truth: false,
  },
  {
    name: "two therapists, double time",
    kind: "timing",
    fact: "rules/one-on-one-time/4",
    about: [/two (?:therapists|clinicians)|\bpt and (?:an |the )?ot\b|co-?treat/, /bill|report/],
    claim: regex()`
      \b(?:each|both)\b[^.;]{0,40}\b(?:full|entire|whole|same|all)\b[^.;]{0,25}(?:minutes|
      session|time|hour)
    `,
    truth: false,
  },
];
