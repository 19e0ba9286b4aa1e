/** The gradebook's own types; the others are generated (shared/schema_types.d.ts). */

import type { Notice, Result, Score } from "../../shared/schema_types.d.ts";

export type { Result };

/** A flag or a notice; its text is in strings/results. */
export type Note = Notice;

export interface Submission {
  source: string;
  result: Result;
  digest: string;
  sealed: boolean;
}

export interface Marked {
  answer: Result["answers"][number];
  score: Score | null;
  flag: Note | null;
}

export interface Row {
  submission: Submission;
  marked: Marked[];
  set: string[];
  counted: number;
  flags: Note[];
  stands: boolean;
  right: number;
  points: number;
  percent: number | null;
  minutes: number;
}
