/** The facts of a plan, as generator/build/adjudication_facts.py writes them. */

import type {
  Doubt,
  Edit,
  Fact,
  Mue,
  PayerPolicy,
  Period,
  RoleRule,
  Value,
  Who,
} from "../types.d.ts";

/** generator/billing/data/adjudication.yaml */
export interface AnswerTable {
  rejections: Record<string, { item: string; text: string }>;
  items: Record<string, { sources: string[] }>;
  decisions: Record<string, Entry & { why?: string }>;
  amounts: Record<string, Entry & { why: string }>;
  questions: Record<string, string>;
  notes: Record<string, string>;
  figures: Record<string, string>;
  coordination: { "share-left": string };
}

export interface Entry {
  group: "CO" | "PR" | "OA";
  carc: string;
  remarks?: string[];
  sources?: string[];
}

/** What every plan shares. */
export interface SharedTable {
  table: AnswerTable;
  messages: Record<string, string>;
  modifiers: {
    order: string[];
    plan: Record<string, string>;
    assistant: Record<string, string>;
    kx_threshold: Record<string, string>;
    bypass: Record<string, string>;
    contradictions: { pairs: [string, string][]; why: string; rule: string }[];
    others: string[];
  };
  /** By discipline, who treats. */
  therapists: Record<string, string>;
  asked: string[];
  /** Where a consolidated stay or plan is asked about, by what decides. */
  places: Record<string, string>;
  /** Every code of the site. */
  known: string[];
  /** First and last number of families of which every code is known. */
  whole: [string, string][];
  rules: Record<string, string[]>;
}

export interface PlanFacts {
  /** The first and last day for which these facts hold; all where left out. */
  days?: [string, string];
  payer: PlanPayer;
  /** Left out where the payer has no plan here. */
  plan?: Plan;
  codes: Record<string, PlanCode>;
  others: Record<string, OtherCode>;
  people: RoleRule[];
  edits: Edit[];
}

export interface PlanPayer {
  id: string;
  name: string;
  cite: string[];
  policy?: PayerPolicy;
  substitutions?: (Fact & { code: string })[];
  notCovered?: Record<string, Fact>;
  /** Whom it never pays; the codes that it pays all the same. */
  refusals?: (Fact & { roles: string[]; codes: string[]; butPays: string[] })[];
  conditions?: (Fact & { codes: string[] })[];
  modifiers?: (Fact & {
    modifier: string;
    codes: string[];
    disciplines: string[];
    always_therapy: boolean;
  })[];
}

export interface Plan extends Period {
  id: string;
  name: string;
  invented?: boolean;
  applies: string[];
  figures: Figure[];
  /** Every key of which the plan has a figure on some day. */
  named: string[];
  excluded?: Record<string, string>;
  authorization?: { text: string; from_visit: number; codes: string[] };
  /** How it pays second, where that is known. */
  coordination?: string;
  visitLimits?: { text: string; most: number; disciplines: string[] }[];
  /** Cents a unit. */
  fees?: Record<string, number>;
  percent?: number;
  locality?: string;
  schedules?: Schedule[];
  thresholds?: Record<string, Value[]>;
  reductions?: (Period & { percent: string })[];
}

export interface Figure extends Period {
  key: string;
  /** As it is written. */
  amount: string;
  unit: string;
  text: string;
  sources?: string[];
}

export interface Schedule extends Period {
  id: string;
  sources: string[];
  factors: (Period & { amount: string; sources: string[] })[];
  locality?: { indices: [string, string, string]; sources: string[] };
  /** Work, practice expense, malpractice in hundredths; whether later units are reduced. */
  values: Record<string, [number, number, number, number]>;
}

export interface PlanCode extends Period {
  cite: string[];
  /** Medicare Part B's designation. */
  therapy?: string;
  coverage?: Period & {
    status: string;
    therapy?: string;
    undecided?: boolean;
    text?: string;
    sources?: string[];
  };
  who?: (Who & { role: string })[];
  doubts?: Doubt[];
  mue?: Mue[];
  /** The least of all its ceilings, whatever setting and date. */
  leastMue?: number;
  oneInitial?: string;
  /** Of an add-on: the codes that it may add to. */
  addsTo?: string[];
}

export interface OtherCode extends Period {
  cite: string[];
  deleted?: boolean;
  replacedBy?: string[];
}
