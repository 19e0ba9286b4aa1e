/** The desk: what may arrive (generator/build/desk/) and what a learner made of it. */

import type { Account, PayerVisit, RemittanceJson } from "../billing/adjudication/types.d.ts";

export type {
  Account,
  CaseFacts,
  LineJson,
  PayerVisit,
  RemittanceJson,
} from "../billing/adjudication/types.d.ts";

/** Code, units, modifiers, letters of diagnoses. */
export type Line = [code: string, units: number, modifiers: string[], pointers?: string];
/** Words, and the page of the fact behind them. */
export type Why = [text: string, page?: string];
export type Shown = [caption: string, head: string[], rows: string[][]];
export type Remedy =
  | "post"
  | "bill-patient"
  | "correct"
  | "appeal"
  | "write-off";

interface Placed {
  id: string;
  version: number;
  case?: string;
  step?: number;
  patient?: string;
  /** Where its questions are. */
  page: string;
  level: number;
  discipline?: string;
  payer: string;
  date: string;
  docs: string[];
  reason: string;
}

export interface DeskVisit extends Placed {
  state: "bill" | "ask" | "none";
  plan: string;
  received: string;
  visit: PayerVisit;
  account: Account;
  ways: Line[][];
  why: Record<string, Why[]>;
  not: Why[];
  ask: Why[];
  asked: string[];
  diagnoses?: [letter: string, code: string, name: string][];
  pointers?: Record<string, string>;
}

export interface SentClaim {
  id: string;
  of: string;
  kind: "rejected" | "denial" | "remittance";
  lines: Line[];
  received: string;
  paper?: [title: string, text: string];
  account?: Account;
  causes?: Record<string, string>;
}

export interface DeskQuestion extends Placed {
  kind: string;
  asks: string;
  turn?: string;
  table?: Shown;
  exhibits?: Shown[];
  several?: boolean;
  /** Right and free are 0 or 1. */
  options: [id: string, text: string, right: number, free: number, feedback: string][];
}

export interface DeskWork {
  asOf: string;
  docs: Record<string, [kind: string, title: string, paragraphs: string[]]>;
  visits: DeskVisit[];
  sent: SentClaim[];
  causes: Record<string, [remedy: Remedy, text: string, step: string, page: string]>;
  questions: DeskQuestion[];
  payers: Record<string, { name: string; rows: [string, string][]; page: string }>;
  plans: Record<string, { name: string; rows: [string, string][] }>;
  charges: Record<string, number>;
  values: { title: string; page: string; codes: Record<string, [number, number, number]> };
  denials: Record<string, string>;
  denialPages: string;
}

export type Role = "front-desk" | "coder" | "biller";
export type Clinic = "any" | "pt" | "ot" | "slp" | "chiropractic";

export interface Setup {
  role: Role;
  clinic: Clinic;
  level: number;
  length: "day" | "week";
  seed: number;
}

/** One thing to work on: a visit, a claim that was sent for one, or a question. */
export interface WorkItem {
  id: string;
  kind: string;
  visit?: DeskVisit;
  sent?: SentClaim;
  question?: DeskQuestion;
}

export type Act =
  | { act: "ask" | "hold" | "repair"; day: number }
  | { act: "send"; day: number; lines: Line[] }
  | { act: "decide"; day: number; done: Record<string, string> }
  | { act: "answer"; day: number; chosen: string[] };

export interface Entry {
  id: string;
  arrives: number;
  due: number;
  ms: number;
  log: Act[];
  /** Why the learner thinks that what counts as right is wrong. */
  dispute?: string;
}

export interface Session {
  id: string;
  changed: number;
  started: number;
  ended?: number;
  setup: Setup;
  /** Handed out by a link. */
  assigned?: boolean;
  /** The record store that the link names; checked before anything is sent. */
  lrs?: string;
  day: number;
  entries: Entry[];
}

export type Phase = "claim" | "waiting" | "decide" | "correct" | "late-ask" | "answer" | "done";

/** Where an item is, replayed from what was done. */
export interface Progress {
  phase: Phase;
  /** The lines that are on their way or were answered. */
  lines: Line[];
  answer?: RemittanceJson;
  /** The answer to the learner's first claim. */
  first?: RemittanceJson;
  firstLines?: Line[];
  sentTimes: number;
  due: number;
  late: number;
  wrongStops: number;
  rejections: number;
  decided: Decided[][];
  repaired: boolean;
  stopped?: "ask" | "hold";
  chosen?: string[];
  doneOn?: number;
}

export interface Decided {
  day: number;
  line: number;
  code: string;
  done: string;
  right: string[];
  why: Why[];
}

export interface ItemScore {
  id: string;
  points: number;
  inTime: boolean;
  done: boolean;
  ms: number;
  /** Cents. */
  atRisk: number;
  recovered: number;
  wrong: number;
  stillWrong: number;
  /** Of claims alone. */
  firstPass?: boolean;
  prevented?: boolean;
  credits: Record<string, number>;
}

/** What dispute.js brings. */
export type Dispute =
  & typeof import("../shared/dispute_form.js")
  & typeof import("../classroom/assignment/rescored_view.js");
