/** Principles of records and evaluation levels, each with the words that speak of it. */
import { regex } from "../regex.js";

/** @import { Principle } from "../types.d.ts" */

const EVALUATION = /\beval(?:uation)?s?\b|\b9716[1-8]\b/;

/** @type {Principle[]} */
export const ABOUT_RECORDS = [
  {
    name: "start and stop times",
    kind: "threshold",
    fact: "rules/documentation",
    about: [/\bmedicare\b|\bcms\b/],
    claim: regex()`
      \b(?:requires?|wants?|needs?|must|demands?|insists?|mandat\w+)\b[^.;]{0,40}
      (?:start and (?:stop|end) times?|begin(?:ning)? and end(?:ing)? times?|minutes (?:of|for|
      per) each
      (?:code|service|timed code|intervention)|minutes per (?:cpt )?code|
      time in and (?:time )?out)
    `,
    truth: false,
    unless: /midpoint|private/,
  },
  {
    name: "the length of the session is enough",
    kind: "threshold",
    fact: "rules/documentation/4",
    about: [/medicare|timed/, /arrival|appointment|session|visit|treatment time|total/],
    claim: regex()`
      \b(?:is|are|be) (?:alone )?(?:enough|sufficient|all (?:you|that's|that is) need|adequate)\b|
      \bno further (?:record|documentation)[^.;]{0,30}(?:necessary|needed|required)|\bsuffices?\b
    `,
    truth: false,
    unless: /not (?:alone )?(?:enough|sufficient)|minutes and total|both/,
  },
  {
    name: "an assistant writes the progress report",
    kind: "threshold",
    fact: "rules/progress-report/1",
    about: [/progress (?:report|note)|\bpn\b/, /\b(?:pta|ota|cota|assistant)s?\b/],
    claim: /\b(?:writes?|written|complete[sd]?|signs?|prepares?|does|do|author\w*)\b/,
    truth: false,
    unless: /therapist (?:must|has to|writes)|clinician|alone/,
  },
  {
    name: "who signs for a student",
    kind: "threshold",
    fact: "rules/students-and-aides",
    about: [/student/, /sign/],
    claim: regex()`
      (?:clinician|therapist|pt|ot|slp|supervis\w+)(?:'s)? (?:signature )?(?:is optional|
      need not|is not (?:needed|required)|does not (?:need|have) to)
    `,
    truth: true,
  },
  {
    name: "minutes set the level",
    kind: "definition",
    fact: "rules/evaluation-levels/5",
    about: [EVALUATION, /minute|\btime\b|hour|duration/],
    claim: regex()`
      \b(?:(?:time|minutes|duration|length)(?: \w+){0,4} (?:determin\w+|decid\w+|sets?|dictat\w+|
      drives?)|by (?:time|minutes)|so (?:we|you|it|i)\b|then\b|(?:means?|makes? it|must be|
      counts as|
      is) (?:a )?(?:high|moderate|low)|must (?:last|take|run|be)|(?:requires?|
      needs?) (?:at least |a
      minimum of )?\d|at least \d+ minutes|minimum of \d+|we (?:have to|must|should) bill|
      if (?:it|the
      (?:visit|eval\w*)) (?:lasts|takes|took|runs|ran)|(?:over|under|longer than|shorter than|
      more than|
      less than) \d+ minutes|no (?:less|fewer) than \d)
    `,
    truth: false,
    unless: regex()`
      all components|typical|usual|95851|treatment|97110|97140|97530|8-minute|telehealth|96125|
      unit
    `,
  },
  {
    name: "the highest component decides",
    kind: "definition",
    fact: "rules/evaluation-levels",
    about: [/evaluation|eval\b|9716[1-7]|level/, /component/],
    claim: regex()`
      \b(?:highest|most complex|(?:any )?one high|two (?:of (?:the )?(?:four|three))?|majority|
      average|best)\b[^.;]*\b(?:determin\w*|decid\w*|sets?|wins?|governs|controls?|makes?|
      enough|suffices?|prevails?)
    `,
    truth: false,
    unless: /all (?:its |the )?components|lowest|every component/,
  },
  {
    name: "a routine check is a re-evaluation",
    kind: "definition",
    fact: "rules/evaluation-levels/6",
    about: [/re-?evaluat|97164|97168|re-?eval/],
    claim: regex()`
      \b(?:every (?:10|ten|30|thirty)|each (?:month|visit|progress)|routine\w*|monthly|whenever|
      any
      time|at every|with (?:each|every) progress|for (?:each|every) progress|at each|
      every (?:month|
      progress|visit|recert))
    `,
    truth: false,
    unless: /recurs|home health|reassess|mdc|hospital|significant/,
  },
];
