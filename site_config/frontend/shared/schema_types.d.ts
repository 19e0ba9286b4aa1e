// deno-fmt-ignore-file
// deno-lint-ignore-file
/** Written by `rightcode schema` from generator/build/schema_types.py. */

/** `mean` and `deviation` are of the learners' points. `spread` counts learners by answers wholly
 * right. */
export interface Analysis {
  persons: number;
  items: ItemStats[];
  mean: number;
  deviation: number;
  alpha: number | null;
  kr20: number | null;
  error: number | null;
  spread: [number, number][];
  groups: number[];
  exchanges: [string, string, number][];
  warnings: Notice[];
}

/** Which assignment the result is of. */
export interface AssignmentRef {
  id: string;
  digest?: string | null;
  title?: string | null;
  /** every question that was set, in order */
  items?: string[];
}

/** A heading, paragraph, list item, or a table, whose first row may be its header. */
export interface Block {
  kind: "heading" | "text" | "item" | "table";
  passage: Passage;
  level: number;
  rows: Passage[][];
  headed: boolean;
}

/** A question as the builder's page reads it; `pieces` by the format they are of. */
export interface BuilderQuestion {
  id: string;
  kind: string;
  title: string;
  facts: string;
  note: string[];
  exhibits: ExhibitPaper[];
  statement: string | null;
  table: ClaimTable | null;
  turn: string | null;
  asks: string;
  response: ChoicePaper | NumberPaper | ClaimPaper;
  solution: string;
  explanation: string[];
  sources: string[];
  pieces: Record<string, TextPiece>;
}

/** Options to tick; of words to mark the note's paragraphs, each piece with its number. */
export interface ChoicePaper {
  type: "single" | "several" | "marks";
  choices: PaperChoice[];
  paragraphs: (([string, number | null])[])[];
}

/** A claim with so many lines to fill in. */
export interface ClaimPaper {
  codes: string[];
  modifiers: string[];
  lines: number;
  type: "claim";
}

/** A claim that is shown; the first row of cells is its head. */
export interface ClaimTable {
  caption: string;
  head: string[];
  rows: string[][];
}

/** The class's key file: whoever has it reads the class's results. */
export interface ClassKey {
  format: string;
  version: number;
  key: string;
  public: string;
  /** the 32 bytes of the scalar */
  private: string;
}

/** The services of one patient on one day, by code; `discipline` decides between CQ and CO. */
export interface CountedDay {
  services: CountedService[];
  discipline?: "pt" | "ot";
}

/** Minutes of one code by one kind of person. */
export interface CountedService {
  code: string;
  minutes: number;
  /** whether the code is counted in units of time; from the facts where left out */
  timed?: boolean | null;
  by?: "therapist" | "assistant";
}

/** One answer whose credit is not the key's, as the learner sees it. */
export interface CreditChange {
  title: string;
  answer: string;
  /** by the key; left out where it had none */
  before?: number | null;
  after: number;
  by: string;
  at: string;
  reason: string;
}

/** Points and wholly right answers, of so many questions. */
export interface CreditTotal {
  points: number;
  right: number;
  questions: number;
}

/** One change of a credit. Nothing leaves the trail: of several about an answer the last counts.
 * It is about one answer (`result`), about all who gave one answer (`response`), or about all
 * answers to the question. */
export interface Decision {
  at: string;
  /** who decided, as typed */
  by: string;
  assignment: string;
  item: string;
  /** of the question, as it was answered */
  version: number;
  /** the attempt, where it is about one answer */
  result?: string | null;
  /** the answer, where it is about all who gave it */
  response?: string[] | null;
  /** the credit until then; left out where it differed, or there was none */
  before?: number | null;
  /** the credit from then on; left out where the key decides again */
  after?: number | null;
  /** for the learner to read */
  reason: string;
}

/** The trail of an instructor's decisions, saved beside the results. */
export interface Decisions {
  format: "rightcode-decisions";
  version: 1;
  decisions: Decision[];
}

/** A table of values and, in words, who publishes them. */
export interface ExhibitPaper {
  table: ClaimTable;
  sources: string;
}

/** `facility` is the mean of the points, `right` the share wholly right, `interval` its limits.
 * The limits are those of 95 %; a question left out counts as wrong. */
export interface ItemStats {
  id: string;
  title: string;
  kind: string;
  answers: number;
  omitted: number;
  facility: number;
  right: number;
  interval: [number, number];
  discrimination: number | null;
  seconds: number | null;
  pulls: OptionStats[];
  notices: Notice[];
}

/** Who answered. */
export interface Learner {
  /** as typed; nobody has checked it */
  name: string;
  /** as the school names the learner, where it was asked for */
  id?: string | null;
}

/** Something that could be chosen; `free` counts neither way. `name` is the code, or the words
 * where there is none. */
export interface MarkedOption {
  id: string;
  name: string;
  right: boolean;
  free: boolean;
}

