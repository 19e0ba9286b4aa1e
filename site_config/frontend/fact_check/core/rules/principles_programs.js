/** Principles of single programs and benefits, each with the words that speak of it. */
import { regex } from "../regex.js";

/** @import { Principle } from "../types.d.ts" */

/** @type {Principle[]} */
export const ABOUT_PROGRAMS = [
  {
    name: "telehealth and short contacts",
    kind: "coverage",
    fact: "rules/telehealth",
    about: [
      /\brtm\b|remote (?:therapeutic )?monitoring|e-?visits?|virtual check-?ins?/,
      /telehealth/,
    ],
    claim: regex()`
      \b(?:is|are|counts? as|form of|kind of|type of|considered|as) (?:a |an )?(?:form of |
      kind of |type of |medicare )*telehealth\b
    `,
    truth: false,
  },
  {
    name: "therapists and telehealth",
    kind: "coverage",
    fact: "rules/telehealth",
    about: [
      /telehealth/,
      /\b(?:pts?|ots?|slps?|therapists?)\b|therapy/,
      /2025|2026|2027|lost|status|expired|ended|no longer|lapse/,
    ],
    claim: regex()`
      \b(?:lost|ended|expired|ends|expires|no longer|stopped|unpaid|cannot|barred|ineligible)\b
      (?![^.;]*(?:restor|retroactiv|2027))
    `,
    truth: false,
    unless: /restor|retroactiv|through 2027|december 31, 2027|out of date|outdated|list/,
  },
  {
    name: "a plan signed late",
    kind: "coverage",
    fact: "rules/certification/5",
    about: [/plan|certif|poc\b/, /sign|late|delay/],
    claim: regex()`
      \b(?:void|refund\w*|must be (?:returned|repaid|written off)|cannot be (?:paid|billed|
      accepted)|lost|worthless|start over)\b
    `,
    truth: false,
    unless: /need not|nothing shows|abn form|cms-r-131/,
  },
  {
    name: "an order in place of a recertification",
    kind: "coverage",
    fact: "rules/certification",
    about: [/recertif/, /order|referral|exception|signature/],
    claim: regex()`
      \b(?:replac\w+|takes the place|also (?:covers|applies)|applies (?:to|also)|
      no (?:longer )?(?:needs?|requires?) (?:a )?sign|waives?|instead of)\b
    `,
    truth: false,
    unless: /initial certification only|does not apply/,
  },
  {
    name: "an L-code and 97760",
    kind: "timing",
    fact: "rules/orthoses",
    about: [/l-?codes?|\bl\d{4}\b/, /97760/, /fit|fabricat|mold|measur|assess/],
    claim: /\b(?:counts?|bill\w*|includ\w+ (?:in|under) 97760|adds?|added|toward|also)\b/,
    truth: false,
    unless: regex()`
      only (?:the )?(?:patient )?training|training (?:minutes|time) only|if no l-?code|
      without an l
    `,
  },
  {
    name: "a clinic during home health",
    kind: "coverage",
    fact: "rules/consolidated-billing",
    about: [/home health/, /clinic|outpatient|practice|part b/, /open|during|while|under|episode/],
    claim: regex()`
      \b(?:may|can|still)\b[^.;]*\b(?:bill|paid|pays?)\b|\bmedicare pays (?:the|a|
      your) (?:clinic|practice)
    `,
    truth: false,
    unless: /without|no open|after|discharge|physician|closed/,
  },
  {
    name: "what a caregiver is",
    kind: "coverage",
    fact: "rules/caregiver-training/4",
    about: [/caregiver|9755[0-2]/, /\bpaid\b|\bhired\b|home (?:health )?aide|attendant|agency/],
    claim: regex()`
      \bpaid (?:home |family |private )?(?:health )?(?:aide|caregiver|attendant|helper)|
      \bhired\b|home (?:health )?aide
    `,
    truth: false,
    unless: regex()`
      unpaid|without pay|medicare pa|is paid (?:for|when)|paid by medicare|pays|be paid|are paid
    `,
  },
  {
    name: "consent to caregiver training",
    kind: "coverage",
    fact: "rules/caregiver-training/6",
    about: [/caregiver|9755[0-2]/, /consent/],
    claim: /\bconsent\b/,
    truth: true,
  },
  {
    name: "two caregivers of one patient",
    kind: "definition",
    fact: "rules/caregiver-training/0",
    about: [
      regex()`
        (?:two|three|both|several|each|second) (?:caregivers?|daughters|sons|parents|
        family members)|number of caregivers
      `,
      /97550|97552|group|units?/,
    ],
    claim: regex()`
      \b(?:97552|make a group|is a group|two units|each (?:caregiver|one)|per caregiver|
      per person|for each caregiver|x2)\b
    `,
    truth: false,
    unless: /several patients|different patients|two patients|more than one patient/,
  },
  {
    name: "infrared for neuropathy",
    kind: "coverage",
    fact: "rules/national-coverage",
    about: [/infrared|97026/, /neuropath|wound|ulcer/],
    claim: /\b(?:cover(?:s|ed)?|pays?|paid|reimburs\w*)\b/,
    truth: false,
  },
  {
    name: "massage under Florida's personal injury protection",
    kind: "coverage",
    fact: "rules/who-may-bill",
    about: [/florida/, /massage|acupunct/],
    claim: /\b(?:cover(?:s|ed)?|pays?|paid|reimburs\w*)\b/,
    truth: false,
    unless: /exclud/,
  },
  {
    name: "watching is attending",
    kind: "timing",
    fact: "rules/one-on-one-time/5",
    about: [
      /97032|attended/,
      /\b(?:remain\w*|stay\w*|sat|sits?|watch\w*|in the room|nearby|next to)\b/,
    ],
    claim: regex()`
      \b(?:was all|is all|enough|suffic\w+|makes? it|becomes?|so (?:it is|it's|bill)|qualif\w+|
      counts? as)\b
    `,
    truth: false,
  },
  {
    name: "monthly minutes and the midpoint",
    kind: "timing",
    fact: "rules/remote-monitoring",
    about: [/9898[01]|98979|\brtm\b|remote (?:therapeutic )?monitoring/],
    claim: regex()`
      \bmidpoint rule (?:applies|works|holds)|\bthanks to the midpoint|\bhalfway\b|
      \bmore than half\b|\b11 minutes\b
    `,
    truth: false,
  },
  {
    name: "contact in treatment management",
    kind: "timing",
    fact: "rules/remote-monitoring",
    about: [/9898[01]|98979|treatment management/, /contact|call|conversation|interacti/],
    claim: /\b(?:needs?|requires?|must|contact|interactive)\b/,
    truth: true,
    unless: /30 days|again|device|98975|^without|billable/,
  },
  {
    name: "set-up once an episode",
    kind: "timing",
    fact: "rules/remote-monitoring/0",
    about: [/98975|set-?up/, /rtm|98975|monitor|device/],
    claim: regex()`
      \b(?:every (?:30 days|month)|each month|monthly|(?:once )?per month|with each device|
      each 30)\b
    `,
    truth: false,
    unless: /once per episode|98977|98976|98978|device supply/,
  },
  {
    name: "therapy modifier on a sometimes-therapy code",
    kind: "modifier",
    fact: "rules/therapy-modifiers/3",
    about: [/sometimes[- ]therapy|9755[0-2]/, /\bg[pon]\b|therapy modifier/],
    claim: /\b(?:needs?|requires?|takes?|carr(?:y|ies)|gets?|goes|with|modifier)\b/,
    truth: true,
    unless: /physician|when|if |unless|without a plan/,
  },
];
