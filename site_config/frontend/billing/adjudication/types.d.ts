/** What adjudication reads and gives. */

import type { Facts, Period, PlanAuthorization, Reason, RoleRule, Setting } from "../types.d.ts";
import type {
  AnswerTable,
  Entry,
  OtherCode,
  Plan,
  PlanCode,
  PlanPayer,
  SharedTable,
} from "./fact_types.d.ts";

export type * from "./fact_types.d.ts";

/** The facts with their indexes. */
export interface CaseFacts extends Pick<Facts, "say" | "edits"> {
  shared: SharedTable;
  table: AnswerTable;
  known: Set<string>;
  modifiers: SharedTable["modifiers"];
  bypass: Set<string>;
  payer: PlanPayer;
  plan?: Plan;
  days?: [string, string];
  codes: Map<string, PlanCode>;
  others: Map<string, OtherCode>;
  people: RoleRule[];
  cite: (reference: string) => string[];
  /** Of a payer that pays second, by coordination.js, which few pages need. */
  stages?: Stage[];
  pay?: (found: PayerCase, prices: LinePrice[]) => PaidLine[];
}

export interface SubmittedLine {
  code: string;
  units: number;
  modifiers?: string[];
  /** Dollars for the whole line. */
  charge?: number | null;
  date?: string | null;
  pointers?: string[];
  rendering_npi?: string | null;
  /** Dollars of the first payer's remittance. */
  primary?: { paid: number; patient: number } | null;
}

export interface ClaimHeader {
  member_number?: string | null;
  diagnoses?: string[];
  billing_npi?: string | null;
  rendering_npi?: string | null;
}

export interface Account {
  covered?: Period;
  deductible_met?: number | null;
  earlier?: { code: string; date: string; modifiers?: string[] }[];
  in_advantage_plan?: boolean;
  other_primary?: boolean;
}

/** Of the visit the payer knows this, and not the services. */
export interface PayerVisit {
  date: string;
  payer: string;
  discipline: string;
  setting?: Setting;
  allowed_so_far_usd?: number | null;
  authorization?: PlanAuthorization | null;
  visit_number?: number | null;
  used_this_year?: Record<string, number>;
  place?: string | null;
  home_health_plan?: boolean | null;
  snf_resident?: boolean | null;
}

/** The same as the file that `rightcode adjudicate` reads. */
export interface Submission {
  plan?: string | null;
  visit: PayerVisit;
  account?: Account;
  claim: {
    lines: SubmittedLine[];
    received?: string | null;
    header?: ClaimHeader | null;
    secondary?: boolean;
    primary_paid?: number | null;
  };
}

export interface NumberedLine {
  number: number;
  line: SubmittedLine;
  day: string;
  code: string;
  units: number;
  modifiers: Set<string>;
  /** Cents. */
  billed: number;
}

export interface PayerCase {
  facts: CaseFacts;
  plan: Plan;
  visit: PayerVisit;
  setting: Setting;
  account: Account;
  claim: Submission["claim"];
  received?: string | null;
  lines: NumberedLine[];
}

/** A line that is not paid (`name`: why), or one that waits. */
export interface Ruling {
  number: number;
  denied?: string;
  why: Reason;
}

export type Stage = (found: PayerCase, lines: NumberedLine[]) => Ruling[];

export interface Adjustment extends Entry {
  amount: number;
  why: Reason;
}

/** `rank` orders units under the reduction: practice expense, then price. */
export interface UnitPrice {
  full: number;
  reduced: number;
  rank?: [number, number];
  why: Reason;
  reducedWhy: string;
}

export interface LinePrice {
  line: NumberedLine;
  unit: UnitPrice;
  full: number;
  reduced: number;
  text: string;
}

export interface PaidLine {
  price: LinePrice;
  allowed: number;
  paid: number;
  adjustments: Adjustment[];
}

export interface Rejection {
  name: string;
  item: string;
  line: number | null;
  why: Reason;
}

/** The parts of `rightcode adjudicate --json`. */
export interface ReasonJson {
  words: string;
  rests_on: string[];
  sources: string[];
}

export interface AdjustmentJson extends ReasonJson {
  group: string;
  reason: string;
  amount: string;
  remarks: string[];
}

export interface LineJson {
  line: number;
  date: string;
  code: string;
  units: number;
  modifiers: string[];
  status: "paid" | "denied" | "pended";
  billed: string;
  allowed: string;
  paid: string;
  patient: string;
  pending: string;
  adjustments: AdjustmentJson[];
  remarks: string[];
  pricing: ReasonJson[];
  questions: ReasonJson[];
}

export interface TotalsJson {
  billed: string;
  allowed: string;
  paid: string;
  patient: string;
  pending: string;
  adjustments: Record<string, string>;
}

export interface RemittanceJson {
  status: "rejected" | "adjudicated";
  payer: string;
  plan: string | null;
  plan_name: string | null;
  invented: boolean;
  date: string;
  rejections: (ReasonJson & { name: string; item: string; line: number | null })[];
  lines: LineJson[];
  totals: TotalsJson;
  notes: string[];
}