/** The current key of a question. `ways` are the whole answers that are right, where one is
 * filled in: units by code, or claim lines [code, units, modifiers]. */
export interface Marking {
  id: string;
  version: number;
  digest: string;
  kind: string;
  title: string;
  options: MarkedOption[];
  ways: any[];
}

/** `name` is the same in every language; `about` is what `text` speaks of. */
export interface Notice {
  name: string;
  about: string;
  text?: string;
}

/** Numbers to write. */
export interface NumberPaper {
  parts: string[];
  type: "numbers";
}

/** What one option drew. How many learners, and which share of each ability group, the weakest
 * first. */
export interface OptionStats {
  id: string;
  name: string;
  right: boolean;
  count: number;
  by_group: number[];
}

/** What can be chosen: a code, or an answer in words; or a code to fill in. */
export interface OwnOption {
  id: string;
  /** the short name of a code, or the answer in words */
  text?: string | null;
  feedback: string;
  /** wrong numbers of units, each with its own feedback */
  wrong?: OwnWrong[];
}

/** Its answer is one option, several, a number for each code, or claim lines: by its kind. */
export interface OwnQuestion {
  id: string;
  version: number;
  kind: string;
  title: string;
  /** what the payer is called */
  payer: string;
  date: string;
  difficulty: 1 | 2 | 3;
  /** left out where a statement is judged */
  note?: string | null;
  /** what is asked; of one best code if left out */
  prompt?: string | null;
  /** a statement that is judged */
  statement?: string | null;
  /** the answers to choose from, in order */
  options: OwnOption[];
  /** what is right by the facts of the day it was written: an option, or several */
  right?: string | string[];
  /** right answers as a whole: units by code, or claim lines */
  ways?: (Record<string, any> | [string, number, string[]][])[];
  /** modifiers to choose from */
  modifiers?: string[];
  /** lines of the form */
  lines?: number | null;
  reason: string;
  /** where it can be read */
  source?: string | null;
  /** the visit, as the form in which it was written holds it */
  form?: string | null;
}

/** A number that a mistake leads to. */
export interface OwnWrong {
  /** the wrong number */
  units: number;
  feedback: string;
}

/** `label` is the number of a word in its note, else null: a letter by its place. */
export interface PaperChoice {
  text: string;
  right: boolean;
  label: number | null;
}

/** Clean text of one heading, paragraph, list item or table cell. The character at `starts[n]`
 * stands in the file at `places[n]`, and so do those after it. */
export interface Passage {
  text: string;
  starts: number[];
  places: [number, number][];
}

/** First and last date of service for which something is true; an open end is left out. */
export interface Period {
  /** first date of service, inclusive */
  from?: string | null;
  /** last date of service, inclusive */
  to?: string | null;
}

/** What this patient's plan said of prior authorization, and what it authorized. */
export interface PlanAuthorization {
  /** whether the plan requires it for this visit, where it was asked */
  needed?: boolean | null;
  /** left out where nobody has looked */
  on_file?: boolean | null;
  /** says that one is on file, too */
  number?: string | null;
  /** what it names; any therapy if left out */
  codes?: string[];
  /** first and last authorized date of service */
  dates?: Period | null;
  /** authorized visits */
  visits?: number | null;
  /** of these, before this visit */
  visits_used?: number | null;
  /** authorized units */
  units?: number | null;
  /** of these, before this visit */
  units_used?: number | null;
}

/** What changed for one attempt: the learner opens it where the attempt's result is. */
export interface Rescored {
  format: "rightcode-rescored";
  version: 1;
  /** the attempt's id */
  result: string;
  /** its title */
  assignment: string;
  learner: string;
  before: CreditTotal;
  after: CreditTotal;
  changes: CreditChange[];
}

/** One attempt of one learner at one assignment. Times are in UTC. */
export interface Result {
  format: "rightcode-result";
  version: 1;
  /** of this attempt alone: every copy of it has the same */
  id: string;
  assignment: AssignmentRef;
  learner: Learner;
  attempt: number;
  started: string;
  finished: string;
  site: SiteRef;
  answers: ResultAnswer[];
  /** those of the assignment that no site has, so that they can be marked */
  own_questions?: OwnQuestion[];
}

/** `response` is what the player's store keeps as `chosen`. Ids of options, `code.units`, or
 * `line.code.units.modifiers`. */
export interface ResultAnswer {
  item: string;
  version: number;
  /** of the facts that the question rested on when it was answered */
  digest: string;
  response: string[];
  /** when the question was first shown */
  started: string;
  /** milliseconds it was in view */
  ms: number;
  confidence?: "sure" | "think" | "guess" | null;
  /** why the learner thinks that the key is wrong, in their own words */
  dispute?: string | null;
}

/** `points` from 0 to 1; `picks` is what was chosen, without the place of a claim line.
 * `exchange` is the one thing right and the one thing chosen for it, where that is known. */
