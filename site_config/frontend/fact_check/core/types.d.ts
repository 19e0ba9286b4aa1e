/** The types of the claim checker. */

import type { Counting } from "../../billing/types.d.ts";
import type { Statement } from "../../shared/schema_types.d.ts";

export type { Block as BlockData, Passage as PassageData } from "../../shared/schema_types.d.ts";
export type { Statement };

export type Role = "own" | "aims" | "fits" | "technique";

export type RawPhrases = [role: Role, codes: string[], phrases: string[]];

export interface PhraseEntry {
  /** codes that the phrase names */
  own: string[];
  /** codes that it is a purpose of */
  aims: string[];
  /** codes that it may be used for */
  fits: string[];
  capitals: boolean;
  /** whether a comma or bracket may stand between its words */
  loose: boolean;
  technique: boolean;
}

export interface CodeFact {
  name: string;
  meaning: string;
  sources: string[];
  state: string;
  timed: boolean | null;
  minutes: number | null;
  contact: string | null;
  per_day: number | null;
  unit: string;
  unit_sources: string[];
  family: string | null;
  /** Medicare's status of the code. */
  medicare: string | null;
  medicare_text: string;
  medicare_sources: string[];
  /** The code that Medicare wants instead. */
  instead: string | null;
  /** Who may not bill it: by role, the rule and its sources. */
  no: Record<string, [text: string, sources: string[]]>;
  /** Who may perform it, of therapists and their assistants. */
  may?: string;
  /** The one therapy modifier of an evaluation. */
  fixed: string | null;
  mue: Record<string, number>;
  mue_sources: string[];
  /** The code that carries further time or area. */
  add_on?: string;
  /** An evaluation's usual minutes. */
  typical?: number;
  /** The first year of its dates of service. */
  since?: number;
  /** The least days of data. */
  data?: number;
  /** Its place on Medicare's therapy code list. */
  therapy?: string;
  remote: string | null;
  remote_text: string;
}

export interface DeletedCode extends CodeFact {
  replaced_by: string[];
  last: string | null;
}

export interface PairFact {
  column1: string;
  column2: string;
  indicator: 0 | 1;
  active: boolean;
  ended: string | null;
  as_of: string;
  sources: string[];
}

/** What generator/fact_check/knowledge.py takes from the content. */
export interface Facts {
  codes: Record<string, CodeFact>;
  phrases: RawPhrases[];
  whole: [string, string][];
  pairs: Record<string, PairFact>;
  taught: string[];
  thresholds: Record<string, { amount: number; sources: string[] }>;
  /** Medicare's, on the day. */
  counting: Pick<Counting, "size" | "least"> | null;
  /** Figures of rules by the names of both. */
  values: Record<string, number>;
  facts: Record<string, { text: string; sources: string[]; but?: string[] }>;
  principles: RawPrinciple[];
  figures: RawTopic[];
  contrasts: { name: string; rows: [string, ...string[]][] }[];
}

export type Knowledge = Omit<Facts, "phrases" | "principles" | "figures" | "contrasts"> & {
  principles: Principle[];
  figures: Topic[];
  contrasts: Contrast[];
  phrases: Record<string, PhraseEntry>;
  /** The words of each code's own names. */
  words: Map<string, Set<string>>;
  /** The base of each add-on. */
  bases: Record<string, string>;
};

/** What is so or not so, and the words that speak of it; patterns by their source. */
export interface RawPrinciple {
  name: string;
  kind: Statement["kind"];
  fact: string;
  /** each of them stands in the sentence */
  about: string[];
  /** the statement without its negation */
  claim: string;
  /** whether it is so */
  so: boolean;
  unless?: string;
  /** stands in the clause of the statement */
  who?: string;
}

export type Principle = Omit<RawPrinciple, "about" | "claim" | "unless" | "who"> & {
  about: RegExp[];
  claim: RegExp;
  unless?: RegExp;
  who?: RegExp;
};

/** A figure of a rule, and the words that speak of it. */
export interface RawTopic {
  fact: string;
  about: string[];
  /** what the number counts */
  kind: string;
  /** names of values of rules */
  values?: string[];
  /** what else is rightly said there */
  also?: number[];
  unless?: string;
}

export type Topic = Omit<RawTopic, "about" | "unless"> & { about: RegExp[]; unless?: RegExp };

/** Codes of one kind, and the words that each has for itself. */
export interface Contrast {
  name: string;
  rows: [RegExp, string[]][];
}

/** A recognized term: its letter, its values, its place and its text. */
export interface Token {
  letter: "C" | "P" | "M" | "T" | "A";
  values: string[];
  start: number;
  end: number;
  text: string;
  /** what the content says of a phrase */
  entry: PhraseEntry;
}

/** A phrase tied to codes. */
export interface Binding {
  code: Token;
  phrase: Token;
  joint: "link" | "list" | "purpose" | "part";
  forward: boolean;
  /** whether nothing but a copula, a sign or a bracket is between */
  tight: boolean;
  gap: string;
  /** whether the words around deny it */
  denied: boolean;
}

export interface Piece {
  text: string;
  line: number;
  column: number;
}
