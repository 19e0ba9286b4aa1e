/** The types of the facts that the claim pipeline reads. */

import type { Setting } from "./types.d.ts";

/** First and last date of service, inclusive; open where left out. */
export interface Period {
  from?: string;
  to?: string;
}

/** When a claim line may rest on a fact: never where it is undecided. */
export interface Standing extends Period {
  undecided?: boolean;
}

export interface Sourced extends Standing {
  sources: string[];
  confidence?: string;
  contested?: string;
}

export interface Fact extends Sourced {
  text: string;
}

export interface Code {
  name: string;
  cite: string[];
  timed?: boolean;
  minutes?: number;
  perDay?: number;
  addOn?: string;
  /** Only one of the two is an initial code on a day. */
  oneInitialWith?: string;
  /** What asks about it by video; left out of remote care itself. */
  video?: string;
  contact?: string;
  measure?: Measure;
  /** What it was measured by on earlier dates of service. */
  earlier?: Measure[];
  /** First and last date of service on which it is a code. */
  from?: string;
  to?: string;
  unit: Fact;
  activeCare?: boolean;
  /** Medicare Part B's designation. */
  therapy?: "always" | "sometimes" | "no";
  who?: (Who & { role: string })[];
  doubts?: Doubt[];
  coverage?: Record<string, Coverage>;
  mue?: Mue[];
}

/** A word on a role; it has a text and sources only where it does not simply say yes. */
export interface Who extends Standing {
  may: string;
  /** Whose word it is; any payer's where left out. */
  payers?: string[];
  text?: string;
  sources?: string[];
  confidence?: string;
}

/** A word on roles for the codes named, or for all where none is named. */
export interface RoleRule extends Who {
  cite: string;
  roles: string[];
  codes: string[];
}

/** A yes-or-no detail that must be so; an empty list names any. */
export interface ServiceCondition extends Sourced {
  cite: string;
  attribute: string;
  wanted: boolean;
  ask: string;
  refused: string;
  codes: string[];
  roles: string[];
  payers: string[];
}

/** Whether a number is a code on a day. */
export type CodeState = "active" | "undated" | "not-yet" | "ended" | "deleted";

export interface Measure extends Period {
  of: "minutes" | "area_cm2" | "data_days" | "month_minutes";
  size: number;
  least: number;
  /** The smallest amount that earns the first unit, where less than `least` does. */
  first?: number;
  span: string;
}

/** Units of a code and of its add-on. */
export interface Measured {
  scale: Measure;
  amount: number;
  own: number;
  further: number;
}

/** What must be asked first, for some payers and people; for all where it names none. */
export interface Doubt extends Fact {
  asks: string;
  payers?: string[];
  roles?: string[];
}

export interface Coverage extends Standing, Partial<Fact> {
  status: string;
  therapy?: string;
}

export interface Mue extends Sourced {
  units: number;
  adjudication: number | null;
  setting: Setting;
  asOf: string;
}

export interface OtherCode extends Period {
  name: string;
  cite: string[];
  deleted?: boolean;
  replacedBy?: string[];
}

/** A range, or what it must be one of. */
export type Wanted = [number | null, number | null] | { among: (boolean | string)[] };

export type When = Record<string, Wanted>;

export interface CodeRule extends Sourced {
  when?: When;
  codes?: string[];
  modifiers?: string[];
  why: string;
}

export interface Technique {
  name: string;
  contact?: string;
  codes: CodeRule[];
}

export interface Edit extends Sourced {
  column1: string;
  column2: string;
  indicator: 0 | 1 | 9;
  setting: Setting;
  asOf: string;
}

export interface Value extends Sourced {
  key: string;
  amount: number;
  unit: string;
  cents?: number;
}

export interface Rule extends Standing {
  title: string;
  cite: string[];
  values?: Value[];
  dated?: Fact[];
  /** When a bypass modifier could be on either line of an NCCI edit. */
  bypassOnEither?: Period[];
}

export interface Change {
  id: string;
  date: string;
  title: string;
  codes: string[];
}

/** Written by generator/billing/payer_policy.py. */
export interface PayerPolicy {
  partOfMedicare?: boolean;
  ncciEdits?: boolean;
  mues?: boolean;
  medicareModifiers?: boolean;
  mayFollowPartB?: boolean;
}

/** Minutes in a unit, and the fewest that earn one. */
export interface Counting extends Standing {
  size: number;
  least: number;
}

/** What a payer makes of a detail of some codes. */
export interface Condition extends Fact {
  codes: string[];
  where: Record<string, Wanted>;
  then: "covered-only-there" | "not-covered-there" | "kx-there";
}

export interface Payer {
  name: string;
  /** Left out where none of it is known to hold. */
  policy?: PayerPolicy;
  invented?: boolean;
  method: string;
  methodSources: string[];
  methodFact?: Standing;
  cite: string[];
  substitutions?: (Fact & { code: string; use: string })[];
  refusals?: (Fact & {
    roles: string[];
    codes: string[];
    butPays: string[];
    deniedAs: string[];
  })[];
  conditions?: Condition[];
  notCovered?: Record<string, Fact>;
  caps?: (Fact & { units: number; codes: string[] })[];
  modifiers?: (Fact & {
    modifier: string;
    codes: string[];
    disciplines: string[];
    /** Only on codes that are always therapy. */
    always_therapy: boolean;
  })[];
  /** That it wants CQ or CO. */
  assistants?: Fact;
  authorizations?: Authorization[];
  visitLimits?: VisitLimit[];
}

/** Whether the payer must agree first. */
export interface Authorization extends Fact {
  needed: "yes" | "no" | "depends";
  from_visit: number;
  counted_by: string | null;
  disciplines: string[];
  codes: string[];
  /** What an authorization always states: visits, units, dates. */
  grants: string[];
}

/** The most that the payer covers in a year. */
export interface VisitLimit extends Fact {
  most: number;
  of: "visits" | "units";
  disciplines: string[];
  care?: string;
  from_age?: number;
  hard?: boolean;
}

/** What generator/build/browser_facts.py writes. */
export interface Table {
  judged: string;
  pairsRead: string;
  messages: Record<string, string>;
  modifiers:
    & { order: string[]; plan_of_others: string }
    & Record<"plan" | "assistant" | "kx_threshold" | "bypass", Record<string, string>>;
  roles: Record<string, Record<string, string>>;
  neverPaid: string[];
  excluded: string[];
  /** Coverage statuses that settle nothing. */
  asked: string[];
  /** By method. */
  counting: Record<string, Counting[]>;
  people: RoleRule[];
  conditions: ServiceCondition[];
  codes: Record<string, Code>;
  others: Record<string, OtherCode>;
  purposes: Record<string, string>;
  techniques: Record<string, Technique>;
  payers: Record<string, Payer>;
  rules: Record<string, Rule>;
  edits: Edit[];
  /** In order of their dates. */
  changes: Change[];
  sources: Record<string, string>;
}

/** The table with its indexes. */
export interface Facts {
  table: Table;
  codes: Map<string, Code>;
  others: Map<string, OtherCode>;
  /** The code that each add-on adds to. */
  bases: Map<string, string>;
  /** For each code the one beside which it is no second initial code of a day. */
  oneInitial: Map<string, string>;
  /** By "column1-column2". */
  edits: Map<string, Edit[]>;
  /** The sentence of that name, its blanks filled. */
  say: (name: string, values?: Record<string, unknown>) => string;
}
