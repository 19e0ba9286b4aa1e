/** What texts call the attributes of a code. The earlier of two wordings that overlap wins. */
import { regex } from "./regex.js";

export const NUMBER =
  /\d{1,3}|five|eight|ten|twelve|fifteen|twenty|thirty|forty[ -]five|forty|sixty/;
const EVENT = regex()`
  (?:visit|session|encounter|treatment|date of service|appointment|day|patient per day)
`;
const UNTIMED = regex("g")`
  \bun-?timed\b|\bnon-?timed\b|\bnot time[ -](?:based|dependent)\b|\b(?:service|event|session|
  encounter|procedure|visit|occurrence)[ -]based\b|\b(?:billed|bill|reported|charged|coded|report|
  paid|payable|counted|counts?|mark(?:ed)?|used|use|submit(?:ted)?|claim(?:ed)?|enter(?:ed)?|
  listed)?
  (?: it| them| this| C)?(?: at most| only| just| exactly| no more than)* ?
  (?:once|1 ?x)[- ]?(?:only )?(?:per|a|each|every|for each|in a|/)[- ]?(?:calendar )?${EVENT}\b|
  \b(?:a )?(?:flat )?(?:one|1) (?:per|a|each) (?:visit|session|day|date|encounter)\b|
  \b(?:flat|fixed) (?:per|a) (?:day|visit|session)\b|\bper[- ](?:session|visit|encounter)$|
  ^(?:don't|do not|no need to|never) (?:count|add up|track) (?:the )?minutes\b|
  \bhowever long\b|\bignores? (?:the )?(?:time|minutes|clock)\b|\b(?:minutes|time|duration|
  the clock) (?:plays?|has|have) no
  (?: part| role| bearing| effect)\b|\bno time (?:in it|element)\b|\bno matter (?:the|
  its) (?:minutes|time|duration|length)\b|
  \b(?:one|a|1) (?:charge|line|unit) (?:per|a|each|for each|for the) (?:visit|session|day|
  encounter)\b|\bone unit (?:whatever|however|no matter)\b|\bonly once\b|
  \b(?:a )?(?:single|one|1)[ -](?:billable )?unit[ -](?:per|a|each|for each|for the|
  every)[ -]${EVENT}\b|
  \b(?:regardless|irrespective|independent(?:ly)?) of (?:the |how )?(?:time|duration|minutes|
  length|
  long|much time|number of minutes|clock)\b(?! the (?:visit|session))|\bno matter how (?:long|
  many minutes|much time)\b(?! the (?:visit|session))|
  \b(?:flat|fixed)[ -](?:rate|fee|charge)\b|\bper[- ](?:session|visit|encounter|
  treatment)[ ](?:code|charge|service|procedure|fee)\b|
  \bone[- ]time (?:charge|code|fee|unit)\b|\bonce,? (?:whatever|however|no matter)\b|
  \b(?:whatever|however) (?:the|its|long) (?:length|duration|time|it)\b|
  \b(?:the )?clock (?:does not|doesn't) (?:matter|run|count)\b|\bminutes (?:are|is) irrelevant\b|
  \bby the (?:session|visit|encounter)\b|
  \ba (?:single|flat) (?:unit|charge)\b(?! of)|\b(?:billed|bill|report|reported|paid|
  charged) (?:it )?
  (?:per|by the) (?:session|visit|encounter|treatment)\b|\b(?:time|duration|length|minutes)
  (?: spent)? (?:does not|doesn't|do not|don't) (?:matter|affect)\b|\bwithout regard to
  (?:the )?(?:time|minutes|duration)\b
`;
const MINUTE_UNITS = regex("g")`
  \b(?:in |per[ -]|each |every |of |an? |by )*(${NUMBER})[ -]?min(?:ute)?s?[ -](?:units?|
  increments?|
  blocks?|intervals?|segments?|slots?|chunks?|periods?|codes?)\b|\b(?:per|each|every)
  (?: full| additional)? (${NUMBER})[ -]?min(?:ute)?s?\b(?! of the)|\b(?:each|every|per|
  by the) quarter
  (?: of an)?[ -]hour\b|\bquarter[- ]hours\b|\bquarter[ -]hour (?:units?|increments?|blocks?)\b|\b
  (?:billed|charged|paid) (?:per|by the) (?:half )?hour\b
`;
const TIMED = regex("g")`
  \btimed\b(?! (?:minutes?|treatment|total|portion|units?|time|code minutes|one-on-one|up and go|
  sessions?|test))|\btime[ -](?:based|dependent)\b|\b(?:runs?|goes|billed) (?:on|by) the clock\b|
  \bcounts? (?:the |its |by |in )?(?:minutes|quarter[- ]hours)\b(?! of)|
  \bmore (?:minutes|time)\b[^.;,]{0,12}\bmore units\b|\bminutes to get more units\b|
  \bmore units the longer\b|\bthe longer\b[^.;]{0,30}\bthe more units\b|
  \b(?:the )?(?:clock|minutes?|time|stopwatch) (?:decides?|determines?|sets?|drives?|
  dictates?)\b[^.;]{0,20}\bunits\b|
  \bcounts? by the minute\b|
  \b(?:minutes|time) (?:decides?|determines?|sets?|drives?) (?:the )?(?:number of )?units\b|
  \bmore minutes (?:mean|make|give|earn) more units\b|
  \b(?:billed|counted|paid|reported|charged)
  (?: for)? (?:by|according to|based on) (?:the )?(?:minutes?|time|clock)\b
`;
/** @type {[string, RegExp][]} */
export const COUNTS = [["untimed", UNTIMED], ["minutes", MINUTE_UNITS], ["timed", TIMED]];

