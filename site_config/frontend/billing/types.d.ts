/**
 * The types of the claim pipeline. Days are ISO strings, which compare as days do; money is whole
 * cents.
 */

import type * as schema from "../shared/schema_types.d.ts";
import type { Edit, Measure } from "./fact_types.d.ts";

export type { CountedService } from "../shared/schema_types.d.ts";
export * from "./fact_types.d.ts";

/** An input as the pages write it: left out rather than null, and the fields named filled. */
type Written<Model, Filled extends keyof Model> =
  & { [Field in keyof Model]: Exclude<Model[Field], null> }
  & { [Field in Filled]-?: NonNullable<Model[Field]> };

export type Service = Written<schema.Service, "by" | "id">;

export type PlanAuthorization = Written<schema.PlanAuthorization, never>;

/** What `rightcode visit` reads. */
export type Visit =
  & Omit<Written<schema.Visit, "setting">, "services" | "authorization">
  & { services: Service[]; authorization?: PlanAuthorization };

/** What `rightcode units` reads. */
export type CountedDay = Written<schema.CountedDay, "discipline">;

export type Setting = Visit["setting"];
/** A sentence, the facts it rests on, who says so, and how surely. */
export interface Reason {
  text: string;
  restsOn: string[];
  sources: string[];
  confidence: string;
}

export interface Billable {
  kind: "billable";
  codes: string[];
  reasons: Reason[];
  modifiers?: string[];
}

export interface NotBillable {
  kind: "not-billable";
  codes: string[];
  reasons: Reason[];
  deniedAs?: string[];
}

export interface Ask {
  kind: "ask";
  missing: string;
  reasons: Reason[];
}

export type Outcome = Billable | NotBillable | Ask;

/**
 * One service under one code; an add-on's minutes count under the code it adds to. A set after the
 * first of the day (initial_codes.js) is under its add-on itself.
 */
export interface CodedService {
  kind: "coded";
  service: Service;
  code: string;
  timed: boolean;
  measure?: Measure;
  /** How much of what a measured code is counted by. */
  amount: number;
  reasons: Reason[];
  excluded: boolean;
  /** On the claim only to be denied. */
  denied?: boolean;
  modifiers: string[];
  minutes: number;
  byAssistant: boolean;
}

export interface NotBilled {
  kind: "not-billed";
  code: string | null;
  minutes: number | null;
  reason: Reason;
}

export interface MissingInformation {
  kind: "missing-information";
  service: string | null;
  missing: string;
  reason: Reason;
  codes: string[];
}

export type SelectedService = CodedService | NotBilled | MissingInformation;

/** Codes in order of their names, each once. */
export type Minutes = [string, number][];

export type Allocation = [string, number][];

/** What every right allocation has, and the codes of which any `free` get one unit more. */
export interface RightAllocations {
  sure: Allocation;
  tied: string[];
  free: number;
}

export interface UnitCount {
  right: RightAllocations;
  reasons: Reason[];
}

export interface UnitSplit {
  /** False where CMS's examples do not settle it. */
  certain?: boolean;
  plain: number;
  marked: number;
}

export interface LineModifiers {
  modifiers: string[];
  reasons: Reason[];
  questions: MissingInformation[];
  warnings: Reason[];
}

export interface BilledLine {
  code: string;
  units: number;
  modifiers: string[];
  reasons: Reason[];
}

/** The result of the first stage, code selection. */
export interface SelectedCodes {
  coded: CodedService[];
  notBilled: NotBilled[];
  missing: MissingInformation[];
}

/** The result of the second stage, unit counting. */
export interface CountedUnits {
  coded: CodedService[];
  right: RightAllocations;
  reasons: Reason[];
  missing: MissingInformation[];
}

/** The result of the third stage, the NCCI edits. */
export interface EditedUnits extends CountedUnits {
  counted: CountedUnits;
  /** What was asked before, without what an edit denies whatever the answer. */
  asked: MissingInformation[];
  allocations: Allocation[];
  notBilled: NotBilled[];
  bypassed: Edit[];
}

/** The result of the fourth stage, the modifiers. */
export interface ModifiedLines {
  claims: BilledLine[][];
  missing: MissingInformation[];
  warnings: Reason[];
}

/** The result of the fifth stage, the limits. */
export interface CheckedLimits {
  warnings: Reason[];
}

export interface ClaimResult {
  lines: BilledLine[];
  alternatives: BilledLine[][];
  /** The claim by each way of counting, where the payer's is not known and they differ. */
  byMethod: { name: "cms" | "ama"; claim: ClaimResult }[];
  notBilled: NotBilled[];
  questions: MissingInformation[];
  warnings: Reason[];
}

export interface DayUnits {
  total: number;
  lines: BilledLine[];
  alternatives: BilledLine[][];
  reasons: Reason[];
}
