/** The gradebook's own types; the others are generated (shared/schema_types.d.ts). */

import type { Decision, Notice, Result, Score } from "../../shared/schema_types.d.ts";

export type { Decision, Result };

/** A flag or a notice; its text is in strings/results. */
export type Note = Notice;

export interface Submission {
  source: string;
  result: Result;
  digest: string;
  /** Null where it came from a store, which nothing is sealed for. */
  sealed: boolean | null;
}

export interface Marked {
  answer: Result["answers"][number];
  score: Score | null;
  flag: Note | null;
  /** What was decided about its credit, the oldest first; `byKey` is the score without that. */
  decided?: { byKey: Score | null; trail: Decision[] };
}

/** Puts an instructor's decision in the place of the key's. */
export type Decide = (result: Result, entry: Marked) => Marked;

/** What was agreed for an assignment, as generator/results/assignment_terms.py hands it over. */
export interface Terms {
  title?: string | null;
  items?: string[];
  minutes?: number | null;
  attempts?: number | null;
  opens?: string | null;
  due?: string | null;
  pass_mark?: number | null;
  /** Whether it has a public key; null where nothing is known of it. */
  sealed?: boolean | null;
}

export interface Row {
  submission: Submission;
  /** Of its assignment. */
  title: string;
  marked: Marked[];
  set: string[];
  counted: number;
  flags: Note[];
  stands: boolean;
  right: number;
  points: number;
  percent: number | null;
  /** Whether the mark is reached; null where there is none, absent where no terms are known. */
  passed?: boolean | null;
  minutes: number;
}

/** A learner's doubt about a key, with the answer that they gave. */
export interface Dispute {
  item: string;
  title: string;
  /** The attempt's id. */
  result: string;
  learner: string;
  attempt: number;
  answer: string;
  points: number | null;
  text: string;
}

/** Answers as sums; each list may name the same thing several times, which then adds up. */
export interface AnswerSums {
  persons: number;
  /** How many learners are in each ability group, the weakest first. */
  groups: number[];
  /** Of the learners: points and their squares, answers wholly right and their squares. */
  totals: [points: number, squares: number, right: number, rightSquares: number];
  /** How many learners have so many answers wholly right. */
  spread: [value: number, times: number][];
  /** `products` are points times the learner's total. */
  items: [
    item: string,
    answers: number,
    points: number,
    squares: number,
    products: number,
    right: number,
  ][];
  seconds: [item: string, second: number, times: number][];
  picks: [item: string, pick: string, group: number, times: number][];
  exchanges: [meant: string, chosen: string, times: number][];
}