export interface Score {
  right: boolean;
  points: number;
  picks: string[];
  exchange: [string, string] | null;
}

/** A result under the class's public key: ECDH P-256, HKDF-SHA-256, AES-256-GCM. All values are
 * base64url without padding. */
export interface SealedResult {
  format: "rightcode-result-sealed";
  version: 1;
  /** which class key: the first 16 digits of its SHA-256 */
  key: string;
  /** the sender's public point, uncompressed */
  ephemeral: string;
  salt: string;
  iv: string;
  data: string;
}

/** One thing done, by one person, for so many minutes. */
export interface Service {
  /** left out: s1, s2 …, by its place in the visit */
  id?: string;
  technique?: string | null;
  /** instead of a technique, where the code is given */
  code?: string | null;
  purpose?: string | null;
  /** minutes of it; left out where the note is silent */
  minutes?: number | null;
  by?: "therapist"
    | "assistant"
    | "aide"
    | "student"
    | "massage-therapist"
    | "athletic-trainer"
    | "chiropractor"
    | "physician";
  /** another service done in the same minutes, which count once */
  same_minutes_as?: string | null;
  /** tells two people of one role apart */
  clinician?: string | null;
  contact?: "supervised"
    | "constant-attendance"
    | "one-on-one"
    | "group"
    | "with-caregiver"
    | "remote"
    | null;
  /** the note shows its own time, region or encounter, apart from the others */
  separate?: boolean;
  /** what sets it apart, where the note says; implies nothing without 'separate' */
  separate_by?: "encounter" | "structure" | "practitioner" | "other" | null;
  /** of two services that share one initial code a day, the one provided first (97810 and 97813) */
  first?: boolean;
  /** the payer has said that it pays this service, by this person, for this condition */
  confirmed?: boolean;
  /** the advance notice that names this service; once one service has it, the others have none */
  abn?: "none" | "required" | "voluntary" | null;
  /** what else decides: encounter, regions, … */
  details?: Record<string, boolean | number | string>;
}

/** The site that was answered on. */
export interface SiteRef {
  /** the day as of which the site's rules were judged */
  as_of: string;
}

/** One statement of a text. `right_code` is set where a single other code is right; `why` names
 * the pattern and the fact. */
export interface Statement {
  line: number;
  column: number;
  text: string;
  code: string | null;
  verdict: "wrong" | "unknown";
  kind: "definition"
    | "technique"
    | "timing"
    | "coverage"
    | "pair"
    | "modifier"
    | "threshold"
    | "invalid-code";
  right_code: string | null;
  why: string;
  sources: string[];
}

/** One question; `section` comes once before all questions that share it. `answers` are in the
 * order of the choices, or empty where the format has none to reorder. */
export interface TextPiece {
  section: string;
  before: string;
  answers: string[];
  after: string;
}

/** A visit: what was done, on which day, for which payer. */
export interface Visit {
  discipline: "pt" | "ot" | "slp" | "chiropractic" | "massage" | "athletic-training";
  setting?: "practitioner" | "hospital";
  services: Service[];
  /** Medicare's allowed charges of the year before this visit, in the pool of the discipline */
  allowed_so_far_usd?: number | null;
  /** what Medicare allows for this visit itself */
  allowed_today_usd?: number | null;
  /** whether the care is still medically necessary; left out where the note is silent */
  necessary?: boolean | null;
  /** advance notice: for an expected denial (required), for what is excluded anyway (voluntary), or
   * none */
  abn?: "none" | "required" | "voluntary" | null;
  /** chiropractic: active treatment (true) or maintenance (false) */
  active_care?: boolean | null;
  /** the patient wants the payer's denial of what it does not cover, for another insurer */
  denial_wanted?: boolean;
  /** whether the plan of care is certified, where the note says */
  plan_certified?: boolean | null;
  /** prior authorization; left out where nobody has looked */
  authorization?: PlanAuthorization | null;
  /** which visit of the episode, or of the injury's claim, this one is */
  visit_number?: number | null;
  /** visits (units, where the payer limits these) of the year before this one, by discipline */
  used_this_year?: Record<string, number>;
  /** of the patient, in years */
  age?: number | null;
  /** a skill relearned (rehabilitative) or learned first (habilitative) */
  care?: "rehabilitative" | "habilitative" | null;
  /** how the payer counts minutes, where it was asked: as Medicare (cms) or by the midpoint (ama);
   * a payer whose way is known keeps it */
  unit_method?: "cms" | "ama" | null;
  /** where the patient was treated */
  place?: "clinic" | "home" | "nursing-facility" | null;
  /** whether a home health plan of care was open on that day */
  home_health_plan?: boolean | null;
  /** whether the patient is a resident of a skilled nursing facility (SNF) */
  snf_resident?: boolean | null;
  date: string;
  payer: string;
}