const STAY = /(?:be present|stay|remain|attend|be in the room|be there|be at hand)/;
const PERSON = /(?:therapist|clinician|provider|practitioner|you|staff|assistant|someone)/;
const SUPERVISED = regex("g")`
  \bsupervised (?:modalit\w+|services?|codes?|treatments?)\b|\bsupervision[- ]only\b|
  \bunattended (?:modalit\w+|services?|codes?|treatments?)\b|\b(?:needs?|
  requires?) only supervision\b|
  \bwithout (?:the )?(?:need for )?(?:constant|direct|continuous|
  continual)(?: \w+)? (?:attendance|
  attention|contact|supervision)\b|\b(?:without|no) (?:a |the )?${PERSON} (?:being )?
  (?:present|in the room|in attendance)\b|\b(?:nobody|no one) (?:needs|has) to (?:be|
  stay)[ ](?:present|there|with|in)\b|
  \bfrom across the (?:gym|room|clinic)\b|\b(?:runs?|works?) (?:by itself|unattended|
  on its own)\b|
  \b(?:set|start) (?:it|the \w+) and (?:leave|go|walk|see|treat)\b|\bcan be left (?:alone|
  running)\b|
  \b(?:may|can) (?:leave the|step away|walk away)\b|\b(?:start|set) (?:it|them) (?:up )?and[ ]
  (?:check|come) back\b|\b(?:needs?|requires?|with) no (?:constant )?(?:attendance|attention)\b|
  \b(?:can|may|could|is) (?:be )?left (?:running|on|unattended|alone)\b|\b(?:may|can) (?:leave|
  walk away|step out|step away)\b|
  \b(?:supervised|watched|monitored) from (?:across|afar|a distance|the desk)\b|
  \bwhile the patient (?:works?|exercises?|is left) alone\b|\bno ?(?:one|body) (?:at|by|beside|in|
  with|has|needs)\b|
  \battendance: (?:none|supervis\w+|supervision|no)\b
`;
const CONSTANT = regex("g")`
  \b(?:constant|continuous|continual)(?: direct| one-on-one)? (?:attendance|attention|presence)\b|
  \battended (?:modalit\w+|services?|codes?)\b|\bhands[- ]on attendance\b|\bhands (?:the whole|
  throughout|all the) time\b|
  \bhands[- ]on throughout\b|\bhands on throughout\b|\b(?:somebody|someone) (?:stays?|to stay|be|
  is|sits?|stands?) (?:there|beside|by|with|near|at|in)\b|
  \bat the bedside (?:the (?:whole|entire) time|throughout)\b|\battendance: (?:constant|
  continuous|required|direct)\b|\bstay(?:s|ing)? (?:with|beside|by|
  next to)[ ]
  (?:the |your |each )?patients?\b|\bcan(?:not|'t) (?:leave|walk away|step away)\b|
  \b${PERSON}(?:'s)? (?:hands|presence|attention) (?:the (?:whole|entire) time|throughout)\b|
  \b${PERSON} (?:must|has to|have to|needs? to|
  should|is
  required to|to) ${STAY}\b
`;
const ONE_ON_ONE = regex("g")`
  (?<!and |or |the |from |vs |with )\b(?:direct,? )?(?:one[- ](?:on|to)[- ]one|
  1[: -](?:on-)?1)(?: patient| therapist| provider| direct)*
  (?: (?:contact|attendance|attention|basis|care|service|treatment))?\b|
  \bdirect (?:patient |provider )?contact\b
`;
const PRESENT = regex("g")`
  \bpatient(?:'s)? (?:is|must be|has to be|needs to be|should be|being|to be|be)?[ ]?
  (?:presence|present|in the room|in attendance)\b|\bneeds? the patient\b(?! to)|
  \bpresence of the patient\b
`;
const ABSENT = regex("g")`
  \bwithout (?:the )?patients?\b(?:'s)?(?: being)?(?: present| presence)?|\bpatient(?:'s)?
  (?:is|being)? ?(?:absent|absence)\b|\bin the absence of the patient\b|
  \bpatients? (?:is|need|needs|does|do|are) not (?:need to )?(?:be there\b|to be there\b)|
  \bpatient (?:is|need|does) not (?:need to )?(?:be )?(?:present|in the room|there)\b
`;
const ADD_ON = /\b(?:is|are|as|be) (?:an? |the )?add-?on(?: codes?)?\b/g;
const ALONE = regex("g")`
  \b(?:billed|reported|used|stands?|paid|submitted|charged|bill|report|billable) (?:all )?
  (?:alone|on (?:its|their) own|by itself|independently)\b|\b(?:is|are|as) (?:a )?
  stand-?alone(?: codes?)?\b
`;
/** Attribute and value by wording. @type {[string, string, RegExp][]} */
export const ATTRIBUTES = [
  ["contact", "supervised", SUPERVISED],
  ["contact", "constant-attendance", CONSTANT],
  ["contact", "one-on-one", ONE_ON_ONE],
  ["patient", "absent", ABSENT],
  ["patient", "present", PRESENT],
  ["part", "add-on", ADD_ON],
  ["part", "alone", ALONE],
  ["therapy", "always", /\balways[- ]therapy\b/g],
  ["therapy", "sometimes", /\bsometimes[- ]therapy\b/g],
  ["presentation", "unstable", /\bunstable\b|\bunpredictable\b/g],
  [
    "presentation",
    "evolving",
    /\bevolving\b|\bchanging (?:clinical )?(?:presentation|characteristics)\b/g,
  ],
  ["presentation", "stable", /\bstable\b|\buncomplicated\b/g],
  ["system", "respiratory", /\brespiratory(?: system| status)?\b|\b(?:lung|breathing) data\b/g],
  ["system", "msk", /\bmusculoskeletal(?: system| status)?\b|\bmsk\b/g],
  ["system", "cbt", /\bcognitive[- ]behaviou?ral(?: therapy)?\b|\bcbt\b/g],
];
export const COUNTABLE = regex()`
  tim|min|unit|per |once|1 ?x|rate|fee|long|hour|based|attend|supervis|direct|one|1|present|
  presence|
  absen|patient|add-?on|alone|own|itself|therapy|left|leave|away|duration|clock|nobody|no one|
  across|whatever|however|quarter|set |start|respir|muscul|cogn|
  stable|evolv|changing|uncompl|hands|watch|there|stay|bedside|walk|running|
  cbt|msk|lung
`;
